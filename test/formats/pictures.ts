// Pictures for tests of formats: names that each format could misread, and generated nested graphs.
import fc from 'fast-check';
import type { Picture, PictureNode } from '../../src/graph/picture/picture.ts';
import { inPreorder } from '../../src/graph/picture/preorder.ts';

export const hostileNames: readonly string[] = [
  '</script><script>alert(1)</script>',
  '"quoted" \'single\' `back`',
  '%%{init: {"theme":"forest"}}%%',
  'a\nb\r\nc\td',
  '[brackets] {braces} (parens) <angles>',
  'שלום עולם',
  '\u202Eright-to-left',
  'long'.repeat(2500),
  'back\\slash \\N \\G \\l \\',
  '&amp; &#65; &lt; #35; #quot;',
  '中文字符 🧠 𝔸',
  '\uD800 half a pair',
  '\0\u0007\u001b[31m',
  'end',
  '1. list',
  '- item',
  ']]>',
  '--> x',
  '*/ /* // # ;',
  'a/b/c',
  ' spaces  at  ends ',
  '$& $1 $$',
  'fi­zero​width',
  '`"><svg onload=alert(1)>',
  '-->|x|',
  'click n0 "javascript:alert(1)"',
  'n0 -> n1 [label=""]',
  '<b>bold</b><br/>',
  '\uFFFE\uFFFF',
  '__proto__',
  'constructor',
  'line\u2028and\u2029paragraph\u0085next',
  '\uDC00 the other half',
  'Z̷̢̛̗a̵l̴g̶o̸ e\u0301',
  '👩‍👩‍👧‍👦 family',
  '\u2066isolated\u2069 \u200Fmark',
  '$$x^2$$ $x$',
  '`**bold** _italic_`',
  'fa:fa-car :::klass @{ shape: circle }',
  'style n0 fill:red;linkStyle 0 stroke:red',
  'subgraph x\nend\nsubgraph',
  '<<b>label</b>>',
  'strict digraph { a -> b }',
  '{"json": [1, 2, "\\u0000"]}',
  'url(#a);@import "x"',
  '0',
  '-0.5e400',
  'toString',
];

const node = (fields: Partial<PictureNode> & Pick<PictureNode, 'path'>): PictureNode => ({
  parent: -1,
  name: fields.path,
  type: '',
  kind: 'module',
  role: 'other',
  outputs: [[1, 2, 3]],
  amounts: { params: 12345 },
  size: 1,
  ...fields,
});

/** A group of each hostile name with a leaf of it, the leaves in a chain. */
export const hostilePicture: Picture = {
  name: hostileNames.join(' '),
  nodes: hostileNames.flatMap((name, i) => [
    node({ path: `${name}`, type: name }),
    node({
      path: `${name}.leaf`,
      name,
      type: i % 2 === 0 ? name : 'Linear',
      parent: 2 * i,
      kind: i % 3 ? 'module' : 'op',
      parameters: [{ path: `${name}.weight`, shape: [1, 3], dtype: name }],
    }),
  ]),
  edges: hostileNames.slice(1).map((_, i) => ({ from: 2 * i + 1, to: 2 * i + 3, output: 0, shape: [1, i, -1] })),
};

const roles = ['weights', 'norm', 'activation', 'merge', 'pool', 'other'] as const;
const words = fc.oneof(
  fc.string({ maxLength: 12, unit: 'grapheme' }),
  fc.constantFrom(...hostileNames),
  fc.constantFrom('Linear', 'Conv2d', 'add'),
);
const shapes = fc.option(fc.array(fc.integer({ min: -1, max: 512 }), { maxLength: 4 }), { nil: null });

/** Groups in groups with edges between leaves, forward and, one in ten, back. */
export const pictures = (maxNodes = 20): fc.Arbitrary<Picture> =>
  fc
    .record({
      name: words,
      nodes: fc.array(
        fc.record({
          up: fc.nat(5),
          name: words,
          type: words,
          role: fc.constantFrom(...roles),
          shapes,
          params: fc.option(fc.nat(1e9), { nil: undefined }),
          kind: fc.constantFrom('module', 'op', 'kernel', 'scope' as const),
        }),
        { minLength: 1, maxLength: maxNodes },
      ),
      edges: fc.array(fc.record({ from: fc.nat(), to: fc.nat(), output: fc.nat(2), shapes, turn: fc.nat(9) }), {
        maxLength: 2 * maxNodes,
      }),
    })
    .map(({ name, nodes, edges }) => {
      const made = nodes.map(({ up, shapes, params, ...fields }, i) => {
        const parent = up > 3 ? -1 : Math.floor((i - 1 - up) / 3) * 3;
        const amounts = params === undefined ? {} : { params };
        return node({
          ...fields,
          path: `${i} ${fields.name}`,
          parent: parent < 0 ? -1 : parent,
          outputs: [shapes],
          amounts,
        });
      });
      const parents = new Set(made.map(({ parent }) => parent));
      const leaves = made.flatMap((_, i) => (parents.has(i) ? [] : [i]));
      const known = new Set<string>();
      const joined = edges.flatMap(({ from, to, output, shapes, turn }) => {
        const [a, b] = [leaves[from % leaves.length]!, leaves[to % leaves.length]!].sort((x, y) => x - y);
        const ends = turn === 0 ? { from: b!, to: a! } : { from: a!, to: b! };
        const key = `${ends.from} ${ends.to} ${output}`;
        if (a === b || known.has(key)) return [];
        known.add(key);
        return [{ ...ends, output, shape: shapes }];
      });
      return inPreorder(name, made, joined);
    });
