// What is read off a timing, of numbers that can be added up by hand.
import { expect, test } from 'vitest';
import { costByOp, latencyOf, medianRun, ownMs, peakBytes } from '../../src/cost/latency.ts';
import { spreadOf } from '../../src/cost/quantiles.ts';
import { record, timed, wordOf } from '../fixtures/timing.ts';

const timing = timed();
const kernels = record.calls.flatMap((call, index) => (call.level === 'kernel' ? [wordOf(index)] : []));
const letters = kernels.join('').length;

test('the calls of the example have their times', () => {
  expect(record.calls.map((_, index) => wordOf(index))).toEqual([
    'Sequential',
    ...['Linear', 'linear', 'Reshape', 'BatchMatMul', 'Add', 'Reshape'],
    ...['Linear', 'linear', 'Reshape', 'BatchMatMul', 'Add', 'Reshape'],
  ]);
});

test('quartiles equal NumPy’s and R’s', () => {
  expect(spreadOf([4, 1, 3, 2])).toEqual({ median: 2.5, lowerQuartile: 1.75, upperQuartile: 3.25, min: 1, max: 4 });
  expect(spreadOf([7])).toEqual({ median: 7, lowerQuartile: 7, upperQuartile: 7, min: 7, max: 7 });
});

test('a module’s own time is without that of the modules in it', () => {
  const linear = letters / 2;
  expect([...ownMs(record, timing)]).toEqual([
    [0, [0.5, 0.5, 0.5]],
    [1, [linear + 1, 2 * linear + 1, linear + 1]],
    [7, [linear + 1, 2 * linear + 1, linear + 1]],
  ]);
});

test('ops, kernels and what is between them add up to the whole', () => {
  const macs = 3 * 4 * 8 + 3 * 8 * 2;
  expect(costByOp(record, timing, 'op')).toEqual([
    { name: 'linear', calls: 2, ms: [letters + 1, 2 * letters + 1, letters + 1], macs },
    { name: '(outside of kernels)', calls: 0, ms: [1.5, 1.5, 1.5], macs: 0 },
  ]);
  expect(costByOp(record, timing, 'kernel')).toEqual([
    { name: 'Reshape', calls: 4, ms: [28, 56, 28], macs: 0 },
    { name: 'BatchMatMul', calls: 2, ms: [22, 44, 22], macs },
    { name: 'Add', calls: 2, ms: [6, 12, 6], macs: 0 },
    { name: '(outside of kernels)', calls: 0, ms: [2.5, 2.5, 2.5], macs: 0 },
  ]);
});

test('latencyOf gives the median run, the instrumentation overhead and the peak of a forward pass', () => {
  expect(latencyOf(record, timing)).toEqual({
    backend: 'cpu',
    runs: 3,
    warmup: 1,
    spread: { median: 58.5, lowerQuartile: 58.5, upperQuartile: 86.5, min: 58.5, max: 114.5 },
    readMs: 1,
    bareMs: 40,
    // of 59.5 / 30, 116.5 / 60 and 59.5 / 40
    overhead: expect.closeTo(116.5 / 60 - 1, 12),
    overheadIsClear: true,
    synchronised: false,
    peak: { measured: 122, estimated: 240 },
  });
  expect(medianRun(timing)).toBe(2);
});

test('an overhead whose quartiles lie on both sides of 0, or far apart, is not clear', () => {
  const slowest = timing.runs.map(({ ends, readMs }) => ends[0]! + readMs);
  const clear = (overheads: readonly number[]) =>
    latencyOf(record, { ...timing, bareMs: slowest.map((ms, run) => ms / (1 + overheads[run]!)) }).overheadIsClear;
  expect([clear([0.02, 0.03, 0.02]), clear([-0.2, 0.03, 0.1]), clear([0.1, 9, 4])]).toEqual([true, false, false]);
});

test('a call’s peak is the highest of the calls in it', () => {
  // bytes of the input [3, 4], and of what a linear gives, [3, 8] and [3, 2]; Add holds the product and the sum
  const [input, first, second] = [48, 96, 24];
  const estimated = peakBytes(record, timing).map((peak) => peak.estimated);
  const inFirst = input + first + first;
  const inSecond = input + first + second;
  expect([estimated[0], estimated[1], estimated[7]]).toEqual([inFirst, inFirst, inSecond]);
  const kernel = (index: number) => 110 + index;
  expect(peakBytes(record, timing).map((peak) => peak.measured)).toEqual([
    ...[12, 6, 6, 3, 4, 5, 6].map(kernel),
    ...[12, 12, 9, 10, 11, 12].map(kernel),
  ]);
});
