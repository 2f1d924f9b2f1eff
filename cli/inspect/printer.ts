// Prints pieces of a long result, and notes about corrupt files.
import type { FileCorruption } from '../../src/tensorboard/reading/runFacts.ts';
import type { DiscardedPoints, RunOptions } from '../../src/tensorboard/runs/runEvents.ts';
import { bytesText } from '../../src/text/numberText.ts';
import type { Messages, Output, OutputKind } from '../output.ts';

const maxCorruptionNotes = 20;

/** Prints to stdout in pieces, and counts corrupt bytes, of which the first 20 are noted on stderr. */
export class Printer {
  readonly stdout: Output;
  readonly #stderr: Messages;
  #corruptions = 0;

  constructor(stdout: Output, stderr: Messages) {
    this.stdout = stdout;
    this.#stderr = stderr;
  }

  get isCorrupt(): boolean {
    return this.#corruptions > 0;
  }

  /** Waits while a pipe is full, so that a long curve is not held in memory. */
  async print(text: string, kind: OutputKind = 'lines'): Promise<void> {
    if (!this.stdout.write(text, kind)) await this.stdout.drained();
  }

  /** Notes points that a restart of a training discards. @param isPrinted whether they are part of the result all the same */
  tellDiscarded({ run, step, points }: DiscardedPoints, isPrinted: boolean): void {
    const fate = isPrinted ? 'they are printed' : 'they are left out';
    this.note(`${run} started again at step ${step}, which discards ${points} points: ${fate}`);
  }

  /** Shows on a terminal how many bytes of a file are read. */
  readonly progress = (file: string, bytes: number): void =>
    this.#stderr.progress(`${bytesText(bytes)} read of ${file}`);

  /** Notes a line on stderr. */
  note(text: string): void {
    this.#stderr.note(text);
  }

  /** Notes a corrupt byte; after the first ones they are counted, and the count is noted when the process ends. */
  readonly tellCorruption = ({ file, offset, reason }: FileCorruption): void => {
    this.#corruptions += 1;
    if (this.#corruptions === maxCorruptionNotes + 1)
      process.once('exit', () => {
        const more = (this.#corruptions - maxCorruptionNotes).toLocaleString('en-US');
        this.#stderr.note(`${more} more places are corrupt`);
      });
    if (this.#corruptions > maxCorruptionNotes) return;
    this.#stderr.note(`${file} is corrupt at byte ${offset}: ${reason}`);
  };
}

/** Reads runs as TensorBoard shows them, and notes what is left out. */
export const withoutDiscarded = (options: RunOptions, printer: Printer): RunOptions => ({
  ...options,
  discarded: 'drop',
  reportCorruption: printer.tellCorruption,
  onBatch: printer.progress,
  reportDiscarded: (discarded) => printer.tellDiscarded(discarded, false),
});
