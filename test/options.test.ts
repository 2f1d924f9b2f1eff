// Keys that no option has are refused by every public call that takes options, with the nearest name.
import { expect, test } from 'vitest';
import * as viz from '../src/index.ts';

const model = new viz.Linear(4, 3);
const traced = viz.trace(model, [1, 4]);
const storage = viz.memoryStorage();
const writer = new viz.SummaryWriter({ logdir: 'logs', storage });
const graph = viz.frozenGraph(model, [1, 4], {
  weights: new Map(
    [...model.stateDict()].map(([name, { shape }]) => [
      name,
      { values: new Array(shape.reduce((a, b) => a * b, 1)).fill(0) },
    ]),
  ),
});
const first = async (events: AsyncIterable<unknown>) => {
  for await (const _ of events) return;
};

/** Calls with options that have one key wrong: the key, the nearest one, the call. */
const calls: readonly (readonly [name: string, wrong: string, near: string, call: (options: never) => unknown])[] = [
  ['summary', 'stlye', 'style', (options) => viz.summary(model, [4], options)],
  ['summaryAsync', 'stlye', 'style', (options) => viz.summaryAsync(model, [4], options)],
  ['tabulate', 'colums', 'columns', (options) => viz.tabulate(traced, options)],
  ['trace', 'bakend', 'backend', (options) => viz.trace(model, [1, 4], options)],
  ['traceAsync', 'bakend', 'backend', (options) => viz.traceAsync(model, [1, 4], options)],
  ['profile', 'run', 'runs', (options) => viz.profile(model, [1, 4], options)],
  ['profileAsync', 'run', 'runs', (options) => viz.profileAsync(model, [1, 4], options)],
  ['renderProfile', 'fromat', 'format', (options) => viz.renderProfile({} as never, options)],
  ['frozenGraph', 'weight', 'weights', (options) => viz.frozenGraph(model, [1, 4], options)],
  ['saveGraph', 'fromat', 'format', (options) => viz.saveGraph(model, [1, 4], options)],
  ['writeGraph', 'fromat', 'format', (options) => viz.writeGraph(graph, options)],
  ['renderGraph', 'fromat', 'format', (options) => viz.renderGraph(traced, options)],
  ['SummaryWriter', 'logDir', 'logdir', (options) => new viz.SummaryWriter(options)],
  ['addGraph', 'tags', 'tag', (options) => writer.addGraph(model, [1, 4], options)],
  ['addTrace', 'tags', 'tag', (options) => writer.addTrace(traced, options)],
  ['addHparams', 'walltime', 'wallTime', (options) => writer.addHparams({ a: 1 }, { b: 1 }, 'x', 0, options)],
  ['flush', 'snyc', 'sync', (options) => writer.flush(options)],
  ['tensorBoardCallback', 'histogramFrequency', 'histogramFreq', (options) => viz.tensorBoardCallback('l', options)],
  ['loadModel', 'layer', 'layers', (options) => viz.loadModel('model.json', options)],
  ['useBackend', 'form', 'from', (options) => viz.useBackend('cpu', options)],
  ['readEvents', 'folow', 'follow', (options) => viz.readEvents(new Uint8Array(), options).next()],
  ['readEventBatches', 'folow', 'follow', (options) => first(viz.readEventBatches(new Uint8Array(), options))],
  ['pointsOf', 'tags', 'tag', (options) => first(viz.pointsOf('logs', options))],
  ['loadStateDict', 'strickt', 'strict', (options) => model.loadStateDict(new Map(), options)],
  ['createGMLP', 'dmodel', 'dModel', (options) => viz.createGMLP('gmlp', options)],
  ['gMLP', 'dmodel', 'dModel', (options) => new viz.gMLP(options)],
  ['gMLPForImageClassification', 'dmodel', 'dModel', (options) => new viz.gMLPForImageClassification(options)],
  ['view', 'levle', 'level', (options) => viz.view(traced, options)],
  ['viewCell', 'levle', 'level', (options) => viz.viewCell(traced, options)],
  ['compare', 'agianst', 'against', (options) => viz.compare(model, [1, 4], options)],
  ['compareModels', 'agianst', 'against', (options) => viz.compareModels(model, model, [1, 4], options)],
  ['renderComparison', 'levle', 'level', (options) => viz.renderComparison({} as never, 'table', options)],
  ['renderDiff', 'maxGrwoth', 'maxGrowth', (options) => viz.renderDiff({} as never, 'text', options)],
  ['onnxGraph', 'opsett', 'opset', (options) => viz.onnxGraph(model, [1, 4], options)],
  ['curvesSvg', 'widht', 'width', (options) => viz.curvesSvg([], options)],
  ['checkLimits', 'param', 'params', (options) => viz.checkLimits(viz.summary(model, [4]).facts, options)],
  ['inspect', 'indx', 'index', (options) => viz.inspect('logs', options)],
  ['readRuns', 'tags', 'tag', (options) => viz.readRuns('logs', options)],
  ['readGraph', 'tags', 'tag', (options) => viz.readGraph('logs', options)],
  ['s3Storage', 'segmentByte', 'segmentBytes', (options) => viz.s3Storage(options)],
  ['summarizeSafetensors', 'stlye', 'style', (options) => viz.summarizeSafetensors('w.safetensors', options)],
  ['Linear', 'bais', 'bias', (options) => new viz.Linear(1, 1, options)],
  ['LayerNorm', 'epss', 'eps', (options) => new viz.LayerNorm(1, options)],
  ['Conv1d', 'strides', 'stride', (options) => new viz.Conv1d(1, 1, 1, options)],
  ['Conv2d', 'paddding', 'padding', (options) => new viz.Conv2d(1, 1, 1, options)],
  ['BatchNorm2d', 'epss', 'eps', (options) => new viz.BatchNorm2d(1, options)],
  ['MaxPool2d', 'strides', 'stride', (options) => new viz.MaxPool2d(2, options)],
  ['AvgPool2d', 'strides', 'stride', (options) => new viz.AvgPool2d(2, options)],
  ['Flatten', 'startdim', 'startDim', (options) => new viz.Flatten(options)],
  ['maxPool2d', 'strides', 'stride', (options) => viz.functional.maxPool2d({} as never, 2, options)],
  ['conv2d', 'strides', 'stride', (options) => viz.functional.conv2d({} as never, {} as never, undefined, options)],
  ['conv1d', 'strides', 'stride', (options) => viz.functional.conv1d({} as never, {} as never, undefined, options)],
];

test.each(calls)('%s refuses the option %s, near to %s', async (_, wrong, near, call) => {
  const refused = `unknown option: ${wrong} (did you mean ${near}?`;
  await expect((async () => call({ [wrong]: 1 } as never))()).rejects.toThrow(refused);
});

test('an option of PyTorch that stands in its place there is refused', () => {
  expect(() => new viz.Linear(3, 4, false as never)).toThrow('options must be an object such as { bias }, got false');
});
