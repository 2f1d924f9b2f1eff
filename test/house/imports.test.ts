// Directions of imports: ARCHITECTURE.md's table of rooms, no circles, one import site for each package.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importsOf, nameOf, root, sources } from './program.ts';

const edges = new Map(sources.map((source) => [nameOf(source.fileName), importsOf(source)]));

/** The room of a file: its folder in src; undefined for the loose files at the top of src, and outside of src. */
const roomOf = (file: string): string | undefined => /^src\/([^/]+)\//.exec(file)?.[1];

/** Rows of the table `| room | what it is | may import |`: rooms and the rooms that they may import. */
function allowedRooms(): Map<string, readonly string[]> {
  const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  const rows = [...text.matchAll(/^\| `src\/(\w+)` \| [^|]+ \| ([^|]*) \|$/gm)];
  return new Map(rows.map(([, room, allowed]) => [room!, [...allowed!.matchAll(/`(\w+)`/g)].map(([, name]) => name!)]));
}
const allowed = allowedRooms();

test('ARCHITECTURE.md has a row for every room of src', () => {
  const rooms = new Set([...edges.keys()].map(roomOf).filter((room) => room !== undefined));
  expect([...rooms].sort()).toEqual([...allowed.keys()].sort());
});

test('a file of src imports only rooms that its row of ARCHITECTURE.md allows', () => {
  const wrong = [...edges].flatMap(([file, imports]) => {
    const room = roomOf(file);
    if (room === undefined) return [];
    return imports.flatMap(({ target }) => {
      const other = target === undefined ? undefined : roomOf(target);
      return other === undefined || other === room || allowed.get(room)?.includes(other)
        ? []
        : [`${file} imports ${target}`];
    });
  });
  expect(wrong).toEqual([]);
});

test('no file of a room imports a door of the package', () => {
  const doors = ['index', 'browser', 'core', 'nn', 'script'].map((name) => `src/${name}.ts`);
  const wrong = [...edges].filter(
    ([file, imports]) => roomOf(file) !== undefined && imports.some(({ target }) => target && doors.includes(target)),
  );
  expect(wrong.map(([file]) => file)).toEqual([]);
});

test('no import circle exists between files, types and dynamic imports included', () => {
  const graph = new Map([...edges].map(([file, imports]) => [file, imports.flatMap(({ target }) => target ?? [])]));
  expect(circlesOf(graph)).toEqual([]);
});

/** Strongly connected components of more than one file (Tarjan). */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    low.set(file, order.get(file)!);
    stack.push(file);
    for (const target of graph.get(file) ?? []) {
      if (!order.has(target)) visit(target);
      if (stack.includes(target)) low.set(file, Math.min(low.get(file)!, low.get(target)!));
    }
    if (low.get(file) !== order.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1 || graph.get(file)?.includes(file)) circles.push(circle.sort());
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return circles;
}

/** Files that are loaded together with a file, itself included, and the packages that they load. */
function loadedWith(start: string): { readonly file: string; readonly specifier: string }[] {
  const files = new Set([start]);
  for (const file of files)
    for (const { target, eager } of edges.get(file) ?? []) if (eager && target) files.add(target);
  return [...files].flatMap((file) =>
    (edges.get(file) ?? []).flatMap(({ specifier, target, eager }) => (eager && !target ? [{ file, specifier }] : [])),
  );
}

test('a command loads no tf.js before it knows the project of the model, whose tf.js it takes', () => {
  const starts = [...edges.keys()].filter((file) => /^cli\/(?:commands|options)\/|^cli\/main\.ts$/.test(file));
  expect(starts.length).toBeGreaterThan(20);
  const wrong = starts.flatMap((start) =>
    loadedWith(start).flatMap(({ file, specifier }) =>
      specifier.startsWith('@tensorflow/') ? [`${start} loads ${file}, which loads ${specifier}`] : [],
    ),
  );
  expect(wrong).toEqual([]);
});

const importers = (matches: (specifier: string) => boolean): string[] =>
  [...edges].filter(([, imports]) => imports.some(({ specifier }) => matches(specifier))).map(([file]) => file);

test('tfjs-core is imported by the rooms that run models alone', () => {
  const rooms = [
    'nn',
    'models',
    'kernels',
    'trace',
    'timing',
    'backends',
    'load',
    'callback',
    'kerasLayers',
    'compare',
  ];
  const wrong = importers((name) => name === '@tensorflow/tfjs-core').filter(
    (file) => file.startsWith('src/') && !rooms.includes(roomOf(file) ?? ''),
  );
  expect(wrong).toEqual([]);
});

test('Node built-ins are imported in src by rooms that touch the machine alone', () => {
  const wrong = importers((name) => name.startsWith('node:')).filter(
    (file) => file.startsWith('src/') && !/^src\/(?:storage|backends|weights)\/|^src\/media\/deflateNode/.test(file),
  );
  expect(wrong).toEqual([]);
});

test('each package but tf.js has one import site in src and cli', () => {
  const sites = new Map<string, string[]>();
  for (const [file, imports] of edges)
    for (const { specifier } of imports)
      if (!/^[.#]|^node:|^@tensorflow\//.test(specifier)) {
        const name = specifier
          .split('/')
          .slice(0, specifier.startsWith('@') ? 2 : 1)
          .join('/');
        sites.set(name, [...new Set([...(sites.get(name) ?? []), file])]);
      }
  expect([...sites].filter(([, files]) => files.length > 1)).toEqual([]);
});
