// Reads a whole file piece by piece.
import { storageOf } from '../../storage/storages.ts';

// most files of a large logdir are short
const [minPieceBytes, maxPieceBytes] = [1 << 14, 1 << 18];

/** Takes the pieces of a file. */
export interface PieceReader {
  /** The buffer for the next piece, of this length. */
  room(bytes: number): Uint8Array;
  /** Takes the number of bytes that came into the buffer, 0 at the end of the file. Reading waits for it; false ends it. */
  filled(count: number): unknown;
}

/** The options of reading runs that each piece is read with. */
interface PieceOptions {
  readonly onBatch?: (file: string, bytes: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Reads a file from its start to its end.
 * @param onBatch is called after each piece with the path, and the bytes that were read
 * @throws the storage's errors, and the reason of `signal` once it is aborted
 */
export async function readPieces(
  path: string,
  { room, filled }: PieceReader,
  { onBatch, signal }: PieceOptions,
): Promise<void> {
  const file = await storageOf(path).open(path);
  try {
    let [bytes, total] = [minPieceBytes, 0];
    let more: boolean;
    do {
      const count = await file.read(room(bytes));
      total += count;
      more = (await filled(count)) !== false && count > 0;
      if (count === bytes) bytes = Math.min(maxPieceBytes, 4 * bytes);
      onBatch?.(path, total);
      signal?.throwIfAborted();
    } while (more);
  } finally {
    await file.close();
  }
}
