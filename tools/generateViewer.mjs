// Builds the browser code of the viewer into a module of texts, which `view` writes into its pages.
//   node tools/generateViewer.mjs [folder]      the folder is src/view/generated unless given
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const client = fileURLToPath(new URL('../src/view/client/', import.meta.url));
const out = resolve(process.argv[2] ?? join(client, '../generated'));

async function built(file, options) {
  const result = await build({
    entryPoints: [join(client, file)],
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    legalComments: 'none',
    target: ['chrome111', 'firefox113', 'safari16.4'],
    ...options,
  });
  return result.outputFiles[0].text.trim();
}

// the texts stand in elements of HTML, whose ends they must not hold
const inElement = (text) => text.replace(/<(?=\/(?:script|style))|<(?=!--)/gi, '\\x3c');
const script = inElement(await built('main.ts', { format: 'esm' }));
const styleSheet = await built('viewer.css', {});
if (/<\//.test(styleSheet)) throw new Error('the style sheet must not hold </');
const scriptHash = `sha256-${createHash('sha256').update(script).digest('base64')}`;

mkdirSync(out, { recursive: true });
const texts = { script, styleSheet, scriptHash };
writeFileSync(
  join(out, 'client.js'),
  Object.entries(texts)
    .map(([name, text]) => `export const ${name} = ${JSON.stringify(text)};\n`)
    .join(''),
);
writeFileSync(
  join(out, 'client.d.ts'),
  `/** The code of the page, as a module without imports. */
export declare const script: string;
/** The viewer's styles. */
export declare const styleSheet: string;
/** The hash of the script, as a content security policy names it. */
export declare const scriptHash: string;
`,
);
