// ONNX ops that compute each element alone, as functions of operands.
import type { Attributes, NodeDtype } from '../../graph/graph.ts';
import { type Operand, opOutput, type Spec, scalar } from './operand.ts';

/** The shape of several operands broadcast together; a trace holds only shapes that fit each other. */
export function broadcastShape(...operands: readonly Pick<Spec, 'shape'>[]): number[] {
  const rank = Math.max(...operands.map(({ shape }) => shape.length));
  return Array.from({ length: rank }, (_, axis) => {
    const dims = operands.map(({ shape }) => shape[axis - rank + shape.length] ?? 1);
    return dims.find((dim) => dim !== 1) ?? 1;
  });
}

export const unary = (op: string, x: Operand, attributes: Attributes = {}): Operand =>
  opOutput(op, [x], { shape: x.shape, dtype: x.dtype }, attributes);

/** An op of two operands, broadcast, whose result has the dtype of the first. */
export const binary = (op: string, a: Operand, b: Operand): Operand =>
  opOutput(op, [a, b], { shape: broadcastShape(a, b), dtype: a.dtype });

/** A comparison or a logical op of two operands, broadcast. */
export const compare = (op: string, a: Operand, b: Operand): Operand =>
  opOutput(op, [a, b], { shape: broadcastShape(a, b), dtype: 'bool' });

export const add = (a: Operand, b: Operand): Operand => binary('Add', a, b);
export const sub = (a: Operand, b: Operand): Operand => binary('Sub', a, b);
export const mul = (a: Operand, b: Operand): Operand => binary('Mul', a, b);
export const div = (a: Operand, b: Operand): Operand => binary('Div', a, b);
export const not = (x: Operand): Operand => unary('Not', x);

/** A number as a constant of the dtype of `x`. */
export const numberLike = (x: Spec, value: number, name?: string): Operand => scalar(value, x.dtype, name);

/** `x` with the dtype `dtype` as ONNX casts: floats are cut off towards zero, NaN becomes an arbitrary integer. */
export const cast = (x: Operand, dtype: NodeDtype): Operand =>
  x.dtype === dtype ? x : opOutput('Cast', [x], { shape: x.shape, dtype }, { to: { type: dtype } });

/** `yes` where `condition` holds, else `no`. onnxruntime has no Where of bools, which are chosen as integers. */
export function where(condition: Operand, yes: Operand, no: Operand): Operand {
  if (yes.dtype === 'bool') return cast(where(condition, cast(yes, 'int32'), cast(no, 'int32')), 'bool');
  return opOutput('Where', [condition, yes, no], { shape: broadcastShape(condition, yes, no), dtype: yes.dtype });
}

/** Neither infinite nor NaN; ONNX has no op for it. */
export const finite = (x: Operand): Operand =>
  compare('Less', unary('Abs', x), numberLike(x, Number.POSITIVE_INFINITY, 'infinity'));

/** tf.js's Cast: NaN and infinities become the integer 0, and a bool is true where its integer is not 0. */
export function castAsTfjs(x: Operand, dtype: NodeDtype): Operand {
  if (x.dtype !== 'float32' || dtype !== 'int32') return cast(x, dtype);
  return cast(where(finite(x), x, scalar(0, 'float32', 'zero')), dtype);
}
