// Compares nodes and tensors of two graphs, and describes them for error texts.
import type { GraphNode, TensorValue } from '../../graph/graph.ts';

/** The name, op and inputs of a node as one text, to compare nodes by. */
export const structureText = ({ name, op, inputs }: GraphNode): string => JSON.stringify([name, op, inputs]);

export function equalTensors(a: TensorValue, b: TensorValue): boolean {
  if (a.dtype !== b.dtype || `${a.shape}` !== `${b.shape}`) return false;
  // values of parameters are the same array in both graphs
  if (a.values === b.values) return true;
  const [these, those] = [a.values, b.values];
  if (!these || !those || these.length !== those.length) return false;
  for (let i = 0; i < these.length; i++)
    if (!Object.is(these[i], those[i]) && `${these[i]}` !== `${those[i]}`) return false;
  return true;
}

export const nodeLabel = ({ name, op }: GraphNode): string => {
  const end = name.lastIndexOf('/');
  return `${op} in ${end < 0 ? name : name.slice(0, end)}`;
};

const maxShown = 8;

export function tensorText({ shape, values = [] }: TensorValue): string {
  const list = Array.from({ length: Math.min(values.length, maxShown) }, (_, i) => `${values[i]}`);
  const rest = values.length > maxShown ? ', …' : '';
  return `[${list.join(', ')}${rest}]${shape && shape.length > 1 ? ` of shape [${shape.join(', ')}]` : ''}`;
}
