// `gmlp-viz backends [model]`: the backends, their speed, and the kernels that they lack for a model.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type BackendName, backendNames, backends } from '../../src/backends/backends.ts';
import type { LackedKernels, NeededKernels } from '../../src/backends/lackingKernels.ts';
import type { Survey } from '../../src/backends/survey.ts';
import type { UsedWrongKernel } from '../../src/backends/wrongKernels.ts';
import { UserError } from '../../src/errors.ts';
import { projectFile } from '../model/modelProject.ts';
import { chosenModel, type ModelRequest, modelOptions, modelWord } from '../options/modelOptions.ts';
import { choice, named, withDefault } from '../options/schema.ts';
import type { Messages } from '../output.ts';
import { attempt } from '../reportForwardError.ts';
import { command } from './command.ts';

const { backend: _, weights: __, ...options } = modelOptions;

// characters kept of the last output of a backend that crashes
const maxSaid = 10_000;

export const backendsCommand = command({
  words: { model: { ...modelWord, optional: true } },
  options: {
    ...options,
    format: withDefault(
      choice('format', 'how it is written', async () => named(['table', 'json'])),
      'table',
    ),
  },
  examples: [
    ['backends', 'what --backend auto chooses from'],
    ['backends path/to/model.json', 'with the kernels that the model needs and a backend lacks'],
  ],
  async run({ model, format, ...options }, stdout, stderr) {
    const needed = model === undefined ? undefined : await kernelsOf({ ...options, model }, stderr);
    const surveys: Surveyed[] = [];
    // one after the other: each of them is timed
    for (const name of backendNames) {
      const survey = await ask(name);
      surveys.push(survey.computes && needed ? await withKernels(survey, needed) : survey);
    }
    if (format === 'json') stdout.write(`${JSON.stringify(surveys, null, 2)}\n`, 'json');
    else stdout.write(await drawn(surveys, stdout.columns));
    return surveys.some(({ computes }) => computes) ? 0 : 1;
  },
});

/** Lacking and wrong kernels are known where a model was given and the backend computes. */
type Surveyed = Survey & Partial<LackedKernels> & { readonly wrong?: readonly UsedWrongKernel[] };

async function withKernels(survey: Survey & { readonly computes: true }, needed: NeededKernels): Promise<Surveyed> {
  const { lackedKernels } = await import('../../src/backends/lackingKernels.ts');
  const { wrongKernelsAmong } = await import('../../src/backends/wrongKernels.ts');
  const used = new Set([...needed.forward, ...needed.training]);
  return { ...survey, ...lackedKernels(needed, survey), wrong: wrongKernelsAmong(used, survey.backend) };
}

// on shapes alone; a model that needs values runs on cpu, the backend with the most kernels
async function kernelsOf(request: ModelRequest, stderr: Messages): Promise<NeededKernels> {
  // the model before the rooms that run it: they load tf.js, and the project's comes first
  const chosen = await chosenModel(request, stderr);
  const { withAskedBatch, withStatedSizes } = await import('../model/takenInputs.ts');
  const { model, inputs: stated } = await withStatedSizes(chosen, undefined, stderr);
  const inputs = withAskedBatch(stated, undefined, 1);
  const { trace } = await import('../../src/trace/traceModel.ts');
  const { neededKernels } = await import('../../src/backends/lackingKernels.ts');
  try {
    return neededKernels(trace(model, inputs));
  } catch (error) {
    if (!(error instanceof Error && error.cause instanceof UserError)) throw error;
    const computing = await chosenModel({ ...request, backend: 'cpu' }, stderr);
    const run = () => trace(computing.model, inputs, { backend: computing.backend });
    return neededKernels(await attempt(run, {}, stderr.lines));
  }
}

function ask(name: BackendName): Promise<Survey> {
  const project = projectFile();
  const probe = fork(
    fileURLToPath(new URL('./probe.cjs', import.meta.url)),
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

async function drawn(surveys: readonly Surveyed[], width: number | undefined): Promise<string> {
  const { box } = await import('../../src/text/box.ts');
  const forModel = surveys.some(({ lacks }) => lacks !== undefined);
  const head = [...heads, ...(forModel ? ['Lacks', 'Lacks to train'] : [])];
  const rows = surveys.flatMap((survey) => linesOf([...cells(survey), ...(forModel ? lackedCells(survey) : [])]));
  const columns = head.map((title) => ({ title, ...(numericHeads.includes(title) && { align: 'right' as const }) }));
  const { lines, notes } = box(columns, rows, { width });
  const narrow = notes.map((note) => `note: ${note}\n`).join('');
  const first = surveys.find(({ computes }) => computes);
  const reasons = surveys.flatMap((survey) => (survey.computes ? [] : [`${survey.reason}\n`]));
  const warnings = surveys.flatMap(({ name, wrong = [] }) => wrong.map((one) => `${warningOf(name, one)}\n`));
  const choice = first ? `--backend auto is ${first.name}` : 'no backend computes';
  return `${lines.join('\n')}\n${narrow}${reasons.join('')}${warnings.join('')}${choice}\n`;
}

const warningOf = (backend: string, { kernel, fault, fixedBy }: UsedWrongKernel): string =>
  `${backend} gets ${kernel} wrong ${fault}${fixedBy === undefined ? '' : ` (${fixedBy} of nn does not)`}`;

/** A row of the table for each line of the cell with the most lines. */
function linesOf(row: readonly string[]): string[][] {
  const lines = row.map((cell) => cell.split('\n'));
  const height = Math.max(...lines.map(({ length }) => length));
  return Array.from({ length: height }, (_, i) => lines.map((cell) => cell[i] ?? ''));
}

const heads = ['Backend', 'Version', 'Device', 'Engine', 'Matrix product', 'Kernels'];
const numericHeads = ['Matrix product', 'Kernels'];

function cells(survey: Surveyed): string[] {
  if (!survey.computes) return [survey.name, ...heads.slice(1).map(() => '--')];
  const { name, version, device, engine, gflops, kernels } = survey;
  return [name, version, device, engine, `${gflops.toFixed(1)} GFLOP/s`, `${kernels.length}`];
}

const lackedCells = ({ lacks, lacksToTrain }: Surveyed): string[] =>
  [lacks, lacksToTrain].map((kernels) => (kernels ? kernels.join('\n') || 'none' : '--'));
