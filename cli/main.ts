// The gmlp-viz command. In: argv. Out: the result on stdout, everything else on stderr, and an exit code: 0 done, 1 an
// answer that is no (models differ, a file is corrupt, a model fails in its forward pass, no backend computes), 2 no
// answer, with one clause that says why.
import { readFileSync } from 'node:fs';
import yargs from 'yargs';
import { hideBin } from 'yargs/helpers';
import { UserError } from '../src/errors.ts';
import { backendsCommand } from './commands/backendsCommand.ts';
import { diffCommand } from './commands/diffCommand.ts';
import { graphCommand } from './commands/graphCommand.ts';
import { inspectCommand } from './commands/inspectCommand.ts';
import { profileCommand } from './commands/profileCommand.ts';
import { summaryCommand } from './commands/summaryCommand.ts';
import { enterProject, isCode } from './model/modelProject.ts';
import { isPath } from './options/modelOptions.ts';
import { unknownWord } from './options/unknownWord.ts';
import { fail, guardConsole, handleFailures } from './output.ts';

handleFailures();
const giveConsoleBack = guardConsole();

const commands = {
  summary: summaryCommand,
  graph: graphCommand,
  profile: profileCommand,
  diff: diffCommand,
  inspect: inspectCommand,
  backends: backendsCommand,
};
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

let command: string | undefined;

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
  .middleware(({ _: words, model, before, after, import: imports, isolated }) => {
    if (words.length > 1) throw new UserError(`expected no words after --, got ${words.slice(1).join(' ')}`);
    command = `${words[0]}`;
    // without a model it is about the project of the current folder
    const own = command === 'backends' && model === undefined ? 'package.json' : undefined;
    const models = [model, before, after].map(String).filter(isPath);
    const paths = [imports ?? [], own ?? [], models].flat().map((path) => `${path}`.split('#')[0]!);
    enterProject(paths, isolated === true);
    if (paths.some(isCode)) giveConsoleBack();
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
  const modelFails = error instanceof Error && error.name === 'ForwardError';
  // of a difference 1 says that there is one
  fail(error, modelFails && command !== 'diff' ? 1 : 2);
}

// yargs says only which words it does not know
function oneClause(message: string): string {
  const words = /^Unknown (?:argument|command)s?: (.*)$/s.exec(message)?.[1];
  if (words === undefined) return message.charAt(0).toLowerCase() + message.slice(1);
  const optionNames = Object.entries(commands).map(([name, { optionNames }]) => [name, optionNames] as const);
  return unknownWord(words, hideBin(process.argv), new Map(optionNames));
}
