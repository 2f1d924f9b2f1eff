// Nodes of the values that no kernel computes: parameters, constants and random draws.

import { UserError } from '../../errors.ts';
import type { GraphBuilder } from '../../graph/builder.ts';
import type { Scopes } from '../../graph/scopeNames.ts';
import type { Weights } from '../../trace/adapter.ts';
import type { Distribution } from '../../trace/distribution.ts';
import type { Value } from '../../trace/trace.ts';
import { constantNode, outputShapes } from './constantNode.ts';
import { drawNodes } from './drawNodes.ts';

/**
 * Emits a parameter: a constant where `weights` are given, a variable otherwise.
 * @throws UserError for a parameter that `weights` lacks
 */
export function parameterNodes(
  builder: GraphBuilder,
  scopes: Scopes,
  path: string,
  value: Value,
  weights: Weights | undefined,
): string {
  const owner = scopes.parameter(path);
  const scope = `${owner.scope}/${owner.name}`;
  if (weights) {
    const given = weights.get(path);
    if (!given) throw new UserError(`no numbers for the parameter ${path}`);
    const { dtype, shape } = value;
    return builder.add(constantNode(builder.uniqueName(scope), { dtype, shape, values: given.values }));
  }
  const name = builder.uniqueName(`${scope}/variable`);
  const handle = builder.emit(name, 'VarHandleOp', [], {
    dtype: { type: value.dtype },
    shape: { shape: value.shape },
    // variables with the same shared name are one variable
    shared_name: { s: name.slice(0, -'/variable'.length) },
    container: { s: '' },
    ...outputShapes({ shape: [] }),
  });
  return builder.emit(builder.uniqueName(`${scope}/read`), 'ReadVariableOp', [handle], {
    dtype: { type: value.dtype },
    ...outputShapes(value),
  });
}

/**
 * Emits a constant, or the ops of a random draw whose distribution is known.
 * @param runs whether the graph is to run: a graph that is only looked at may hold a draw as a constant
 * @throws UserError for a draw without a distribution in a graph that is to run
 */
export function constantNodes(
  builder: GraphBuilder,
  value: Value,
  scope: string,
  distribution: Distribution | undefined,
  runs: boolean,
): string {
  if (distribution) return drawNodes(builder, distribution, value.shape, scope);
  const { drawn, dtype, shape, constant } = value;
  if (drawn && runs)
    throw new UserError(
      `tf.${drawn.op} draws ${dtype} random numbers in ${scope}, for which no op of TensorFlow and no bounds are known: give it a seed, which makes them constants, or take them as an input`,
    );
  return builder.add(constantNode(builder.uniqueName(`${scope}/Const`), { dtype, shape, values: constant! }));
}
