// A word that an option does not know is refused by every public call, with all the words that it knows.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import * as viz from '../src/index.ts';
import { dtypes } from '../src/tensors.ts';

beforeAll(async () => void (await tf.setBackend('cpu')));

const model = new viz.Linear(4, 3);
const traced = viz.trace(model, [1, 4]);
const timing = { runs: [], bareMs: [], backend: 'cpu', warmup: 0, synchronised: false } as unknown as viz.Timing;
const frozen = viz.frozenGraph((x) => tf.relu(x as tf.Tensor), [1, 4]);
const writer = new viz.SummaryWriter({ logdir: 'logs', storage: viz.memoryStorage() });
const image = { data: new Float32Array(12), shape: [3, 2, 2] };
const out = 'never-written';
const first = async (events: AsyncIterable<unknown>) => {
  for await (const _ of events) return;
};

/** The word that no option knows; the types of the calls would refuse it. */
const wrong = 'wrongg' as never;
const amounts = ['params', 'macs', 'memory', 'time'];
const graphFormats = ['savedmodel', 'graphdef', 'pbtxt', 'onnx'];
// a table is made when it is printed
const summaryOf = (options: viz.SummaryOptions) => `${viz.summary(model, [4], { style: 'table', ...options })}`;

/** By what is called: the words that the option takes, and a call with another one. */
const calls: Readonly<Record<string, readonly [words: readonly string[], call: () => unknown]>> = {
  'summary style': [viz.styleNames, () => summaryOf({ style: wrong })],
  'summary columns': [viz.columnNames, () => summaryOf({ columns: [wrong] })],
  'summary sort': [viz.columnNames, () => summaryOf({ sort: wrong })],
  'summary convention': [viz.conventions, () => summaryOf({ convention: wrong })],
  'summary engine': [viz.engines, () => summaryOf({ engine: wrong })],
  'summary optimizer': [Object.keys(viz.optimizers), () => summaryOf({ optimizer: wrong })],
  'summary dtypes': [dtypes, () => summaryOf({ dtypes: [wrong] })],
  'summary dtype': [dtypes, () => viz.summary(model, { shape: [1, 4], dtype: wrong })],
  'torchinfo columns': [viz.torchinfoColumns, () => summaryOf({ style: 'torchinfo', columns: [wrong] })],
  'torchinfo rowSettings': [viz.rowSettings, () => summaryOf({ style: 'torchinfo', rowSettings: [wrong] })],
  'tabulate style': [['table', 'markdown', 'csv', 'json', 'html'], () => viz.tabulate(traced, { style: wrong })],
  'trace dtype': [dtypes, () => viz.trace(model, { shape: [1, 4], dtype: wrong })],
  macsOf: [viz.conventions, () => viz.macsOf(traced, wrong)],
  savedActivationsBytes: [viz.engines, () => viz.savedActivationsBytes(traced, wrong)],
  'trainingMemory engine': [viz.engines, () => viz.trainingMemory(traced, wrong, 'adam')],
  'trainingMemory optimizer': [Object.keys(viz.optimizers), () => viz.trainingMemory(traced, 'tfjs', wrong)],
  costByOp: [['op', 'kernel'], () => viz.costByOp(traced, timing, wrong)],
  'renderProfile format': [viz.profileFormats, () => viz.renderProfile({} as never, { format: wrong })],
  'renderDiff style': [viz.diffStyles, () => viz.renderDiff({} as never, wrong)],
  'renderComparison style': [viz.compareStyles, () => viz.renderComparison({} as never, wrong)],
  'renderComparison level': [viz.compareLevels, () => viz.renderComparison({} as never, undefined, { level: wrong })],
  'saveGraph format': [graphFormats, () => viz.saveGraph(model, [1, 4], { format: wrong, out })],
  'writeGraph format': [graphFormats, () => viz.writeGraph(frozen, { format: wrong, out })],
  'renderGraph format': [viz.pictureFormats, () => viz.renderGraph(traced, { format: wrong })],
  'renderGraph level': [['modules', 'ops', 'kernels'], () => viz.renderGraph(traced, { level: wrong })],
  'renderGraph direction': [['down', 'right'], () => viz.renderGraph(traced, { direction: wrong })],
  'renderGraph theme': [['auto', 'light', 'dark'], () => viz.renderGraph(traced, { theme: wrong })],
  'renderGraph colorBy': [['type', ...amounts], () => viz.renderGraph(traced, { colorBy: wrong })],
  'renderGraph show': [amounts, () => viz.renderGraph(traced, { show: [wrong] })],
  'renderGraph nodeData': [amounts, () => viz.renderGraph(traced, { format: 'model-explorer', nodeData: wrong })],
  'view level': [['modules', 'ops', 'kernels'], () => viz.view(traced, { level: wrong })],
  'view direction': [['down', 'right'], () => viz.view(traced, { direction: wrong })],
  'addGraph dialect': [['tensorflow', 'torch'], () => writer.addGraph(model, [1, 4], { dialect: wrong })],
  'addTrace parameters': [['full', 'variables', 'none'], () => writer.addTrace(traced, { parameters: wrong })],
  'addHistogram bins': [['tensorflow', 'auto', 'sturges'], () => writer.addHistogram('a', [1, 2], 0, wrong)],
  'addImage dataformats': [['NCHW', 'CHW', 'HW'], () => writer.addImage('a', image, 0, undefined, wrong)],
  'addCustomScalars kind': [['Multiline', 'Margin'], () => writer.addCustomScalars({ a: { b: [wrong, ['x']] } })],
  'tensorBoardCallback updateFreq': [['epoch', 'batch'], () => viz.tensorBoardCallback('l', { updateFreq: wrong })],
  'readEvents onCorruption': [
    ['throw', 'stop', 'resync'],
    () => first(viz.readEvents(new Uint8Array(), { onCorruption: wrong })),
  ],
  reduceRuns: [viz.reductions, () => viz.reduceRuns([], [wrong])],
  useBackend: [[...viz.backendNames, 'auto'], () => viz.useBackend(wrong)],
  createGMLP: [Object.keys(viz.presets), () => viz.createGMLP(wrong)],
  'summarizeSafetensors style': [['table', 'csv', 'json'], () => viz.summarizeSafetensors(out, { style: wrong })],
};

const messageOf = async (call: () => unknown): Promise<string> => {
  try {
    await call();
  } catch (error) {
    expect(error).toBeInstanceOf(viz.UserError);
    return (error as Error).message;
  }
  return 'no error';
};

test.each(Object.entries(calls))(
  '%s names each word that it takes, and the one that it got',
  async (_, [words, call]) => {
    const message = await messageOf(call);
    expect(
      ['wrongg', ...words].filter((word) => !message.includes(word)),
      message,
    ).toEqual([]);
  },
);

test('each exported list of words is that of an option which refuses others', () => {
  const lists = Object.entries(viz).filter(([, value]) => Array.isArray(value));
  const checked = Object.values(calls).map(([words]) => [...words].sort().join());
  const holds = (list: unknown) => checked.some((words) => (list as string[]).every((word) => words.includes(word)));
  expect(lists.filter(([, list]) => !holds(list)).map(([name]) => name)).toEqual([]);
});

test.each([
  ['columns', () => summaryOf({ columns: 'name' as never }), 'columns must be a list such as [\'name\'], got "name"'],
  [
    'show',
    () => viz.renderGraph(traced, { show: 'macs' as never }),
    'amounts must be a list such as [\'params\'], got "macs"',
  ],
  ['operations', () => viz.reduceRuns([], 'mean' as never), 'reductions must be a list such as [\'mean\'], got "mean"'],
  [
    'style',
    () => viz.renderDiff({} as never, { style: 'json' } as never),
    'style must be one of text, markdown, json, got {"style":"json"}',
  ],
  [
    'dynamic',
    () => viz.frozenGraph(model, [1, 4], { dynamic: 'batch' as never }),
    'dynamic must be true or false, got "batch"',
  ],
  [
    'padding',
    () => viz.summary(new viz.Conv2d(1, 2, 3, { padding: 'same' as never }), [1, 8, 8]),
    'must be a whole number, or two of them, got "same"',
  ],
  [
    'padding of a window',
    () => viz.summary(new viz.MaxPool2d(2, { padding: 'same' as never }), [1, 8, 8]),
    'got "same"',
  ],
  ['library', () => viz.withLazyWeights({} as never, () => model), 'withLazyWeights takes the library of layers'],
])('another kind of value for %s is refused in a clause', (_, call, clause) => {
  expect(call).toThrow(clause);
});

test.each<[string, () => unknown]>([
  ['svg: renderGraph draws it', () => viz.saveGraph(model, [1, 4], { format: 'svg' as never, out })],
  ['json: renderGraph draws it', () => viz.writeGraph(frozen, { format: 'json' as never, out })],
  [
    'event: addGraph of a SummaryWriter writes it',
    () => viz.saveGraph(model, [1, 4], { format: 'event' as never, out }),
  ],
  ['onnx: saveGraph writes it', () => viz.renderGraph(traced, { format: 'onnx' as never })],
])('the format of another call is refused with that call: %s', async (clause, call) => {
  expect(await messageOf(call)).toMatch(new RegExp(`^format must be one of .*, got ${clause}$`));
});

test.each<[string, () => unknown]>([
  ['summary', () => summaryOf({ backend: 'wasm' })],
  ['trace', () => viz.trace(model, [1, 4], { backend: 'wasm' })],
  ['profile', () => viz.profile(model, [1, 4], { backend: 'wasm' })],
  ['compare', () => viz.compare(model, [1, 4], { backend: 'wasm' })],
  ['compareModels', () => viz.compareModels(model, model, [1, 4], { against: 'wasm' })],
])('%s on a backend that was not loaded says how to load it', async (_, call) => {
  expect(await messageOf(call)).toBe(
    "the backend wasm is not registered (cpu is): import its package first, or in Node await useBackend('wasm')",
  );
});

test.each<[string, string, () => unknown]>([
  [
    'renderGraph',
    'a trace is expected, got a value of the class Linear: trace(model) makes one',
    () => viz.renderGraph(model as never),
  ],
  ['view', 'a trace is expected', () => viz.view(model as never)],
  ['viewCell', 'a trace is expected', () => viz.viewCell(model as never)],
  ['tabulate', 'a trace is expected', () => viz.tabulate(model as never)],
  ['macsOf', 'a trace is expected', () => viz.macsOf(model as never)],
  ['trainingMemory', 'a trace is expected', () => viz.trainingMemory(model as never, 'tfjs', 'adam')],
  ['inferencePeakBytes', 'a trace is expected', () => viz.inferencePeakBytes(model as never)],
  ['distinctParameters', 'a trace is expected, got "model.json"', () => viz.distinctParameters('model.json' as never)],
  ['latencyOf', 'a profile is expected', () => viz.latencyOf(traced, undefined as never)],
  ['costByOp', 'a profile is expected', () => viz.costByOp(traced, undefined as never, 'op')],
  ['renderProfile', 'a profile is expected', () => viz.renderProfile(traced as never)],
  ['profileData', 'a profile is expected', () => viz.profileData(model as never)],
  ['traceEvents', 'a profile is expected', () => viz.traceEvents(model as never)],
  ['summaryData', 'summaryData(summary(model).facts)', () => viz.summaryData(viz.summary(model, [4]) as never)],
  [
    'checkLimits',
    'checkLimits(summary(model).facts, limits)',
    () => viz.checkLimits(viz.summary(model, [4]) as never, {}),
  ],
  ['diffSummaries', 'summaryData(summary(model).facts)', () => viz.diffSummaries({} as never, {} as never)],
  ['inspect', 'the path must be a string, got undefined', () => viz.inspect(undefined as never)],
  ['readRuns', 'the path must be a string, got 3', () => viz.readRuns(3 as never)],
])('%s says what it takes where it is given another value', async (_, clause, call) => {
  expect(await messageOf(call)).toContain(clause);
});
