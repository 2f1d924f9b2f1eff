// Spells node names as TensorFlow accepts them, [A-Za-z0-9.][A-Za-z0-9_.\/>-]*, without the brackets that TensorBoard shows:
// `>` and two hex digits replace each byte of UTF-8 that TensorFlow refuses.
import type { Attribute, Graph, GraphFunction, SignedGraph, TensorInfo } from '../../graph/graph.ts';
import { parseNodeInput, renameInput } from '../../names/nodeInput.ts';

const utf8 = new TextEncoder();
// half a surrogate pair has no UTF-8; three bytes as of a code point keep names different
const bytesOf = (character: string): Iterable<number> => {
  const code = character.codePointAt(0)!;
  if (code < 0xd800 || code > 0xdfff) return utf8.encode(character);
  return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)];
};
const hex = (byte: number): string => `>${byte.toString(16).padStart(2, '0')}`;

/** Different names stay different; `restoreName` is the inverse, except for halves of surrogate pairs. */
export function tensorflowName(name: string): string {
  const escaped = name.replace(/[^A-Za-z0-9_./-]/gu, (character) => [...bytesOf(character)].map(hex).join(''));
  // a dot precedes a first character that no name may begin with
  return /^[A-Za-z0-9]/.test(escaped) ? escaped : `.${escaped}`;
}

/** The inverse of `tensorflowName`. */
export function restoreName(name: string): string {
  return name
    .replace(/^\./, '')
    .replace(/(?:>[0-9a-f]{2})+/g, (run) =>
      new TextDecoder().decode(Uint8Array.from(run.slice(1).split('>'), (pair) => Number.parseInt(pair, 16))),
    );
}

/** Returns `graph` with the names of nodes, inputs, shared names and colocations in TensorFlow's spelling. */
export function spellForTensorflow(graph: SignedGraph): SignedGraph;
export function spellForTensorflow(graph: Graph): Graph;
export function spellForTensorflow({ nodes, functions, signature, ...graph }: Graph): Graph {
  const spelled = ({ tensor, ...endpoint }: TensorInfo): TensorInfo => ({ ...endpoint, tensor: spellInput(tensor) });
  return {
    ...graph,
    ...(signature && { signature: { inputs: signature.inputs.map(spelled), outputs: signature.outputs.map(spelled) } }),
    ...(functions && { functions: functions.map(spellFunction) }),
    nodes: nodes.map((node) => ({
      ...node,
      name: tensorflowName(node.name),
      inputs: node.inputs.map(spellInput),
      attributes: Object.fromEntries(
        Object.entries(node.attributes).map(([key, value]) => [key, spellAttribute(key, value)]),
      ),
    })),
  };
}

/** The converter puts the name of the function, which may begin with `_`, in front of the names of its constants. */
function spellFunction(fn: GraphFunction): GraphFunction {
  const { inputs, nodes, results } = fn;
  const own = new Set(inputs.map(({ name }) => name));
  const spelled = (input: string): string =>
    renameInput(input, (node) => (own.has(node) ? node : tensorflowName(node)), parseNodeInput);
  return {
    ...fn,
    nodes: nodes.map((node) => ({ ...node, name: tensorflowName(node.name), inputs: node.inputs.map(spelled) })),
    results: Object.fromEntries(Object.entries(results).map(([name, input]) => [name, spelled(input)])),
  };
}

// two attributes hold names: `shared_name`, and `_class` in the form `loc:@name`
function spellAttribute(key: string, value: Attribute): Attribute {
  if (key === 'shared_name' && 's' in value && value.s !== '') return { s: tensorflowName(value.s) };
  if (key !== '_class' || !('strings' in value)) return value;
  const index = 'loc:@';
  return {
    strings: value.strings.map((text) =>
      text.startsWith(index) ? index + tensorflowName(text.slice(index.length)) : text,
    ),
  };
}

const spellInput = (input: string): string => renameInput(input, tensorflowName);
