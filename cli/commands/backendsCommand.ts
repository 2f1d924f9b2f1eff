// `gmlp-viz backends [model]`: which backends are there, what they are worth and lack, on stdout.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CommandModule } from 'yargs';
import { type BackendName, backendNames, backends } from '../../src/backends/backends.ts';
import {
  type LackedKernels,
  lackedKernels,
  type NeededKernels,
  neededKernels,
} from '../../src/backends/lackingKernels.ts';
import type { Survey } from '../../src/backends/survey.ts';
import { unknownText } from '../../src/choice.ts';
import { UserError } from '../../src/errors.ts';
import { projectFile } from '../model/modelProject.ts';
import { withBatch } from '../model/parseInput.ts';
import { chosenModel, modelOptions, modelPositional, takesDash } from '../options/modelOptions.ts';
import { sayLines, writeOut } from '../output.ts';
import { attempt } from '../reportForwardError.ts';

const formats = ['table', 'json'] as const;
const { backend: _, weights: __, ...sizes } = modelOptions;
const options = {
  ...sizes,
  format: { describe: 'table or json', type: 'string', default: 'table', requiresArg: true },
} as const;

// characters that are kept of what a broken backend says at its end
const maxSaid = 10_000;

export const backendsCommand = {
  optionNames: Object.keys(options),
  command: 'backends [model]',
  describe: 'tell which backends compute here, and what a model finds missing in them',
  builder: (yargs) =>
    yargs
      .positional('model', modelPositional)
      .nargs(takesDash('model'))
      .options(options)
      .example('$0 backends', 'what --backend auto chooses from')
      .example('$0 backends path/to/model.json', 'with the kernels that the model needs and a backend lacks'),
  handler: async (argv) => {
    const format = formats.find((name) => name === argv.format);
    if (!format) throw new UserError(unknownText('format', `${argv.format}`, formats));
    const needed = argv.model === undefined ? undefined : await kernelsOf(argv);
    const surveys: Surveyed[] = [];
    // one after the other: each of them is timed
    for (const name of backendNames) {
      const survey = await ask(name);
      surveys.push(survey.computes && needed ? { ...survey, ...lackedKernels(needed, survey) } : survey);
    }
    if (format === 'json') writeOut(`${JSON.stringify(surveys, null, 2)}\n`, 'json');
    else writeOut(await drawn(surveys));
    if (!surveys.some(({ computes }) => computes)) process.exitCode = 1;
  },
} satisfies CommandModule & { optionNames: readonly string[] };

/** what is lacking is there when a model was given, and the backend computes */
type Surveyed = Survey & Partial<LackedKernels>;

// on shapes alone, or for a model that needs numbers on the backend with the most kernels
async function kernelsOf(argv: Readonly<Record<string, unknown>>): Promise<NeededKernels> {
  const { trace } = await import('../../src/trace/traceModel.ts');
  const { model, inputs } = await chosenModel(argv);
  try {
    return neededKernels(trace(model, withBatch(inputs, 1)));
  } catch (error) {
    if (!(error instanceof Error && error.cause instanceof UserError)) throw error;
    const computing = await chosenModel({ ...argv, backend: 'cpu' });
    const run = () => trace(computing.model, withBatch(computing.inputs, 1), { backend: computing.backend });
    return neededKernels(await attempt(run, {}, sayLines));
  }
}

function ask(name: BackendName): Promise<Survey> {
  const project = projectFile();
  const probe = fork(
    fileURLToPath(new URL('./probe.js', import.meta.url)),
    [name, ...(project === undefined ? [] : [project])],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  );
  let said = '';
  probe.stderr?.on('data', (text) => {
    said = `${said}${text}`.slice(-maxSaid);
  });
  return new Promise((resolve) => {
    probe.once('message', (survey) => resolve(survey as Survey));
    probe.once('close', (code, signal) => {
      const last = said.trim().split('\n').at(-1);
      const reason = `${backends[name].packageName} ends its process with ${signal ?? code}${last ? `, ${last}` : ''}`;
      resolve({ name, computes: false, reason });
    });
  });
}

async function drawn(surveys: readonly Surveyed[]): Promise<string> {
  const { default: CliTable } = await import('cli-table3');
  const forModel = surveys.some(({ lacks }) => lacks !== undefined);
  const table = new CliTable({
    head: [...heads, ...(forModel ? ['Lacks', 'Lacks to train'] : [])],
    colAligns: ['left', 'left', 'left', 'left', 'right', 'right', 'left', 'left'],
    style: { head: [], border: [], compact: true },
  });
  table.push(...surveys.map((survey) => [...cells(survey), ...(forModel ? lackedCells(survey) : [])]));
  const first = surveys.find(({ computes }) => computes);
  const reasons = surveys.flatMap((survey) => (survey.computes ? [] : [`${survey.reason}\n`]));
  return `${table.toString()}\n${reasons.join('')}${first ? `--backend auto is ${first.name}` : 'no backend computes'}\n`;
}

const heads = ['Backend', 'Version', 'Device', 'Engine', 'Matrix product', 'Kernels'];

function cells(survey: Surveyed): string[] {
  if (!survey.computes) return [survey.name, ...heads.slice(1).map(() => '--')];
  const { name, version, device, engine, gflops, kernels } = survey;
  return [name, version, device, engine, `${gflops.toFixed(1)} GFLOP/s`, `${kernels.length}`];
}

const lackedCells = ({ lacks, lacksToTrain }: Surveyed): string[] =>
  [lacks, lacksToTrain].map((kernels) => (kernels ? kernels.join('\n') || 'none' : '--'));
