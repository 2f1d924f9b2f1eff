// The type of a command.
import type { Option, Schema, Values } from '../options/schema.ts';
import type { Messages, Output } from '../output.ts';
import type { ExitCode } from './exitCode.ts';

/** A positional word of the command line. */
interface Word extends Option<string> {
  /** It may be left out, and has no default. */
  readonly optional?: true;
  /** It names a model: packages of the project of a model's file come before those next to gmlp-viz. */
  readonly isModel?: true;
}

/** Positional words by name, in their order. */
export type Words = Readonly<Record<string, Word>>;

type WordValues<W extends Words> = {
  readonly [K in keyof W]: W[K] extends { readonly optional: true } ? string | undefined : string;
};

/** A sub-command: its words and options, and what it does with their values. */
export interface Command<W extends Words = Words, S extends Schema = Schema> {
  readonly words: W;
  readonly options: S;
  /** Command lines after the program's name, each with its explanation. */
  readonly examples: readonly (readonly [line: string, explanation: string])[];
  /**
   * @returns the exit code
   * @throws UserError for what was given and is refused, ForwardError for a model that fails in its forward pass
   */
  run(values: WordValues<W> & Values<S>, stdout: Output, stderr: Messages): Promise<ExitCode>;
}

/** Infers the types of the values that `run` takes. */
export const command = <W extends Words, S extends Schema>(definition: Command<W, S>): Command<W, S> => definition;
