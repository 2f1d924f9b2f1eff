// What a layer or op does, by the name of its type: PyTorch's, Keras's, TensorFlow's and tf.js's.
import type { PictureRole } from './picture.ts';

const roles: readonly (readonly [PictureRole, RegExp])[] = [
  ['norm', /norm|^lrn/],
  ['pool', /pool|resize|upsampl|pad|crop|^(reduce_?)?mean$|spacetobatch|depthtospace|batchtospace/],
  ['weights', /conv|linear|dense|matmul|einsum|embed|lstm|gru|rnn|attention|addmm|prelu|^mm$|^bmm$|lookuptable|gather/],
  ['activation', /relu|elu$|gelu|sigmoid|tanh|softmax|softplus|swish|silu|mish|activation|^erf|dropout/],
  [
    'merge',
    /^(add|addv2|addn|biasadd|mul|multiply|sub|subtract|div|realdiv|truediv|rsub|maximum|minimum|average|dot|concat|concatv2|concatenate|cat|stack|pack|merge|squareddifference|pow)$/,
  ],
];

/** Models have thousands of boxes and few types. */
const known = new Map<string, PictureRole>();
const maxKnown = 10_000;

/** A type with parameters of its own and no other role has `weights`. */
export function roleOf(type: string, hasParameters = false): PictureRole {
  const role = known.get(type) ?? roleOfType(type);
  if (known.size < maxKnown) known.set(type, role);
  return role === 'other' && hasParameters ? 'weights' : role;
}

function roleOfType(type: string): PictureRole {
  const word = type
    .replace(/^(aten|prim|onnx)::/, '')
    .replace(/_+$/, '')
    .toLowerCase();
  return roles.find(([, pattern]) => pattern.test(word))?.[0] ?? 'other';
}
