// The pictures of docs/gallery.md that show models of packages are what its commands draw; UPDATE=1 writes them anew.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawingCommand, packagedModels } from '../pages/galleryModels.ts';
import { emptyProject, root, runLine } from '../pages/runPage.ts';
import { packageFolder } from './packages.ts';

test.each(packagedModels.map((model) => [model.file, model] as const))('docs/gallery/%s', (file, model) => {
  const { packageName, version, path, params } = model;
  const folder = emptyProject({ [packageName]: packageFolder(packageName, version) });
  try {
    const drawn = runLine(folder, drawingCommand(model));
    expect(drawn.status, drawn.output).toBe(0);
    const svg = readFileSync(join(folder, file), 'utf8');
    const picture = join(root, 'docs/gallery', file);
    if (process.env.UPDATE === '1') writeFileSync(picture, svg);
    expect(readFileSync(picture, 'utf8')).toBe(svg);
    expect(svg.length).toBeLessThan(60_000);
    const { output } = runLine(folder, `npx gmlp-viz summary node_modules/${packageName}/${path} --style table`);
    expect(output).toMatch(new RegExp(`^Params: +${params.toLocaleString('en')}$`, 'm'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
