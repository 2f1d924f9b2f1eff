// Which layers are drawn, and how many one line stands for. In: the tree and choices. Out: lines from the top down.
import type { Amounts, Layer } from './layers.ts';

export interface Line {
  readonly layer: Layer;
  /** how many equal layers it stands for */
  readonly times: number;
  readonly depth: number;
  readonly name: string;
  /** what the line adds to its columns: times the layer's own, or its total where its children are not drawn */
  readonly amounts: Amounts;
  readonly activationBytes: number;
  readonly inputBytes: number;
  readonly unknownKernels: readonly string[];
}

export interface LineOptions {
  /** levels below the root that are drawn */
  readonly depth?: number | undefined;
  /** one line for equal neighbours, such as the blocks of a deep model */
  readonly fold?: boolean | undefined;
  /** draws only layers whose path or type holds this text, upper and lower case alike */
  readonly filter?: string | undefined;
}

export function linesOf(
  root: Layer,
  { depth = Number.POSITIVE_INFINITY, fold = true, filter }: LineOptions = {},
): Line[] {
  const lines: Line[] = [];
  const folds = fold && filter === undefined;
  const known: Signatures = { byLayer: new Map(), byText: new Map() };
  const visit = (layer: Layer, level: number, times: number, name: string): void => {
    const closed = level >= depth;
    lines.push(line(layer, level, times, name, closed));
    if (closed) return;
    for (const group of folds ? groups(layer.children, known) : layer.children.map((child) => [child])) {
      const [first, last] = [group[0]!, group.at(-1)!];
      const words =
        group.length === 1 ? first.name : first.name === last.name ? first.name : `${first.name}…${last.name}`;
      visit(first, level + 1, times * group.length, words);
    }
  };
  visit(root, 0, 1, root.name);
  if (filter === undefined) return lines;
  const wanted = filter.toLowerCase();
  return lines
    .filter(({ layer }) => [layer.path, layer.type].some((text) => text.toLowerCase().includes(wanted)))
    .map((line) => ({ ...line, depth: 0, name: line.layer.path || line.name }));
}

function line(layer: Layer, depth: number, times: number, name: string, closed: boolean): Line {
  const { params, trainable, buffers, stateBytes, macs } = closed ? layer.total : layer.own;
  const scaled = Object.entries(stateBytes).map(([dtype, bytes]) => [dtype, bytes * times]);
  return {
    layer,
    times,
    depth,
    name,
    amounts: {
      params: params * times,
      trainable: trainable * times,
      buffers: buffers * times,
      stateBytes: Object.fromEntries(scaled),
      macs: macs * times,
    },
    activationBytes: layer.activationBytes * times,
    inputBytes: layer.inputBytes * times,
    unknownKernels: closed ? allUnknown(layer) : layer.unknownKernels,
  };
}

export function allUnknown(layer: Layer): string[] {
  return [...new Set([...layer.unknownKernels, ...layer.children.flatMap(allUnknown)])];
}

// blocks of a list are numbered, and a layer called again keeps its name; what the author named apart stays apart
function groups(layers: readonly Layer[], known: Signatures): Layer[][] {
  const result: Layer[][] = [];
  for (const layer of layers) {
    const group = result.at(-1);
    const alike =
      group && (group[0]!.name === layer.name || [group[0]!, layer].every(({ name }) => /^\d+$/.test(name)));
    if (alike && signature(group[0]!, known) === signature(layer, known)) group.push(layer);
    else result.push([layer]);
  }
  return result;
}

interface Signatures {
  readonly byLayer: Map<Layer, number>;
  readonly byText: Map<string, number>;
}

/** The same number for equal layers, whatever they are called. */
function signature(layer: Layer, known: Signatures): number {
  const found = known.byLayer.get(layer);
  if (found !== undefined) return found;
  const { type, called, failed, inputs, outputs, dtype, kernelSize, own, unknownKernels, sharedWith, children } = layer;
  const below = children.map((child) => [child.name, signature(child, known)]);
  const shared = sharedWith !== undefined;
  const text = JSON.stringify([
    type,
    called,
    failed,
    inputs,
    outputs,
    dtype,
    kernelSize,
    own,
    unknownKernels,
    shared,
    below,
  ]);
  const number = known.byText.get(text) ?? known.byText.size;
  known.byText.set(text, number);
  known.byLayer.set(layer, number);
  return number;
}
