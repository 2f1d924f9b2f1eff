// The command line: yargs parses it from the table of commands, and the command that it names runs.
import { readFileSync } from 'node:fs';
import yargs from 'yargs';
import { UserError } from '../src/errors.ts';
import type { Command, Words } from './commands/command.ts';
import { type CommandName, commandNames, commands } from './commands/commands.ts';
import type { ExitCode } from './commands/exitCode.ts';
import { expectOtherOut } from './expectOtherOut.ts';
import {
  enterProject,
  fileBeside,
  isCode,
  isEventPath,
  isPath,
  isWeightsFile,
  modelFile,
} from './model/modelProject.ts';
import { globalOptions } from './options/globalOptions.ts';
import { unknownArgument } from './options/unknownArgument.ts';
import { choiceLines, choicesOf, groupsOf, yargsOptions } from './options/yargsOptions.ts';
import {
  chooseColours,
  fail,
  guardConsole,
  handleFailures,
  noteWarnings,
  showFrames,
  stderr,
  stdout,
} from './output.ts';

/**
 * Runs the command that the arguments name: results on stdout, everything else on stderr.
 * @param exitNow ends the process where a failure leaves nothing to wait for
 */
export async function runCommandLine(args: readonly string[], exitNow: (code: ExitCode) => never): Promise<ExitCode> {
  handleFailures(exitNow);
  if (args.includes('--verbose') || process.env.DEBUG) showFrames();
  chooseColours(args);
  noteWarnings();
  const giveConsoleBack = guardConsole();
  let exitCode: ExitCode = 0;
  try {
    const loaded = await loadNamed(args);
    if (args[0] === '--get-yargs-completions') {
      await complete(args.slice(1), loaded);
      return exitCode;
    }
    const enter = (values: Values, command: Command): void => {
      const paths = projectPaths(values, command);
      enterProject(paths, values.isolated === true);
      if (paths.some(isCode)) giveConsoleBack();
    };
    const run = async (values: Values, command: Command): Promise<void> => {
      exitCode = await command.run(values as Parameters<Command['run']>[0], stdout, stderr);
    };
    const parser = await parserOf(args, loaded, enter, run);
    if (args.length === 0) stdout.write(`${await parser.getHelp()}\n`);
    // yargs would print help by the console, which is for other code's texts
    else
      await parser.parseAsync([...args], {}, (_error, _values, text) => {
        if (text !== '') stdout.write(`${text}\n`);
      });
    return exitCode;
  } catch (error) {
    const modelFails = error instanceof Error && error.name === 'ForwardError';
    return fail(await asUserError(error, args), modelFails ? 1 : 2);
  }
}

type Values = Readonly<Record<string, unknown>>;
type Loaded = ReadonlyMap<CommandName, Command>;

/** Loads the commands whose names are among the arguments, of which yargs runs one. */
async function loadNamed(args: readonly string[]): Promise<Loaded> {
  const named = commandNames.filter((name) => args.includes(name));
  return new Map(
    await Promise.all(named.map(async (name) => [name, (await commands[name].load()) as Command] as const)),
  );
}

/** Prints the words that the shell may put at its cursor; none where they cannot be told, since an error would stand in the line. */
async function complete(args: readonly string[], loaded: Loaded): Promise<void> {
  enterProject(['package.json']);
  const { completionsOf } = await import('./options/completions.ts');
  // the script for zsh alone says where the cursor is
  const words = await completionsOf(args, loaded, process.env.COMP_CWORD !== undefined).catch(() => []);
  if (words.length > 0) stdout.write(`${words.join('\n')}\n`);
}

async function parserOf(
  args: readonly string[],
  loaded: Loaded,
  enter: (values: Values, command: Command) => void,
  run: (values: Values, command: Command) => Promise<void>,
) {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const wantsHelp = args.includes('--help') || args.includes('-h');
  const parser = yargs([...args])
    .scriptName('gmlp-viz')
    // `asUserError` reads yargs' messages, and the texts of this command are English
    .locale('en')
    .usage('$0 <command> [model]\n\nLayer tables and TensorBoard graphs of TensorFlow.js models.')
    .example('$0 summary path/to/model.json', 'the table of a model')
    .example('$0 summary ./model.ts#Net --input 1,28,28', 'of an export of a module, on this input')
    .example('$0 graph ./model.ts --logdir logs', 'then tensorboard --logdir logs')
    .example('$0 summary --help', 'the options of a command')
    // before any option is parsed: the table of an option's choices may load tf.js, from the model's project
    .middleware((values) => {
      const command = loaded.get(values._[0] as CommandName);
      if (command && values._.length === 1) enter(values, command);
    }, true)
    .options(loaded.size === 0 ? yargsOptions(globalOptions) : {})
    .demandCommand(1, `name a command (one of ${commandNames.join(', ')})`)
    .strict()
    .exitProcess(false)
    .version(version)
    .alias('version', 'v')
    .help()
    .alias('help', 'h')
    .fail((message, error) => {
      // yargs' own complaints are the user's mistakes
      throw error && error.name !== 'YError' ? error : new YargsComplaint(message);
    });
  keepNoHelp(parser);
  for (const name of commandNames) {
    const command = loaded.get(name);
    if (command) await addCommand(parser, name, command, wantsHelp, run);
    else parser.command(name, commands[name].describe);
  }
  // added last, so that the help lists it after the other commands
  return parser.completion('completion', 'print a shell completion script');
}

/** Keeps yargs from laying out the help of each command that runs, which it does for failures that print it: ours print none. */
function keepNoHelp(parser: object): void {
  const { getInternalMethods } = parser as { getInternalMethods?(): { getUsageInstance(): object } };
  Object.assign(getInternalMethods?.call(parser).getUsageInstance() ?? {}, { cacheHelpMessage: () => undefined });
}

async function addCommand(
  parser: ReturnType<typeof yargs>,
  name: CommandName,
  command: Command,
  wantsHelp: boolean,
  run: (values: Values, command: Command) => Promise<void>,
): Promise<void> {
  const { words, options, examples } = command;
  const choices = wantsHelp ? await choicesOf(options) : undefined;
  parser.command(
    [name, ...usageOf(words)].join(' '),
    commands[name].describe,
    (builder) => {
      for (const [word, { describe, default: initial }] of Object.entries(words))
        builder.positional(word, { describe, type: 'string', ...(initial !== undefined && { default: initial }) });
      // yargs takes `-` for a word that is missing, unless it is told how many follow
      builder.nargs(Object.fromEntries(Object.keys(words).map((word) => [word, 1])));
      builder.options(yargsOptions({ ...globalOptions, ...options }, choices));
      for (const [title, names] of groupsOf(options)) builder.group(names, title);
      builder.group(
        [...Object.keys(globalOptions).filter((own) => !(own in options)), 'help', 'version'],
        'Of every command:',
      );
      for (const [line, explanation] of examples) builder.example(`$0 ${line}`, explanation);
      if (choices) builder.epilogue(choiceLines(choices));
    },
    async (values) => {
      if (values._.length > 1) throw new UserError(`expected no words after --, got ${values._.slice(1).join(' ')}`);
      expectOtherOut(values);
      await run(values, command);
    },
  );
}

/** The words as the usage line names them. */
const usageOf = (words: Words): string[] =>
  Object.entries(words).map(([word, { optional, default: initial }]) =>
    optional || initial !== undefined ? `[${word}]` : `<${word}>`,
  );

/**
 * The files whose projects are searched for packages: imports first, then models, but no event files and files of weights,
 * which are data; package.json here if no model was named.
 */
function projectPaths(values: Values, { words }: Command): string[] {
  const models = Object.entries(words).filter(([, { isModel }]) => isModel);
  const given = models.map(([word]) => values[word]).filter((word) => word !== undefined);
  const own = models.length > 0 && given.length === 0 ? ['package.json'] : [];
  const files = given
    .map(String)
    .filter((word) => isPath(word) && !isWeightsFile(word))
    .map(modelFile)
    .map(fileBeside);
  const paths = [values.import ?? [], own, files.filter((file) => !isEventPath(file))].flat();
  return paths.map((path) => `${path}`.split('#')[0]!);
}

/** A message of yargs about the command line. */
class YargsComplaint extends Error {}

/** Turns a complaint of yargs into a UserError; for unknown words, whose message only lists them, adds the nearest known one. */
async function asUserError(error: unknown, args: readonly string[]): Promise<unknown> {
  if (!(error instanceof Error) || !(error instanceof YargsComplaint || error.name === 'YError')) return error;
  const { message } = error;
  const words = /^Unknown (?:argument|command)s?: (.*)$/s.exec(message)?.[1];
  const given = /^Not enough non-option arguments: got (\d+)/.exec(message)?.[1];
  if (given !== undefined) return new UserError(await missingWord(Number(given), args));
  const option = /^Not enough arguments following: (.*)$/s.exec(message)?.[1];
  if (option !== undefined) return new UserError(`--${option} needs a value`);
  if (words === undefined) return new UserError(message.charAt(0).toLowerCase() + message.slice(1));
  const known = commandNames.map(async (name) => [name, (await commands[name].load()) as Command] as const);
  return new UserError(unknownArgument(words, args, new Map(await Promise.all(known))));
}

/** The error text for a command without its words. @param given how many of them there are */
async function missingWord(given: number, args: readonly string[]): Promise<string> {
  const name = commandNames.find((each) => each === args.find((arg) => Object.hasOwn(commands, arg)))!;
  const usage = usageOf((await commands[name].load()).words);
  return `${usage[given]} is missing: gmlp-viz ${[name, ...usage].join(' ')}`;
}
