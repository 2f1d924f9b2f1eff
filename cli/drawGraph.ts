// `gmlp-viz graph --format svg` and the other pictures: of a model, or of the graph in event files, on stdout or in a file.
import { UserError } from '../src/errors.ts';
import type { PictureFormatName } from '../src/formats/format.ts';
import type { RenderGraphOptions } from '../src/formats/renderGraph.ts';
import type { ForwardError } from '../src/trace/forwardError.ts';
import { isEventPath, isModelFolder, isPath } from './model/modelProject.ts';
import { type GraphRequest, graphChoices, tracedModel } from './options/graphOptions.ts';
import { chosenModel, modelOptions } from './options/modelOptions.ts';
import type { Messages, Output, OutputKind } from './output.ts';
import { attempt } from './reportForwardError.ts';
import { writeResult } from './writeResult.ts';

/**
 * Writes a picture. Of a model that fails it is drawn as far as it ran.
 * @throws UserError as `renderGraph` does, ForwardError for a model that fails
 */
export async function drawGraph(
  values: GraphRequest,
  format: PictureFormatName,
  stdout: Output,
  stderr: Messages,
): Promise<void> {
  const { renderGraph } = await import('../src/formats/renderGraph.ts');
  const options = { format, ...pictureOptions(values) };
  const write = async (...drawn: Parameters<typeof renderGraph>): Promise<void> => {
    const text = renderGraph(...drawn);
    await writeResult(text, values.out, kindOf[format], stdout);
    if (format !== 'mermaid') return;
    const { mermaidNote } = await import('../src/formats/mermaid.ts');
    const note = mermaidNote(text);
    if (note !== undefined) stderr.note(note);
  };
  if (await holdsEvents(values.model)) {
    expectNoModelOption(values);
    const { readGraph } = await import('../src/tensorboard/reading/readGraph.ts');
    await write(await readGraph(values.model, values.tag === undefined ? {} : { tag: values.tag }), options);
    return;
  }
  expectModelOptions(values, format);
  const { trace, timing, failure } = await traced(values, stderr);
  const known = options.show?.filter((word) => word !== 'time' || timing);
  await write(trace, { ...options, ...(known && { show: known }), timing });
  if (failure) throw failure;
}

const kindOf = {
  svg: 'lines',
  dot: 'lines',
  mermaid: 'lines',
  json: 'json',
  'model-explorer': 'json',
} satisfies Record<PictureFormatName, OutputKind>;

/**
 * Whether the word is the path of event files: a built-in model comes before a folder of its name, and event files before the
 * model of their folder.
 */
export async function holdsEvents(word: string): Promise<boolean> {
  if (!isEventPath(word)) return false;
  if (isModelFolder(word)) {
    const { runFiles } = await import('../src/tensorboard/reading/runs.ts');
    if ((await runFiles(word)).length === 0) return false;
  }
  return isPath(word) || !Object.hasOwn((await import('../src/models/presets.ts')).presets, word);
}

type PictureValues = Omit<RenderGraphOptions, 'format' | 'timing'>;

function pictureOptions(values: GraphRequest): PictureValues {
  const names = ['depth', 'level', 'plumbing', 'direction', 'fold', 'show', 'theme', 'layout'] as const;
  const nodeData = values['node-data'];
  const given = names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]]));
  const colorBy = values['color-by'];
  return { ...Object.fromEntries(given), ...(nodeData && { nodeData }), ...(colorBy && { colorBy }) };
}

/** Options of `graph` that concern how a model runs. */
const ofRuns = ['batch-size', 'level', 'profile', 'runs', 'warmup'] as const;

function expectNoModelOption(values: GraphRequest): void {
  const names = [...(Object.keys(modelOptions) as (keyof typeof modelOptions)[]), ...ofRuns];
  const given = names.find((name) => name !== 'isolated' && values[name] !== undefined);
  if (given !== undefined) throw new UserError(`--${given} is for models, not the event files of ${values.model}`);
}

function expectModelOptions(values: GraphRequest, format: PictureFormatName): void {
  if (values.tag !== undefined)
    throw new UserError(`--tag with --format ${format} chooses a graph of event files, not of ${values.model}`);
  if (values.profile) return;
  const timed = (['show', 'color-by', 'node-data'] as const).find((name) => [values[name]].flat().includes('time'));
  if (timed) throw new UserError(`--${timed} time needs --profile, which takes the times`);
}

type Traced = Awaited<ReturnType<typeof tracedModel>> & { readonly failure?: ForwardError };

/** A model that fails gives the record up to its failure. */
async function traced(values: GraphRequest, stderr: Messages): Promise<Traced> {
  const choices = graphChoices(values);
  const request = choices.profiled ? { ...values, backend: values.backend ?? 'auto' } : values;
  const { withStatedSizes } = await import('./model/takenInputs.ts');
  const model = await withStatedSizes(await chosenModel(request, stderr), values['batch-size'], stderr);
  try {
    return await attempt(() => tracedModel(model, values['batch-size'], choices, 'picture'), {}, stderr.lines);
  } catch (error) {
    const { ForwardError } = await import('../src/trace/forwardError.ts');
    if (error instanceof ForwardError) return { trace: error.trace, failure: error };
    throw error;
  }
}
