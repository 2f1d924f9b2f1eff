// Sends all spools of the user that no process sends.
import { leftoversIn } from './runUpload.ts';
import { s3Path } from './s3Address.ts';
import { storeOf } from './s3Files.ts';
import { defaultSegmentBytes, runSpools } from './spoolFolder.ts';

/**
 * Sends the spools of processes that ended.
 * @param wholeLength how many bytes of an event file without its head are whole records
 * @throws StoreError of the first run that failed, after all were tried
 */
export async function* sendSpools(
  wholeLength: (bytes: Uint8Array) => number,
): AsyncGenerator<{ readonly path: string; readonly objects: number; readonly bytes: number }> {
  const errors: unknown[] = [];
  for (const run of runSpools()) {
    try {
      for (const upload of leftoversIn(run, { storeOf, wholeLength }, defaultSegmentBytes)) {
        while (await upload.sendNext());
        upload.remove();
        yield { path: s3Path(upload.target.run), objects: upload.sentObjects, bytes: upload.sentBytes };
      }
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}
