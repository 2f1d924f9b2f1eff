/**
 * 0: done. 1: an answer that is no (models differ, a model is over a budget, an event file is corrupt, a model fails in its
 * forward pass, no backend computes). 2: no answer, with a clause on stderr that says why.
 */
export type ExitCode = 0 | 1 | 2;
