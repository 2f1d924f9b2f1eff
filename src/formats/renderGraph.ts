// Pictures of a trace, or of a graph that somebody wrote, as text in one of the formats.

import { expectCount } from '../checks.ts';
import { choice, choices } from '../choice.ts';
import { callCosts } from '../cost/callCosts.ts';
import { UserError } from '../errors.ts';
import type { Graph } from '../graph/graph.ts';
import type { Direction } from '../graph/layout/layout.ts';
import { toDepth } from '../graph/picture/closeGroups.ts';
import { graphPicture } from '../graph/picture/graphPicture.ts';
import { type Picture, type PictureLevel, pictureLevels } from '../graph/picture/picture.ts';
import { shownPicture } from '../graph/picture/shownPicture.ts';
import { tracePicture } from '../graph/picture/tracePicture.ts';
import { expectOptions, type OptionNames } from '../options.ts';
import type { Timing } from '../timing/timing.ts';
import { expectTraceOrGraph } from '../trace/expectTrace.ts';
import type { Trace } from '../trace/trace.ts';
import { dot } from './dot.ts';
import type { FormatOption, PictureFormatName } from './format.ts';
import { chosenFormat, pictureFormats, takes } from './formats.ts';
import { graphJson } from './graphJson.ts';
import { mermaid } from './mermaid.ts';
import { modelExplorer, modelExplorerNodeData } from './modelExplorer.ts';
import {
  type AmountWord,
  amountNames,
  amountWords,
  type ColorWord,
  colorWords,
  directions,
  type Theme,
  themes,
} from './pictureWords.ts';
import { svg } from './svg.ts';

/** Options of `renderGraph`. Each format takes some of them, and the others are refused. */
export interface RenderGraphOptions {
  /** svg unless given. */
  readonly format?: PictureFormatName;
  /** Levels below the model that are drawn; the groups at the last one are closed. All unless given. */
  readonly depth?: number;
  /**
   * Of a trace: `modules` draws each layer as one box, `ops` what a layer runs where that is more than one op, `kernels`
   * all kernels. modules unless given.
   */
  readonly level?: PictureLevel;
  /** Whether constants, copies and what does not depend on the input are drawn too; false unless given. */
  readonly plumbing?: boolean;
  /** svg, dot, mermaid, and the layout of json: where the inputs' edges lead; down unless given. */
  readonly direction?: Direction;
  /** svg, dot, mermaid: whether equal neighbours are drawn as one, `30 × gMLPBlock`; true unless given. */
  readonly fold?: boolean;
  /** svg, dot, mermaid: amounts that stand in the boxes; none unless given. `time` needs `timing`. */
  readonly show?: readonly AmountWord[];
  /** svg: colours boxes by what they do, or by their share of an amount; type unless given. `time` needs `timing`. */
  readonly colorBy?: ColorWord;
  /** svg: auto follows the reader's settings; auto unless given. */
  readonly theme?: Theme;
  /** json: adds positions of boxes and paths of edges, in pixels; false unless given. */
  readonly layout?: boolean;
  /** model-explorer: node data instead of the graph, by which the graph's nodes are coloured. `time` needs `timing`. */
  readonly nodeData?: AmountWord;
  /** The times of this trace, from `profile`. */
  readonly timing?: Timing | undefined;
}

const optionNames: OptionNames<RenderGraphOptions> = {
  format: true,
  depth: true,
  level: true,
  plumbing: true,
  direction: true,
  fold: true,
  show: true,
  colorBy: true,
  theme: true,
  layout: true,
  timing: true,
  nodeData: true,
};

/** Options that only some formats of pictures take. */
const partial = [
  'colorBy',
  'direction',
  'fold',
  'layout',
  'nodeData',
  'show',
  'theme',
] as const satisfies readonly FormatOption[];

/**
 * Draws the graph of a forward pass: nested boxes and the tensors between them. The same record and options give the same
 * text. A layer that failed is marked, what did not run after it is left out.
 * @param source a trace, also that of a `ForwardError`, or a graph, such as `readGraph` returns
 * @throws UserError for a source that is neither, such as a model, for an unknown word, for an option that the format or the
 * source does not take, and for times without a timing
 * @example
 * const picture = renderGraph(trace(model, [{ shape: [1, 3, 224, 224] }]), { format: 'svg', show: ['params'] });
 */
export function renderGraph(source: Trace | Graph, options: RenderGraphOptions = {}): string {
  expectOptions(options, optionNames);
  const { format = 'svg' } = options;
  expectWords(options);
  expectTaken(options, chosenFormat(format, pictureFormats));
  return encode(pictureOf(source, options), format, options);
}

function pictureOf(source: Trace | Graph, { level, depth, timing, plumbing = false }: RenderGraphOptions): Picture {
  expectTraceOrGraph(source);
  if ('calls' in source) {
    const choices = { ...(level && { level }), ...(depth !== undefined && { depth: Math.max(1, depth) }), plumbing };
    return tracePicture(source, { ...choices, amounts: callCosts(source, timing) });
  }
  if (level !== undefined) throw new UserError('level is for a trace: a graph has its own nodes');
  if (timing) throw new UserError('timing is for the trace that was timed, not a graph');
  return graphPicture(source, { plumbing });
}

function encode(picture: Picture, format: PictureFormatName, options: RenderGraphOptions): string {
  const { depth, fold, direction = 'down', colorBy = 'type', theme = 'auto', layout = false, nodeData } = options;
  const show = (options.show ?? []).map((word) => amountWords[word]);
  const depths = depth === undefined ? {} : { depth };
  const shown = (): Picture => shownPicture(picture, { ...depths, ...(fold !== undefined && { fold }) });
  const whole = (): Picture => (depth === undefined ? picture : toDepth(picture, depth));
  const encoders = {
    svg: () => svg(shown(), { direction, show, theme, ...(colorBy !== 'type' && { heat: amountWords[colorBy] }) }),
    dot: () => dot(shown(), { direction, show }),
    mermaid: () => mermaid(shown(), { direction, show }),
    json: () => graphJson(whole(), { layout, direction }),
    'model-explorer': () => (nodeData ? modelExplorerNodeData(whole(), amountWords[nodeData]) : modelExplorer(whole())),
  } satisfies Record<PictureFormatName, () => string>;
  return encoders[format]();
}

function expectWords({
  level,
  direction,
  show = [],
  colorBy,
  theme,
  depth,
  nodeData,
  timing,
}: RenderGraphOptions): void {
  if (level !== undefined) choice('level', level, pictureLevels);
  if (direction !== undefined) choice('direction', direction, directions);
  if (theme !== undefined) choice('theme', theme, themes);
  if (colorBy !== undefined) choice('color', colorBy, colorWords);
  if (nodeData !== undefined) choice('amount', nodeData, amountNames);
  choices('amount', show, amountNames);
  if (depth !== undefined) expectCount('depth', depth, 0);
  const [needsTimes] =
    Object.entries({ show, colorBy, nodeData }).find(([, words]) => [words].flat().includes('time')) ?? [];
  if (needsTimes && !timing)
    throw new UserError(`${needsTimes}: time needs a timing: profile(model, inputs) returns one`);
}

function expectTaken(options: RenderGraphOptions, format: PictureFormatName): void {
  for (const option of partial) {
    if (options[option] === undefined || takes(format, option)) continue;
    const taking = pictureFormats.filter((name) => takes(name, option));
    throw new UserError(`${option} is for format ${taking.join(', ')}, not ${format}`);
  }
}
