// Trials of hyperparameters that one writer wrote: each has a run of its own, and TensorBoard's table takes its columns from
// one of them.
import { UserError } from '../errors.ts';
import { folderOf } from './runFolders.ts';
import { type Columns, expectColumns, type Session } from './summaries/hparams.ts';

export class Trials {
  readonly #runs = new Set<string>();
  // the columns of the first trial with domains, which names them for the whole table
  #columns: Columns | undefined;

  /**
   * The folder of a trial's run.
   * @param name the user's name of the run, where there is one; the wall time otherwise
   * @throws UserError for a name of no folder or of a run that has hyperparameters already, and for a column that the table lacks
   */
  runOf(trial: Columns, name: string | undefined, wallTime: number): string {
    if (name !== undefined && typeof name !== 'string')
      throw new UserError(`the name of a trial must be a text, got ${JSON.stringify(name)}`);
    const run = folderOf(name ?? this.#unusedName(`${wallTime}`));
    if (run === '' || run === '..') throw new UserError(`name must name a folder, got ${JSON.stringify(name)}`);
    // TensorBoard reads only the first hyperparameters of a run
    if (this.#runs.has(run)) throw new UserError(`the run ${run} has hyperparameters already`);
    if (this.#columns) expectColumns(trial, this.#columns, run);
    return run;
  }

  /** Notes a trial that was written. */
  add(run: string, trial: Session): void {
    this.#runs.add(run);
    if (trial.namesColumns) this.#columns ??= trial;
  }

  #unusedName(name: string): string {
    let unused = name;
    for (let n = 1; this.#runs.has(unused); n++) unused = `${name}.${n}`;
    return unused;
  }
}
