// Compiles the modules that tests import into one file, once for each run. Without it vite hands each test file some 600 modules
// one by one, which takes 1.5 s of CPU time a file; node loads the compiled file in 0.4 s.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Rolldown } from 'tsdown';
import type { Plugin } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
// vitest leaves files below node_modules to node; each run has a folder of its own
const folder = join(root, 'node_modules/.cache/gmlp-viz', `${process.pid}`);

/** The module of src or cli, from the root and without `.ts`, that a file imports by `source`; undefined for any other. */
function moduleName(source: string, file: string): string | undefined {
  return /^((?:src|cli)\/.+)\.ts$/.exec(relative(root, join(file, '..', source)))?.[1];
}

function importedModules(): Set<string> {
  const names = new Set<string>();
  for (const path of readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })) {
    const file = join(root, 'test', path);
    if (!path.endsWith('.ts')) continue;
    for (const [, source] of readFileSync(file, 'utf8').matchAll(/['"](\.[^'"$]+\.ts)['"]/g)) {
      const name = moduleName(source!, file);
      if (name) names.add(name);
    }
  }
  return names;
}

/** Compiled code keeps the address of its source, which finds files beside it. */
const sourceAddress: Rolldown.Plugin = {
  name: 'source-address',
  transform: (code, id) => code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)),
};

/** A plugin of vite: tests import src and cli as one compiled file, but while vitest watches, when sources change. */
export function compiled(): Plugin {
  let isWatching = false;
  let names = new Set<string>();
  return {
    name: 'compiled',
    enforce: 'pre',
    configureVitest({ vitest }) {
      isWatching = vitest.config.watch;
    },
    async buildStart() {
      if (isWatching) return;
      names = importedModules();
      const bundle = await Rolldown.rolldown({
        input: Object.fromEntries([...names].map((name) => [name, join(root, `${name}.ts`)])),
        platform: 'node',
        external: /^[^./#\0]/,
        logLevel: 'silent',
        plugins: [sourceAddress],
      });
      await bundle.write({
        dir: folder,
        entryFileNames: '[name].mjs',
        sourcemap: true,
        keepNames: true,
        codeSplitting: { groups: [{ name: 'all', test: /./ }] },
      });
    },
    buildEnd: () => rmSync(folder, { recursive: true, force: true }),
    resolveId(source, importer) {
      const name = importer && moduleName(source, importer);
      return name && names.has(name) ? { id: join(folder, `${name}.mjs`), external: true } : undefined;
    },
  };
}
