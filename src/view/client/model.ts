// The data of the page unpacked: boxes with their children, sums and paths.
import { type AmountName, amountNames, type PictureRole } from '../../graph/picture/picture.ts';
import { type RareFacts, type ViewData, type ViewKind, viewKinds, viewRoles } from '../viewData.ts';
import { pathsOf } from '../viewPaths.ts';

/** An amount, or the error of a comparison. */
export type MetricName = AmountName | 'error';
type Amounts = Readonly<Record<MetricName, number>>;

export interface Box {
  readonly id: number;
  /** -1 at the top. */
  readonly parent: number;
  readonly children: readonly number[];
  readonly path: string;
  readonly name: string;
  readonly type: string;
  readonly kind: ViewKind;
  readonly role: PictureRole;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /**
   * Of the box and all inside; 0 where there is none. `error` is of its outputs, the largest inside where these were not
   * compared, -1 where nothing was.
   */
  readonly amounts: Amounts;
  /** Boxes without children inside, inputs and outputs left out; 1 of such a box. */
  readonly size: number;
  readonly rare: RareFacts;
}

export interface Model {
  readonly data: ViewData;
  readonly boxes: readonly Box[];
  readonly top: readonly number[];
  /** Amounts that some box has. */
  readonly known: readonly MetricName[];
  /** Of the whole model: shares are of these. */
  readonly total: Amounts;
  readonly byPath: ReadonlyMap<string, number>;
  /** Numbers of the kinds of repeated blocks, by type: equal ones have one colour. */
  readonly twins: ReadonlyMap<string, number>;
}

type MutableAmounts = Record<MetricName, number>;
const none = (): MutableAmounts => ({ params: 0, macs: 0, memoryBytes: 0, timeMs: 0, error: -1 });
const noFacts: RareFacts = {};

export function modelOf(data: ViewData): Model {
  const { nodes, words, rare } = data;
  const summed = amountNames.filter((name) => nodes.amounts[name] !== undefined);
  const boxes = nodes.parent.map((parent, id) => {
    const amounts = none();
    for (const name of summed) amounts[name] = nodes.amounts[name]![id]!;
    const error = rare[id]?.error;
    if (error) amounts.error = error.error ?? Number.POSITIVE_INFINITY;
    return {
      id,
      parent,
      children: [] as number[],
      path: '',
      name: nodes.name[id]!,
      type: words[nodes.type[id]!]!,
      kind: viewKinds[nodes.kind[id]!]!,
      role: viewRoles[nodes.role[id]!]!,
      inputs: nodes.inputs[id]!.map((word) => words[word]!),
      outputs: nodes.outputs[id]!.map((word) => words[word]!),
      amounts,
      size: 0,
      rare: rare[id] ?? noFacts,
    };
  });
  const top: number[] = [];
  const total = none();
  const byPath = new Map<string, number>();
  const paths = pathsOf(data);
  for (const box of boxes) {
    const { id, parent } = box;
    box.path = paths[id]!;
    byPath.set(box.path, id);
    (parent === -1 ? top : boxes[parent]!.children).push(id);
  }
  for (let id = boxes.length - 1; id >= 0; id--) {
    const { parent, amounts, children, role } = boxes[id]!;
    if (children.length === 0 && role !== 'end') boxes[id]!.size = 1;
    const around = parent === -1 ? undefined : boxes[parent]!;
    // what the second model no longer has
    if (boxes[id]!.rare.change === 'removed' && around?.rare.change !== 'removed') continue;
    const outer = around?.amounts ?? total;
    if (!around?.rare.error) outer.error = Math.max(outer.error, amounts.error);
    for (const name of summed) outer[name] += amounts[name];
    if (around) around.size += boxes[id]!.size;
  }
  const twins = new Map<string, number>();
  for (const { kind, type } of boxes) if (kind === 'fold' && !twins.has(type)) twins.set(type, twins.size);
  const known = [...summed, ...(data.comparison ? (['error'] as const) : [])];
  return { data, boxes, top, known, total, byPath, twins };
}

/** The metric that the boxes are coloured by at first; undefined for their type. */
export const firstMetric = ({ comparison }: ViewData): MetricName | undefined => (comparison ? 'error' : undefined);

/** The innermost box with the first error beyond the tolerance. */
export const guiltyBox = ({ boxes }: Pick<Model, 'boxes'>): Box | undefined => boxes.findLast(({ rare }) => rare.first);

const twinColours = 5;

/** The class with the colour of a repeated block, '' of another box. */
export function twinClass({ boxes, twins }: Model, { kind, parent, type }: Box): string {
  const fold =
    kind === 'fold' ? type : parent === -1 || boxes[parent]!.kind !== 'fold' ? undefined : boxes[parent]!.type;
  return fold === undefined ? '' : `t${twins.get(fold)! % twinColours}`;
}
