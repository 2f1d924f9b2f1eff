// How far each box of a trace is from a reference, for the colours, the table and the panel of the page.
import { UserError } from '../../errors.ts';
import type { Call, ModuleInfo, Trace } from '../../trace/trace.ts';
import type { ViewComparison, ViewError, ViewFacts } from './viewTree.ts';

/** The parts of a `Comparison` that a page shows. */
export interface ShownComparison {
  readonly tested: string;
  readonly reference: string;
  readonly tolerance: number;
  readonly compared: number;
  readonly values: number;
  readonly calls: readonly {
    readonly layer: string;
    readonly name: string;
    readonly error: number;
    readonly inputError: number;
    readonly madeError: number;
    readonly outputs: readonly unknown[];
    readonly failure?: string;
  }[];
  readonly firstLayer: number | null;
  readonly firstKernel: number | null;
  readonly notes: readonly string[];
}

/**
 * Returns a function that gives the errors of a call's box.
 * @throws UserError for a comparison of another pass
 */
export function errorsOf(
  trace: Trace,
  comparison: ShownComparison,
): (call: number) => Pick<ViewFacts, 'error' | 'first'> {
  const { calls } = comparison;
  const isSame = calls.length === trace.calls.length && calls.every(({ name }, i) => name === nameOf(trace, i));
  if (!isSame)
    throw new UserError(
      `the comparison is of another pass: expected one of the trace's ${trace.calls.length} calls, got ${calls.length}`,
    );
  const first = firstCalls(trace, comparison);
  return (index) => {
    const { error, inputError, madeError, outputs, failure } = calls[index]!;
    if (outputs.length === 0 && failure === undefined) return first.has(index) ? { first: true } : {};
    const found: ViewError = { error: shown(error), fed: shown(inputError), made: shown(madeError) };
    return { error: found, ...(first.has(index) && { first: true }) };
  };
}

function nameOf({ calls, modules }: Trace, index: number): string {
  const call: Call = calls[index]!;
  if (call.level === 'kernel') return call.kernel;
  return call.level === 'op' ? call.op : (modules[call.module] as ModuleInfo).type;
}

// the data of the page is JSON, which has no infinities
const shown = (error: number): number | null => (Number.isFinite(error) ? error : null);

/** The first layer beyond the tolerance, and the first wrong kernel with what is around it up to its layer. */
function firstCalls({ calls }: Trace, { firstLayer, firstKernel }: ShownComparison): ReadonlySet<number> {
  const first = new Set<number>(firstLayer === null ? [] : [firstLayer]);
  for (let at = firstKernel ?? -1; at !== -1; at = calls[at]!.parent) {
    first.add(at);
    if (calls[at]!.level === 'module') break;
  }
  return first;
}

/** What the page says of the comparison as a whole. */
export function comparisonFacts({ tested, reference, tolerance, compared, values }: ShownComparison): ViewComparison {
  return { tested, reference, tolerance, compared, values };
}
