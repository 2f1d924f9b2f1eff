// Recurrent layers: a cell on each step.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../errors.ts';
import { type AnyKind, type ChildLayer, type Layer, type LayerTools, layerKind, type Shape } from '../layerKind.ts';
import { bools } from '../operands.ts';
import { anything, flag } from '../settings.ts';

const loopSettings = {
  returnSequences: flag(false),
  returnState: flag(false),
  goBackwards: flag(false),
  stateful: flag(false),
  zeroOutputForMask: flag(false),
};

interface Loop {
  readonly returnSequences: boolean;
  readonly returnState: boolean;
  readonly goBackwards: boolean;
  readonly zeroOutputForMask: boolean;
}

type Config = Readonly<Record<string, unknown>>;

/** The shape of one step of a sequence. */
export const stepShape = ([batch, , ...rest]: Shape): Shape => [batch!, ...rest];

/** The shapes of a cell's output and of its states, for one step. */
function cellShapes(cell: Layer, step: Shape): readonly Shape[] {
  const { stateSize } = cell as Layer & { stateSize?: number | number[] };
  if (stateSize === undefined) return cell.computeOutputShape([...step]) as Shape[];
  const sizes = [stateSize].flat();
  return [sizes[0]!, ...sizes].map((size) => [step[0]!, size]);
}

/** A cell on each step. @param cellOf makes the cell from the layer's configuration */
const recurrent = (
  cellOf: (config: Config, tools: LayerTools) => Layer,
  isRightInTfjs?: (config: Config) => boolean,
): AnyKind =>
  layerKind({
    // the settings of the cell are read by the cell
    settings: { ...loopSettings, dropout: anything(0), recurrentDropout: anything(0) },
    parameters: ['sequence', 'initialState', 'mask', 'training'],
    ...(isRightInTfjs && { isRightInTfjs }),
    isSayable: ({ stateful }) => stateful !== true,
    children({ shapes: [shape], settings }, tools): Readonly<Record<string, ChildLayer>> {
      return { cell: { layer: cellOf(settings, tools), shapes: [stepShape(shape)] } };
    },
    outputShape({ config, shapes: [shape], children }) {
      const [output, ...states] = cellShapes(children.cell!, stepShape(shape));
      const whole = config.returnSequences ? [shape[0]!, shape[1]!, ...output!.slice(1)] : output!;
      return config.returnState ? [whole, ...states] : whole;
    },
    call(inputs, { config, args, children, training }) {
      if (training && (config.dropout || config.recurrentDropout))
        throw new UserError('dropout inside a recurrent layer of Keras 3 is not supported in training: set it to 0');
      const states = [args.initialState].flat().filter((one): one is tf.Tensor => one instanceof tf.Tensor);
      const mask = args.mask instanceof tf.Tensor ? args.mask : undefined;
      const { outputs, last, final } = loop(inputs[0], children.cell!, states, mask, config);
      const output = config.returnSequences ? tf.stack(outputs, 1) : last;
      return config.returnState ? [output, ...final] : output;
    },
  });

interface LoopResult {
  readonly outputs: tf.Tensor[];
  readonly last: tf.Tensor;
  readonly final: readonly tf.Tensor[];
}

/** @param mask [batch, steps]: where it is false, states stay and the output is the one before, or zeros */
function loop(
  x: tf.Tensor,
  cell: Layer,
  initial: readonly tf.Tensor[],
  mask: tf.Tensor | undefined,
  config: Loop,
): LoopResult {
  const forward = tf.unstack(x, 1);
  const steps = config.goBackwards ? forward.reverse() : forward;
  const kept = mask && tf.unstack(bools(mask), 1);
  const masks = config.goBackwards ? kept?.reverse() : kept;
  const zeros = (): tf.Tensor[] =>
    cellShapes(cell, steps[0]!.shape)
      .slice(1)
      .map((shape) => tf.zeros(shape as number[]));
  let states: readonly tf.Tensor[] = initial.length > 0 ? initial : zeros();
  let before: tf.Tensor | undefined;
  const outputs = steps.map((step, i) => {
    const [output, ...next] = [cell.call([step, ...states], {})].flat() as [tf.Tensor, ...tf.Tensor[]];
    const here = masks?.[i];
    if (!here) {
      states = next;
      return output;
    }
    states = next.map((state, k) => choose(here, state, states[k]!));
    const hidden = config.zeroOutputForMask || !before ? tf.zerosLike(output) : before;
    before = choose(here, output, hidden);
    return before;
  });
  return { outputs, last: outputs.at(-1)!, final: states };
}

/** One row or the other, by a mask of rows. */
const choose = (mask: tf.Tensor, yes: tf.Tensor, no: tf.Tensor): tf.Tensor =>
  tf.where(tf.reshape(mask, [mask.shape[0]!, ...yes.shape.slice(1).map(() => 1)]), yes, no);

const cellOf =
  (kind: string, name: string) =>
  (config: Config, tools: LayerTools): Layer =>
    tools.make(kind, { ...Object.fromEntries(Object.entries(config).filter(([key]) => !loopKeys.has(key))), name });

// settings of the loop, which its cell does not have
const loopKeys = new Set([...Object.keys(loopSettings), 'unroll', 'timeMajor', 'useCudnn', 'call']);

/** Whether a recurrent layer has no setting that tf.js lacks. @param config of a file */
export const isDefault = (config: Config): boolean => !config.zero_output_for_mask;

/** A cell of any kind on each step. */
export const rnn = recurrent((config, tools) =>
  Array.isArray(config.cell)
    ? tools.make('StackedRNNCells', { name: 'stacked_rnn_cells', cells: config.cell })
    : tools.deserialize(config.cell),
);
export const simpleRnn = recurrent(cellOf('SimpleRNNCell', 'simple_rnn_cell'), isDefault);
export const lstm = recurrent(cellOf('LSTMCell', 'lstm_cell'), isDefault);
export const gru = recurrent(
  cellOf('GRUCell', 'gru_cell'),
  (config) => config.reset_after === false && isDefault(config),
);
/** @param rank how many spatial axes */
export const convLstm = (rank: number): AnyKind =>
  recurrent(cellOf(`ConvLSTMCell${rank}D`, 'conv_lstm_cell'), rank === 2 ? isDefault : undefined);

/** Cells of which each reads the output of the one before; states are in the order of the cells. */
export const stackedRnnCells = layerKind({
  settings: { cells: anything([]) },
  children({ config, shapes: [shape] }, tools) {
    const cells = (config.cells as readonly unknown[]).map((cell) => tools.deserialize(cell));
    let input = shape;
    const built = cells.map((layer) => {
      const child = { layer, shapes: [input] };
      input = cellShapes(layer, input)[0]!;
      return child;
    });
    return Object.fromEntries(built.map((child, i) => [`cells_${i}`, child]));
  },
  outputShape({ shapes: [shape], children }) {
    let input = shape;
    const states = cellsIn(children).flatMap((cell) => {
      const [output, ...own] = cellShapes(cell, input);
      input = output!;
      return own;
    });
    return [input, ...states];
  },
  call([x, ...states], { children }) {
    let output = x;
    let first = 0;
    const next = cellsIn(children).flatMap((cell) => {
      const own = states.slice(first, first + cellShapes(cell, output.shape).length - 1);
      first += own.length;
      const [result, ...after] = [cell.call([output, ...own], {})].flat() as [tf.Tensor, ...tf.Tensor[]];
      output = result;
      return after;
    });
    return [output, ...next];
  },
});

const cellsIn = (children: Readonly<Record<string, Layer>>): Layer[] => Object.values(children);
