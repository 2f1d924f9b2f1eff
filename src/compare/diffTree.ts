// Trees of the layers of two summaries, whose nodes carry numbers that are equal for equal layers.

import { kindOfName, kindOfVariable } from '../names/nameKind.ts';
import type { LayerData, ParameterData, SummaryData } from '../summary/styles/summaryJson.ts';
import { givenSettings } from '../trace/settings.ts';

export interface DiffNode {
  readonly layer: LayerData;
  /** Its name in a report: the path, with `#2` and so on at later calls of the layer. */
  readonly label: string;
  /** Its path below the layer that called it. */
  readonly name: string;
  /** The kind of its name, see `kindOfName`. */
  readonly kind: string;
  readonly children: readonly DiffNode[];
  /** Its parameters, and how many layers it is, with those below it. */
  readonly size: readonly [params: number, layers: number];
  /** Equal for layers that are equal in every field, as are all layers below. */
  readonly whole: number;
  /** Equal for layers that are built alike, called on any shapes. */
  readonly definition: number;
  /** Equal for layers of one type that hold layers of the same types. */
  readonly skeleton: number;
}

/** The fields that both summaries have: files of earlier releases lack settings and programs. */
export interface Recorded {
  readonly settings: boolean;
  readonly program: boolean;
}

export function recordedIn(summaries: readonly SummaryData[]): Recorded {
  const all = (has: (layer: LayerData) => boolean): boolean => summaries.every(({ layers }) => layers.every(has));
  return {
    settings: all(({ settings }) => settings !== undefined),
    program: all(({ program }) => program !== undefined),
  };
}

/** Returns a function that gives equal numbers to equal texts. */
export type Intern = (text: string) => number;
export function interning(): Intern {
  const known = new Map<string, number>();
  return (text) => {
    const number = known.get(text) ?? known.size;
    known.set(text, number);
    return number;
  };
}

/** The root of the tree, undefined for a summary without layers. */
export function treeOf(layers: readonly LayerData[], recorded: Recorded, intern: Intern): DiffNode | undefined {
  const times = new Map<string, number>();
  let next = 0;
  const build = (outer: string): DiffNode => {
    const layer = layers[next++]!;
    const { path, depth, type } = layer;
    const time = (times.get(path) ?? 0) + 1;
    times.set(path, time);
    const children: DiffNode[] = [];
    while (next < layers.length && layers[next]!.depth > depth) children.push(build(path));
    const name = outer !== '' && path.startsWith(`${outer}.`) ? path.slice(outer.length + 1) : path;
    const label = `${path || '(model)'}${time === 1 ? '' : ` #${time}`}`;
    const kind = kindOf(name, type);
    const size = sizeOf(layer, children);
    return { layer, label, name, kind, children, size, ...signatures(layer, children, recorded, intern) };
  };
  return layers.length === 0 ? undefined : build('');
}

const sizeOf = ({ params }: LayerData, children: readonly DiffNode[]): DiffNode['size'] =>
  children.reduce(([all, layers], { size: [more, below] }) => [all + more, layers + below], [params, 1]);

function kindOf(name: string, type: string): string {
  const words = name.split('.');
  return words.map((word, i) => kindOfName(word, i === words.length - 1 ? type : '')).join('.');
}

type Signatures = Pick<DiffNode, 'whole' | 'definition' | 'skeleton'>;

function signatures(layer: LayerData, children: readonly DiffNode[], recorded: Recorded, intern: Intern): Signatures {
  const { type, called, failed, inputs, outputs, dtype, kernelSize, macs, unknownKernels, params } = layer;
  const below = (key: keyof Signatures) => children.map((child) => [child.kind, child[key]]);
  const built = [
    type,
    called,
    kernelSize,
    params,
    recorded.settings && givenSettings(layer.settings),
    layer.parameters.map(parameterKey),
    sharingOf(layer),
    recorded.program && opNames(layer),
  ];
  const ran = [failed, inputs, outputs, dtype, macs, unknownKernels, recorded.program && layer.program];
  return {
    whole: intern(JSON.stringify(['whole', built, ran, below('whole')])),
    definition: intern(JSON.stringify(['definition', built, below('definition')])),
    skeleton: intern(JSON.stringify(['skeleton', type, below('skeleton')])),
  };
}

/** A parameter's name without the number that tf.js gives to unnamed variables. */
export const parameterName = ({ name }: ParameterData): string => kindOfVariable(name);

const parameterKey = (parameter: ParameterData): unknown => {
  const { shape, dtype, trainable, buffer, sharedWith } = parameter;
  return [parameterName(parameter), shape, dtype, trainable, buffer, sharedWith !== null];
};

/** Whether an earlier call of it or another layer counts its parameters, without paths, which differ between models. */
export function sharingOf({ path, sharedWith }: LayerData): 'again' | 'elsewhere' | undefined {
  if (sharedWith === null) return undefined;
  return sharedWith === path ? 'again' : 'elsewhere';
}

/** The names of the ops in its program, without inputs, attributes and calls of layers. */
export const opNames = ({ program = '' }: LayerData): string[] =>
  program
    .split('; ')
    .map((statement) => statement.replace(/[({#].*$/s, '').trim())
    .filter((name) => name !== '' && !name.startsWith('@') && !name.startsWith('return '));
