// Errors of a forward pass that did not end.
import { messageOf, UserError } from '../errors.ts';
import { shapeText } from '../tensors.ts';
import { flat, type ModuleCall, type Trace } from './trace.ts';

/** A module threw inside a trace: its error is the `cause`, and `trace` holds what was recorded until then. */
export class ForwardError extends Error {
  override name = 'ForwardError';
  /** The record up to the failing call, whose index is `trace.failed`; calls that did not return have no outputs. */
  readonly trace: Trace;

  /** @param failed the index in `trace.calls` of the innermost module call that threw `cause` */
  constructor(cause: unknown, trace: Trace, failed: number) {
    const { module, inputs } = trace.calls[failed] as ModuleCall;
    const { path, type } = trace.modules[module]!;
    const shapes = flat(inputs).map((value) => shapeText(trace.values[value]!.shape));
    const layer = path === '' ? type : `${path} (${type})`;
    const reason = messageOf(cause);
    super(`${layer} fails on ${shapes.join(', ') || 'no input'}: ${reason}`, { cause });
    this.trace = trace;
  }
}

/** A function threw before it ran any op of tf.js, or returned a promise: it may be one that makes a model. */
export class NoForwardPass extends UserError {}
