// Builds the browser code of the viewer into modules of texts, which `view` writes into its pages.
//   node tools/generateViewer.mjs [folder]      the folder is src/view/generated unless given
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { gzipSync } from 'fflate';

const client = fileURLToPath(new URL('../src/view/client/', import.meta.url));
const out = resolve(process.argv[2] ?? join(client, '../generated'));
mkdirSync(out, { recursive: true });

/** The script takes the styles that were written just now, whatever the folder. */
const justMade = {
  name: 'just-made',
  setup({ onResolve }) {
    onResolve({ filter: /generated\/styleSheet\.js$/ }, () => ({ path: join(out, 'styleSheet.js') }));
  },
};

async function built(file) {
  const result = await build({
    entryPoints: [join(client, file)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    charset: 'utf8',
    legalComments: 'none',
    target: ['chrome111', 'firefox113', 'safari16.4'],
    plugins: [justMade],
  });
  return result.outputFiles[0].text.trim();
}

/** @param texts by the name of each export, with its doc comment */
function writeModule(name, texts) {
  const entries = Object.entries(texts);
  const code = entries.map(([key, [, text]]) => `export const ${key} = ${JSON.stringify(text)};\n`);
  const types = entries.map(([key, [comment]]) => `/** ${comment} */\nexport declare const ${key}: string;\n`);
  writeFileSync(join(out, `${name}.js`), code.join(''));
  writeFileSync(join(out, `${name}.d.ts`), types.join(''));
}

/** As a content security policy names a script. */
const hashOf = (script) => `sha256-${createHash('sha256').update(script).digest('base64')}`;

writeModule('styleSheet', { styleSheet: ["The viewer's styles.", await built('viewer.css')] });
const [main, start] = [await built('main.ts'), await built('start.ts')];
if (/<\/|<!--/.test(start)) throw new Error('start.ts stands in an element, and must not hold </ or <!--');
const compressed = gzipSync(new TextEncoder().encode(main), { level: 9, mtime: 0 });
writeModule('client', {
  start: ['The script that unpacks and runs the other one.', start],
  startHash: ['Its hash, as a content security policy names it.', hashOf(start)],
  main: ["The viewer's script, compressed with gzip, as base64.", Buffer.from(compressed).toString('base64')],
  mainHash: ['The hash of that script.', hashOf(main)],
});
