// Prints pieces of a long result, and notes about corrupt files.
import type { FileCorruption } from '../../src/tensorboard/reading/runFacts.ts';
import type { RunOptions } from '../../src/tensorboard/runs/visitRun.ts';
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
  async print(text: string | Uint8Array, kind: OutputKind): Promise<void> {
    if (!this.stdout.write(text, kind)) await this.stdout.drained();
  }

  /**
   * The options of reading runs so that what is skipped is noted on stderr.
   * @param discarded whether points that a restart of a training discards are part of the result all the same
   */
  readingOf(options: RunOptions, discarded: 'keep' | 'drop'): RunOptions {
    const fate = discarded === 'keep' ? 'they are printed' : 'they are left out';
    return {
      ...options,
      discarded,
      reportCorruption: this.tellCorruption,
      onBatch: this.progress,
      reportDiscarded: ({ run, step, points }) =>
        this.note(`${run} started again at step ${step}, which discards ${points} points: ${fate}`),
    };
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
