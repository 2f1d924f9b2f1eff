// The table of sub-commands. A command's code is loaded when the command line names it.
import type { Command } from './command.ts';

interface CommandEntry {
  readonly describe: string;
  load(): Promise<Command>;
}

/** Sub-commands by name, in the order of the help. */
export const commands = {
  summary: {
    describe: 'print the table of layers',
    load: async () => (await import('./summaryCommand.ts')).summaryCommand,
  },
  view: {
    describe: 'write a page that shows a model, or what differs between two, and open it',
    load: async () => (await import('./viewCommand.ts')).viewCommand,
  },
  graph: {
    describe: 'write the graph for TensorBoard or TensorFlow, or as a picture',
    load: async () => (await import('./graphCommand.ts')).graphCommand,
  },
  profile: {
    describe: 'take the time of layers and ops, and measure memory',
    load: async () => (await import('./profileCommand.ts')).profileCommand,
  },
  diff: {
    describe: 'compare two models; exit code 1 when they differ, 2 when it fails',
    load: async () => (await import('./diffCommand.ts')).diffCommand,
  },
  compare: {
    describe: 'compare what two runs compute, layer by layer; exit code 1 when they part, 2 when it fails',
    load: async () => (await import('./compareCommand.ts')).compareCommand,
  },
  convert: {
    describe: 'write a Keras 3 model as files that tf.js loads, or TensorFlow',
    load: async () => (await import('./convertCommand.ts')).convertCommand,
  },
  inspect: {
    describe: 'tell what event files hold',
    load: async () => (await import('./inspectCommand.ts')).inspectCommand,
  },
  sync: {
    describe: 'send what writers to s3:// left on the disk',
    load: async () => (await import('./syncCommand.ts')).syncCommand,
  },
  backends: {
    describe: 'tell which backends compute here, and what a model finds missing in them',
    load: async () => (await import('./backendsCommand.ts')).backendsCommand,
  },
} satisfies Record<string, CommandEntry>;

/** A sub-command's name. */
export type CommandName = keyof typeof commands;

/** The names of all sub-commands. */
export const commandNames = Object.keys(commands) as readonly CommandName[];
