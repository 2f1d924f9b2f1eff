// The command on a converted TensorFlow model's model.json.
import { mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tensorboard } from '../../src/proto/generated/messages.js';
import { chosen, loop } from '../fixtures/convertedControl.ts';
import { alone, others, small } from '../fixtures/convertedModels.ts';
import { converterPath } from '../fixtures/converterModels.ts';
import { writeModel } from '../fixtures/converting.ts';
import { events } from '../tensorboard/events.ts';
import { runCommand } from './runCommand.ts';

const run = (...args: string[]) => runCommand(args);
const folder = () => mkdtempSync(join(tmpdir(), 'graph-model-'));
const csv = ['--style', 'csv', '--columns', 'path,output,params'];

test('a table by scopes, of a file that does not say its format', () => {
  const path = writeModel(small, folder());
  expect(JSON.parse(readFileSync(path, 'utf8')).format).toBeUndefined();
  expect(run('summary', path, '--batch-size', '2', ...csv)).toEqual({
    stdout: [
      'path,output,params',
      ',"[2, 4]",',
      'net,"[2, 4]",',
      'net.conv_1,"[2, 4, 4, 4]",112',
      'net.depthwise,"[2, 4, 4, 4]",44',
      'net.flatten,"[2, 64]",',
      'net.dense_1,"[2, 4]",264',
      'net.dense_2,"[2, 4]",16',
      'net.dense_3,"[2, 4]",4',
      'net.act,"[2, 4]",4',
      '',
    ].join('\r\n'),
    stderr: '',
    status: 0,
  });
});

test.each(['torchsummary', 'torchinfo', 'table', 'markdown', 'html', 'json'])('style %s', (style) => {
  const { stdout, stderr, status } = run('summary', writeModel(small, folder()), '--style', style);
  const note = style.startsWith('torch')
    ? /^gmlp-viz: note: torch(summary’s rules are|info’s rule for mult-adds is) PyTorch’s: [^\n]+\n$/
    : /^$/;
  expect({ stderr, status }).toEqual({ stderr: expect.stringMatching(note), status: 0 });
  expect(stdout).toMatch(/conv\\*_1|conv-|conv: 2-1/);
  // torchinfo counts a parameter again in each module that holds it
  expect(stdout).toContain(style === 'torchinfo' ? 'Total params: 460' : '444');
});

test('statistics are those of its weights', () => {
  const path = writeModel(small, folder());
  const { stdout } = run('summary', path, '--style', 'csv', '--columns', 'path,max', '--statistics');
  const most = Math.max(...(small.weights['net/dense_1/bias']!.values as Float32Array));
  expect(stdout).toContain(`net.dense_1.bias,${most}`);
});

test('its graph down to a depth, and the times of its nodes', () => {
  const path = writeModel(small, folder());
  const folded = run('graph', path, '--logdir', folder(), '--depth', '2');
  const { node } = tensorboard.GraphDef.decode(events(folded.stdout.trim())[1]!.graphDef!);
  expect(node.map(({ name, op }) => `${name} ${op}`)).toEqual([
    'image Placeholder',
    'net/conv_1 conv',
    'net/depthwise depthwise',
    'net/flatten flatten',
    'net/dense_1 dense',
    'net/dense_2 dense',
    'net/dense_3 dense',
    'net/scale/y Const',
    'net/act act',
    'net/scale Mul',
    'Identity Identity',
  ]);
  const timed = run('graph', path, '--logdir', folder(), '--profile', '--backend', 'cpu');
  const { runMetadata } = events(timed.stdout.trim())[2]!.taggedRunMetadata!;
  const { stepStats } = tensorboard.RunMetadata.decode(runMetadata!);
  const names = stepStats!.devStats![0]!.nodeStats!.map(({ nodeName }) => nodeName);
  // a fused op's time is its product's
  expect(names).toEqual([
    'image',
    'net/conv_1/Relu/Conv2D',
    'net/depthwise/PRelu/DepthwiseConv2dNative',
    'net/flatten/Shape',
    'net/flatten/strided_slice',
    'net/flatten/Reshape/shape',
    'net/flatten/Reshape',
    'net/dense_1/PRelu/MatMul',
    'net/dense_2/MatMul',
    'net/dense_3/LeakyRelu/MatMul',
    'net/scale',
    'net/act/Prelu',
    'Identity',
  ]);
});

test('its graph, sizes in it and parameters not', () => {
  const { stdout, status } = run('graph', writeModel(small, folder()), '--logdir', folder());
  expect(status).toBe(0);
  const { node } = tensorboard.GraphDef.decode(events(stdout.trim())[1]!.graphDef!);
  const tensorOf = (name: string) => node.find((each) => each.name === name)!.attr!.value!.tensor!;
  const size = tensorOf('net/flatten/Reshape/shape/1');
  expect(size.intVal).toEqual([64]);
  const { floatVal, tensorContent, tensorShape } = tensorOf('net/dense_1/bias');
  expect([floatVal, tensorContent!.length, tensorShape!.dim!.map(({ size }) => Number(size))]).toEqual([[], 0, [4]]);
});

test('a loop, with and without numbers', () => {
  const path = writeModel(loop, folder());
  const without = run('summary', path, ...csv);
  expect(without.stderr).toBe(
    'gmlp-viz: note: 2 of 6 nodes were not run, from StatelessWhile steps/while on, whose outputs depend on numbers: ' +
      "summaryAsync with { backend: 'cpu' }, on the command line --backend cpu, runs them\n",
  );
  expect(without.stdout).toContain('after,,');
  const within = run('summary', path, '--backend', 'cpu', ...csv);
  expect(within).toMatchObject({ stderr: '', status: 0 });
  expect(within.stdout).toContain('after,"[1, 2]",');
});

test('tables of words: no input is one, and what comes out is known without numbers', () => {
  const path = converterPath('words');
  expect(run('summary', path, '--batch-size', '5', ...csv)).toEqual({
    stdout: [
      'path,output,params',
      ',"[5, 3] [] [5] [5]",',
      'StatefulPartitionedCall,"[5] [] [5] [5, 3]",36',
      'StatefulPartitionedCall.None_Lookup,[5],',
      'StatefulPartitionedCall.None_Size,[],',
      'StatefulPartitionedCall.None_Lookup_1,[5],',
      'Func/StatefulPartitionedCall/output_control_node,,',
      '',
    ].join('\r\n'),
    stderr: '',
    status: 0,
  });
  const out = join(folder(), 'words');
  const saved = run('graph', path, '--format', 'savedmodel', '--dynamic', '--out', out);
  expect(saved.stderr).toBe(
    'it takes words string [?], and gives scores float32 [?, 3], known int64 [], ids int64 [?], label string [?]\n' +
      `in Python: tf.saved_model.load("${out}").signatures["serving_default"](words=...)\n`,
  );
});

test('inputs without one batch are whole, and boxes that are chosen have the shape that they came to', () => {
  const path = converterPath('detector');
  expect(run('summary', path, ...csv, '--backend', 'cpu')).toEqual({
    stdout: [
      'path,output,params',
      ',"[1, 3, 2, 2] [2, 2] [1, 12, 10, 2] [3] [3, 3, 3, 2]",',
      'PartitionedCall,"[1, 3, 2, 2] [1, 12, 10, 2] [3] [3, 3, 3, 2] [2, 2]",',
      'PartitionedCall.resize,"[1, 3, 2, 2]",',
      'PartitionedCall.non_max_suppression_with_scores,[2] [2],',
      'PartitionedCall.resize_1,"[1, 12, 10, 2]",',
      'PartitionedCall.non_max_suppression,[3],',
      '',
    ].join('\r\n'),
    stderr: '',
    status: 0,
  });
  const needs = 'needs a batch: the first axes of the inputs are 4 and 1';
  expect(run('summary', path, '--style', 'torchsummary')).toEqual({
    stdout: '',
    stderr: `gmlp-viz: style torchsummary ${needs}, and style table needs none\n`,
    status: 2,
  });
  expect(run('summary', path, '--style', 'table', '--memory-budget', '1GB').stderr).toBe(
    `gmlp-viz: a memory budget ${needs}\n`,
  );
});

test('a model that takes nothing', () => {
  const path = writeModel(alone, folder());
  expect(run('summary', path, ...csv)).toEqual({
    stdout: ['path,output,params', ',[3],3', ''].join('\r\n'),
    stderr: '',
    status: 0,
  });
  const out = join(folder(), 'alone');
  expect(run('graph', path, '--format', 'savedmodel', '--out', out).stderr).toBe(
    'it takes nothing, and gives y float32 [3]\n' +
      `in Python: tf.saved_model.load("${out}").signatures["serving_default"]()\n`,
  );
});

test('what only numbers tell is left out, and run with them', () => {
  const path = writeModel(others, folder());
  expect(run('summary', path, ...csv, '--input', '4:int32').stderr).toBe(
    'gmlp-viz: note: 2 of 3 nodes were not run, from ListDiff ListDiff on, whose outputs depend on numbers: ' +
      "summaryAsync with { backend: 'cpu' }, on the command line --backend cpu, runs them\n",
  );
  // tf.js warns that it need not wait, and throws where it does not
  expect(run('summary', path, ...csv, '--input', '4:int32', '--backend', 'cpu')).toMatchObject({
    stdout: ['path,output,params', ',[],', ''].join('\r\n'),
    status: 0,
  });
});

test('what tf.js refuses to read, in one clause', () => {
  const signature = { name: 'constantly', outputArg: [{ name: 'given', type: 'DT_FLOAT' }] };
  const functions = [{ ...chosen.functions![0], signature }, ...chosen.functions!.slice(1)];
  const path = writeModel({ ...chosen, functions }, folder());
  expect(run('summary', path)).toEqual({
    stdout: '',
    stderr: `gmlp-viz: ${path} cannot be built: tf.js reads no function that takes nothing, as the branch constantly does\n`,
    status: 2,
  });
});

test('what tf.js refuses to run, in one clause', () => {
  expect(run('summary', converterPath('recurrent'), '--backend', 'cpu')).toMatchObject({
    stderr: expect.stringMatching(
      /^gmlp-viz: this model does not run on cpu: tf\.js says: Cannot compute the outputs \[[^,]+, and \d+ more\] from .*\n$/,
    ),
    status: 2,
  });
});

test.each([['graph'], ['profile', '--backend', 'cpu'], ['graph', '--format', 'pbtxt', '--out', 'flow.pbtxt']])(
  'a batch beside a whole input is refused: %s %s',
  (...command) => {
    const args = [...command, converterPath('flowV1'), '--input', '2,3', '--batch-size', '7'];
    expect(run(...args)).toEqual({
      stdout: '',
      stderr: 'gmlp-viz: --batch-size 7 changes nothing: no input leaves its first axis open\n',
      status: 2,
    });
  },
);

test('a loop in frames is profiled, and its times go to TensorBoard', () => {
  const path = converterPath('flowV1');
  const { stdout, stderr, status } = run('profile', path, '--backend', 'cpu', '--runs', '1', '--warmup', '0');
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  expect(stdout).toMatch(/│ steps\/while\.body\.while +│ while/);
  expect(stdout).toMatch(/│ _FusedMatMul +│ +1 │/);
  const timed = run('graph', path, '--logdir', folder(), '--profile', '--backend', 'cpu', '--runs', '1');
  const { runMetadata } = events(timed.stdout.trim())[2]!.taggedRunMetadata!;
  const { stepStats } = tensorboard.RunMetadata.decode(runMetadata!);
  expect(stepStats!.devStats![0]!.nodeStats!.map(({ nodeName }) => nodeName)).toContain(
    'steps/while/body/while/Relu/MatMul',
  );
});

test.each([
  [
    'shards that end too soon',
    'group1-shard2of2.bin',
    'group1-shard1of2.bin, group1-shard2of2.bin holds 1796 bytes, and the weights manifest says 1792',
  ],
])('%s', (_, shard, message) => {
  const at = folder();
  const path = writeModel(small, at);
  truncateSync(join(at, shard), 900);
  expect(run('summary', path)).toEqual({ stdout: '', stderr: `gmlp-viz: ${message}\n`, status: 2 });
});

test('a shard outside the model’s folder', () => {
  const path = writeModel(small, folder());
  writeFileSync(path, readFileSync(path, 'utf8').replace('group1-shard1of2.bin', '../../etc/passwd'));
  expect(run('summary', path).stderr).toBe(
    "gmlp-viz: a weights file must lie in the model's folder, got ../../etc/passwd\n",
  );
});

test('an input that is not the model’s', () => {
  expect(run('summary', writeModel(small, folder()), '--input', '1,4,4')).toMatchObject({
    stderr: 'gmlp-viz: the input picture is [?, 4, 4, 3], got [1, 4, 4]\n',
    status: 2,
  });
});
