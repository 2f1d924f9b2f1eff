#!/usr/bin/env node
// The gmlp-viz command. In: argv. Out: the result on stdout, everything else on stderr, an exit code.
import { readFileSync } from 'node:fs';
import yargs from 'yargs';
import { hideBin } from 'yargs/helpers';
import { UserError } from '../src/userError.ts';
import { backendsCommand } from './commands/backends.ts';
import { diffCommand } from './commands/diff.ts';
import { graphCommand } from './commands/graph.ts';
import { inspectCommand } from './commands/inspect.ts';
import { profileCommand } from './commands/profile.ts';
import { summaryCommand } from './commands/summary.ts';
import { isPath } from './modelOptions.ts';
import { nearest } from './nearest.ts';
import { enterProject } from './project.ts';

// `| head -1` closes the pipe when it has what it wants
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const commands = {
  summary: summaryCommand,
  graph: graphCommand,
  profile: profileCommand,
  diff: diffCommand,
  inspect: inspectCommand,
  backends: backendsCommand,
};
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const parser = yargs(hideBin(process.argv))
  .scriptName('gmlp-viz')
  .usage('$0 <command> [model]\n\nLayer tables and TensorBoard graphs of TensorFlow.js models.')
  .command(commands.summary)
  .command(commands.graph)
  .command(commands.profile)
  .command(commands.diff)
  .command(commands.inspect)
  .command(commands.backends)
  .example('$0 summary', "the reference's table of the seed model")
  .example('$0 graph --logdir logs', 'then tensorboard --logdir logs')
  // a handler's first import may load tf.js
  .middleware(({ model, before, import: imports }) => {
    const word = `${[imports ?? model ?? before ?? ''].flat()[0]}`;
    if (isPath(word)) enterProject(word.split('#')[0]!);
  })
  .completion('completion', 'print a shell completion script')
  .demandCommand(1, `name a command (one of ${Object.keys(commands).join(', ')})`)
  .strict()
  .version(version)
  .help()
  .fail((message, error) => {
    // yargs' own complaints are the user's mistakes
    throw error && error.name !== 'YError' ? error : new UserError(oneClause(message));
  });

try {
  await parser.parseAsync();
} catch (error) {
  const clause = error instanceof Error ? error.message.replace(/\s*\n\s*/g, ' ') : String(error);
  process.stderr.write(`gmlp-viz: ${clause}\n`);
  // by its name: the user's model may throw that of another copy of this package
  process.exitCode = error instanceof Error && error.name === 'UserError' ? 2 : 1;
}

// yargs says only which words it does not know
function oneClause(message: string): string {
  const unknown = /^Unknown (argument|command)s?: (.*)$/.exec(message);
  if (!unknown) return message.charAt(0).toLowerCase() + message.slice(1).replace(/\s*\n\s*/g, ' ');
  const word = unknown[2]!.split(', ')[0]!;
  const isOption = process.argv.some((argument) => argument.startsWith(`--${word}`));
  const known = isOption
    ? [...new Set(Object.values(commands).flatMap((command) => command.optionNames))]
    : Object.keys(commands);
  const name = isOption ? `--${word}` : word;
  const guess = nearest(word, known);
  const hint = guess ? `did you mean ${isOption ? '--' : ''}${guess}?` : `one of ${known.join(', ')}`;
  return `unknown ${isOption ? 'option' : 'command or argument'}: ${name} (${hint})`;
}
