// Prints pieces of a long result, and notes about damaged files.
import type { FileCorruption } from '../../src/tensorboard/reading/inspectLogdir.ts';
import type { Messages, Output, OutputKind } from '../output.ts';

const maxDamageNotes = 20;

/** Prints to stdout in pieces, and counts damaged places, of which the first 20 are noted on stderr. */
export class Printer {
  readonly stdout: Output;
  readonly #stderr: Messages;
  #damages = 0;

  constructor(stdout: Output, stderr: Messages) {
    this.stdout = stdout;
    this.#stderr = stderr;
  }

  get isDamaged(): boolean {
    return this.#damages > 0;
  }

  /** Waits while a pipe is full, so that a long curve is not held in memory. */
  async print(text: string, kind: OutputKind = 'lines'): Promise<void> {
    if (!this.stdout.write(text, kind)) await this.stdout.drained();
  }

  /** Notes a damaged place; after the first ones they are counted, and the count is noted when the process ends. */
  readonly tellDamage = ({ file, offset, reason }: FileCorruption): void => {
    this.#damages += 1;
    if (this.#damages === maxDamageNotes + 1)
      process.once('exit', () => {
        const more = (this.#damages - maxDamageNotes).toLocaleString('en-US');
        this.#stderr.note(`${more} more places are damaged`);
      });
    if (this.#damages > maxDamageNotes) return;
    this.#stderr.note(`${file} is damaged at byte ${offset}: ${reason}`);
  };
}
