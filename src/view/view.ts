// `view`: the page of a trace, as text and in a notebook.
import { choice } from '../choice.ts';
import type { Graph } from '../graph/graph.ts';
import { pictureLevels } from '../graph/picture/picture.ts';
import type { Trace } from '../trace/trace.ts';
import { frameOf } from './notebook.ts';
import { pageOf } from './page/page.ts';
import { dataOf, type ViewOptions } from './viewOptions.ts';

/**
 * Returns the text of an HTML page that shows a model: its graph, its table, and the facts of each layer. The page is one
 * file, asks for nothing from anywhere, and holds no path of the machine. The same source and options give the same text.
 * @param source a trace, also that of a `ForwardError`, or a graph, such as `readGraph` returns, which has names, types and shapes
 * @throws UserError for an unknown option, level or direction, and for a source that is neither, such as a model
 * @example
 * writeFileSync('model.html', view(trace(model, [{ shape: [1, 3, 224, 224] }])));
 */
export function view(source: Trace | Graph, options: ViewOptions = {}): string {
  const { level, direction } = options;
  if (level !== undefined) choice('level', level, pictureLevels);
  if (direction !== undefined) choice('direction', direction, ['down', 'right']);
  return pageOf(dataOf(source, options));
}

/** A value that a notebook shows as the page. */
export interface ViewCell {
  /** What a notebook kernel of Deno or Bun shows. */
  readonly [display: symbol]: () => Readonly<Record<string, string>>;
}

/**
 * The page of a trace as the value of a notebook's cell.
 * @throws UserError as `view` does
 * @example
 * viewCell(trace(model, [{ shape: [1, 3, 224, 224] }]));
 */
export function viewCell(source: Trace | Graph, options: ViewOptions = {}): ViewCell {
  const page = view(source, options);
  const name = options.name ?? ('calls' in source ? source.modules[0]?.type : undefined) ?? 'model';
  return {
    [Symbol.for('Jupyter.display')]: () => ({ 'text/plain': `the graph of ${name}`, 'text/html': frameOf(page) }),
  };
}
