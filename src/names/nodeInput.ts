// Inputs of a graph's node as GraphDef spells them: `^c`, `n`, `n:1`, and `n:y:0` inside a function.

export interface NodeInput {
  readonly node: string;
  /** An index among the outputs of the node, or of its output argument `y`; NaN where the text has no number there. */
  readonly output: number;
}

/** Whether the reader only waits for the node and takes no tensor from it. */
export const isControl = (input: string): boolean => input.startsWith('^');

/** Parses an input whose node has a name in TensorFlow's spelling, which holds no colon. */
export function parseNodeInput(input: string): NodeInput {
  const start = isControl(input) ? 1 : 0;
  const colon = input.indexOf(':');
  if (colon === -1) return { node: start === 0 ? input : input.slice(1), output: 0 };
  return { node: input.slice(start, colon), output: Number(input.slice(input.lastIndexOf(':') + 1)) };
}

/** Parses an input of a graph whose names are not in TensorFlow's spelling yet: only a number after the last colon is an output. */
export function parseUnspelledInput(input: string): NodeInput {
  const text = isControl(input) ? input.slice(1) : input;
  const colon = text.lastIndexOf(':');
  const output = text.slice(colon + 1);
  return colon === -1 || !/^\d+$/.test(output)
    ? { node: text, output: 0 }
    : { node: text.slice(0, colon), output: Number(output) };
}

/** The same input of a node with another name. */
export function renameInput(input: string, rename: (node: string) => string, parse = parseUnspelledInput): string {
  const { node } = parse(input);
  const start = isControl(input) ? 1 : 0;
  return input.slice(0, start) + rename(node) + input.slice(start + node.length);
}

/** The spelling of one output of a node: `n` for the first, `n:1` for the second. */
export const outputText = ({ node, output }: NodeInput): string => (output === 0 ? node : `${node}:${output}`);
