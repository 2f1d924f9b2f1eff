// What the help of each command says of its options and examples.
import { expect, test } from 'vitest';
import { commandNames, commands } from '../../cli/commands/commands.ts';
import type { Option } from '../../cli/options/schema.ts';
import { runCommand } from './runCommand.ts';

/** Options that do nothing unless they are given. */
const without = ['backend', 'columns', 'input', 'node-data', 'reduce', 'show', 'verbose'];

test.each(commandNames)('the help of %s says the default of each option that has one', async (name) => {
  const { options } = await commands[name].load();
  const silent = Object.entries<Option<unknown>>(options).filter(
    ([, { default: initial, defaultText, describe, choices, negatable }]) =>
      (choices || negatable) && initial === undefined && defaultText === undefined && !describe.includes('(default: '),
  );
  expect(silent.map(([option]) => option).filter((option) => !without.includes(option))).toEqual([]);
});

test.each(commandNames)('each example of %s names options that the command has', async (name) => {
  const { options, examples } = await commands[name].load();
  const known = ['color', 'verbose', ...Object.keys(options)];
  for (const [line] of examples) {
    expect(line.split(' ')[0]).toMatch(/^[a-z]+$/);
    const used = [...line.matchAll(/ --(?:no-)?([a-z-]+)/g)].map(([, option]) => option!);
    const own = line.startsWith(`${name} `) ? known : used;
    expect(
      used.filter((option) => !own.includes(option)),
      line,
    ).toEqual([]);
  }
});

test('the defaults that help says are those of the command', () => {
  const shown = (...args: string[]) => runCommand(['summary', '--depth', '0', ...args]);
  const table = shown('--style', 'table');
  expect(table.status).toBe(0);
  const stated = ['--engine', 'tfjs', '--optimizer', 'adam', '--flops-convention', 'macs', '--fold'];
  expect(shown('--style', 'table', ...stated)).toEqual(table);
  const info = ['--depth', '3', '--col-width', '25', '--row-settings', 'depth', '--batch-dim', '0', '--verbose', '1'];
  expect(runCommand(['summary', '--style', 'torchinfo', ...info])).toEqual(
    runCommand(['summary', '--style', 'torchinfo']),
  );
  const drawn = ['graph', '--format', 'dot'];
  expect(runCommand([...drawn, '--level', 'modules', '--direction', 'down'])).toEqual(runCommand(drawn));
});

test('help lists summary before the commands that few need', () => {
  const names = [...runCommand([]).stdout.matchAll(/^ {2}gmlp-viz ([a-z]+) {2,}/gm)].map(([, name]) => name);
  expect([names[0], names.at(-1)]).toEqual(['summary', 'completion']);
});
