// The layers of two summaries as trees whose nodes can be compared by a number. In: saved layers. Out: trees.

import { kindOfName, kindOfVariable } from '../names/nameKind.ts';
import type { SavedLayer, SavedParameter, SavedSummary } from '../summary/styles/summaryJson.ts';

export interface DiffNode {
  readonly layer: SavedLayer;
  /** What a report calls it: its path, with `#2` and so on at a layer's later calls. */
  readonly label: string;
  /** Its path below the layer that called it. */
  readonly name: string;
  /** The name, or what stands for names that nobody gave: see `kindOfName`. */
  readonly kind: string;
  readonly children: readonly DiffNode[];
  /** Its parameters, and how many layers it is, with those below it. */
  readonly size: readonly [params: number, layers: number];
  /** Equal for layers that are equal in all, with all below them. */
  readonly whole: number;
  /** Equal for layers built alike, whatever the shapes that they were called on. */
  readonly definition: number;
  /** Equal for layers of one type that hold layers of the same types. */
  readonly skeleton: number;
}

/** What both summaries record: files of earlier releases lack settings and programs. */
export interface Recorded {
  readonly settings: boolean;
  readonly program: boolean;
}

export function recordedIn(summaries: readonly SavedSummary[]): Recorded {
  const all = (has: (layer: SavedLayer) => boolean): boolean => summaries.every(({ layers }) => layers.every(has));
  return {
    settings: all(({ settings }) => settings !== undefined),
    program: all(({ program }) => program !== undefined),
  };
}

/** Numbers for texts, the same for the same text. */
export type Intern = (text: string) => number;
export function interning(): Intern {
  const known = new Map<string, number>();
  return (text) => {
    const number = known.get(text) ?? known.size;
    known.set(text, number);
    return number;
  };
}

/** @returns the root, undefined for a summary without layers */
export function treeOf(layers: readonly SavedLayer[], recorded: Recorded, intern: Intern): DiffNode | undefined {
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

const sizeOf = ({ params }: SavedLayer, children: readonly DiffNode[]): DiffNode['size'] =>
  children.reduce(([all, layers], { size: [more, below] }) => [all + more, layers + below], [params, 1]);

function kindOf(name: string, type: string): string {
  const words = name.split('.');
  return words.map((word, i) => kindOfName(word, i === words.length - 1 ? type : '')).join('.');
}

type Signatures = Pick<DiffNode, 'whole' | 'definition' | 'skeleton'>;

function signatures(layer: SavedLayer, children: readonly DiffNode[], recorded: Recorded, intern: Intern): Signatures {
  const { type, called, failed, inputs, outputs, dtype, kernelSize, macs, unknownKernels, params } = layer;
  const below = (key: keyof Signatures) => children.map((child) => [child.kind, child[key]]);
  const built = [
    type,
    called,
    kernelSize,
    params,
    recorded.settings && settingsText(layer),
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

// in one order, as a saved file may have another
const settingsText = ({ settings }: SavedLayer): string =>
  JSON.stringify(Object.entries(settings ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));

/** What a parameter is compared by: tf.js numbers the variables that nobody named. */
export const parameterName = ({ name }: SavedParameter): string => kindOfVariable(name);

const parameterKey = (parameter: SavedParameter): unknown => {
  const { shape, dtype, trainable, buffer, sharedWith } = parameter;
  return [parameterName(parameter), shape, dtype, trainable, buffer, sharedWith !== null];
};

/** Whether its parameters are counted at an earlier call of it, or at another layer; paths differ between models. */
export function sharingOf({ path, sharedWith }: SavedLayer): 'again' | 'elsewhere' | undefined {
  if (sharedWith === null) return undefined;
  return sharedWith === path ? 'again' : 'elsewhere';
}

/** The ops of its program, without what they read, their attributes, and calls of layers. */
export const opNames = ({ program = '' }: SavedLayer): string[] =>
  program
    .split('; ')
    .map((statement) => statement.replace(/[({#].*$/s, '').trim())
    .filter((name) => name !== '' && !name.startsWith('@') && !name.startsWith('return '));
