// The text of the page that `view` writes, for one model or for two.
import { basename, dirname, resolve } from 'node:path';
import type { Comparison } from '../../src/compare/numbers/comparison.ts';
import { UserError } from '../../src/errors.ts';
import type { PictureLevel } from '../../src/graph/picture/picture.ts';
import type { Timing } from '../../src/timing/timing.ts';
import { ForwardError, NoForwardPass } from '../../src/trace/forwardError.ts';
import type { Trace } from '../../src/trace/trace.ts';
import { packed } from '../../src/view/pack.ts';
import { pageOf } from '../../src/view/page/page.ts';
import { traceTree } from '../../src/view/tree/traceTree.ts';
import type { ViewTree } from '../../src/view/tree/viewTree.ts';
import type { CompareRequest } from '../compareRuns.ts';
import { holdsEvents } from '../drawGraph.ts';
import { isFile, isPath, shownWord } from '../model/modelProject.ts';
import { withAskedBatch } from '../model/takenInputs.ts';
import { withFreeNames } from '../model/withFreeNames.ts';
import { sideOptions } from '../options/compareOptions.ts';
import { type ChosenModel, chosenModel, isSize } from '../options/modelOptions.ts';
import type { Messages } from '../output.ts';

/** What the words and options of `view` ask for. */
export interface ViewRequest extends CompareRequest {
  readonly compare: boolean | undefined;
  readonly level: PictureLevel | undefined;
  readonly direction: 'down' | 'right';
  readonly profile: boolean | undefined;
  readonly runs: number | undefined;
  readonly warmup: number | undefined;
  readonly statistics: boolean | undefined;
}

export interface PageText {
  /** Of the page's file, without an ending. */
  readonly name: string;
  readonly text: string;
  /** A forward pass that failed: the page shows how far it came. */
  readonly failure?: ForwardError;
}

/** @throws UserError for a model that cannot be loaded or run, and options that change nothing */
export async function pageText(request: ViewRequest, stderr: Messages): Promise<PageText> {
  const { direction, other, profile = false } = request;
  for (const name of ['runs', 'warmup'] as const)
    if (request[name] !== undefined && !profile) throw new UserError(`--${name} is for --profile`);
  const start = { direction };
  if (request.compare) return comparedPage(request, stderr);
  for (const name of Object.keys(sideOptions) as (keyof typeof sideOptions)[])
    if (request[name] !== undefined) throw new UserError(`--${name} is for --compare`);
  if (other !== undefined) return { ...(await differencePage(request, other, stderr)) };
  const { tree, failure } = await treeOf(request, stderr);
  return { name: tree.name, text: pageOf(packed(tree, start)), ...(failure && { failure }) };
}

/** The page of a comparison's tested model, which is the second one of two. */
async function comparedPage(request: ViewRequest, stderr: Messages): Promise<PageText> {
  if (request.profile) throw new UserError('--profile and --compare exclude each other: leave one of them out');
  const { comparisonOf } = await import('../compareRuns.ts');
  const comparison = await comparisonOf(request, stderr);
  const model = request.other ?? request.model;
  const weights = request.other === undefined ? request.weights : (request['weights-after'] ?? request.weights);
  const side = { ...request, model, weights, backend: undefined };
  const made =
    request.other === undefined
      ? await treeOf(side, stderr, comparison)
      : await withFreeNames(() => treeOf(side, stderr, comparison));
  const { tree, failure } = made;
  const text = pageOf(packed(tree, { direction: request.direction }));
  return { name: tree.name, text, ...(failure && { failure }) };
}

/** Options for one model: two have weights and times of their own. */
const single = ['profile', 'statistics', 'weights'] as const;

async function differencePage(request: ViewRequest, other: string, stderr: Messages): Promise<PageText> {
  for (const name of single)
    if (request[name]) throw new UserError(`--${name} is for one model: leave it or ${other} out`);
  const words = [request.model, other];
  const { unionTree } = await import('../../src/compare/unionTree.ts');
  const trees: ViewTree[] = [];
  let failure: ForwardError | undefined;
  for (const model of words) {
    const isOwn = isPath(model);
    // sizes are for built-in models and imports for the user's, and one of the two may be of the other kind
    const hasOther = words.some((word) => isPath(word) !== isOwn);
    const left = Object.keys(request).filter((name) => hasOther && (isOwn ? isSize(name) : name === 'import'));
    const side = { ...request, ...Object.fromEntries(left.map((name) => [name, undefined])), model };
    const made = isOwn ? await withFreeNames(() => treeOf(side, stderr)) : await treeOf(side, stderr);
    trees.push(made.tree);
    failure ??= made.failure;
  }
  const [before, after] = trees as [ViewTree, ViewTree];
  const tree = unionTree(before, after);
  const text = pageOf(packed(tree, { direction: request.direction }));
  return { name: `${before.name}-${after.name}`, text, ...(failure && { failure }) };
}

/** The graph in event files, whoever wrote them. */
async function graphTreeOf(request: ViewRequest): Promise<{ readonly tree: ViewTree }> {
  const names = ['input', 'batch-size', 'weights', 'backend', 'import', 'level', 'profile', 'statistics'] as const;
  const given = names.find((name) => request[name] !== undefined);
  if (given !== undefined) throw new UserError(`--${given} is for models, not the event files of ${request.model}`);
  const [{ readGraph }, { graphTree }] = await Promise.all([
    import('../../src/tensorboard/reading/readGraph.ts'),
    import('../../src/view/tree/graphTree.ts'),
  ]);
  return { tree: graphTree(await readGraph(request.model), basename(resolve(request.model))) };
}

async function treeOf(
  request: ViewRequest,
  stderr: Messages,
  comparison?: Comparison,
): Promise<{ readonly tree: ViewTree; readonly failure?: ForwardError }> {
  if (await holdsEvents(request.model)) return graphTreeOf(request);
  const { level, profile = false } = request;
  const chosen = await chosenModel(profile ? { ...request, backend: request.backend ?? 'auto' } : request, stderr);
  const { readWeights } = chosen;
  if (request.statistics && !readWeights) throw new UserError('--statistics needs numbers: give --weights FILE');
  const weights = request.statistics && readWeights ? await readWeights() : undefined;
  const options = {
    name: nameOf(request.model),
    ...(level && { level }),
    ...(weights && { weights }),
    ...(comparison && { comparison }),
  };
  const axes = await explainedAxes(chosen);
  try {
    const { trace, ...more } = await tracedForPage(axes ? { ...chosen, inputs: axes.inputs } : chosen, request);
    const open = axes?.viewOf(trace, request['batch-size']);
    for (const note of open?.notes ?? []) stderr.note(note);
    if (open) return { tree: traceTree(trace, { ...options, ...more, open }) };
    return { tree: traceTree(trace, { ...options, ...more }) };
  } catch (error) {
    if (!(error instanceof ForwardError) || error.cause instanceof NoForwardPass) throw error;
    return { tree: traceTree(error.trace, { ...options, failure: error.message }), failure: error };
  }
}

/** The sizes that a page is made for, and what it shows of others; undefined where no axis beyond the batch is open. */
async function explainedAxes({ model, inputs }: ChosenModel) {
  if (inputs.every(({ shape }) => !shape.slice(1).includes(null))) return undefined;
  const [{ atBase, explainOpenAxes }, { openViewOf }, { adapterOf }] = await Promise.all([
    import('../../src/axes/explainAxes.ts'),
    import('../../src/axes/openTexts.ts'),
    import('../../src/trace/adapters.ts'),
  ]);
  const axes = explainOpenAxes(adapterOf(model), inputs);
  return {
    inputs: atBase(axes, inputs),
    viewOf: (trace: Trace, batch: number | undefined) =>
      openViewOf(axes, trace, { size: batch ?? 1, isOpen: batch === undefined }),
  };
}

/** The trace with a batch of 1 unless another is asked for, and what else its page shows. */
async function tracedForPage(
  { model, inputs, backend }: ChosenModel,
  request: ViewRequest,
): Promise<{ readonly trace: Trace; readonly timing?: Timing; readonly otherBatch?: Trace }> {
  const { profile, runs, warmup } = request;
  const batch = request['batch-size'];
  const closed = withAskedBatch(inputs, batch, 1);
  if (profile) {
    const { profileAsync } = await import('../../src/profile/profile.ts');
    const counts = { ...(runs !== undefined && { runs }), ...(warmup !== undefined && { warmup }) };
    return profileAsync(model, closed, { backend, ...counts });
  }
  const { traceAsync } = await import('../../src/trace/traceModel.ts');
  const trace = await traceAsync(model, closed, { backend });
  const isOpen = inputs.some(({ shape }) => shape[0] === null);
  if (!isOpen || batch !== undefined) return { trace };
  // a model may take one batch only, and its shapes are then as they are
  const other = await traceAsync(model, withAskedBatch(inputs, undefined, 2), { backend }).catch(() => undefined);
  return { trace, ...(other && { otherBatch: other }) };
}

/** What the page calls a model: nothing of the folders of the machine but the name of the innermost. */
function nameOf(word: string): string {
  if (!isPath(word)) return word;
  const [path, name] = shownWord(word === '-' ? 'stdin' : word).split('#') as [string, string | undefined];
  const file = basename(isFile(path) ? resolve(path) : path);
  const model = file === 'model.json' ? basename(dirname(resolve(path))) : file;
  return name === undefined ? model : `${model}#${name}`;
}
