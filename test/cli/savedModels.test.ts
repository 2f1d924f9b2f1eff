// A model.json with its shards, as a model of the command.
import '@tensorflow/tfjs-backend-cpu';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { events } from '../tensorboard/events.ts';
import { csv, refused, unlisted } from './expected.ts';
import { runCommand } from './runCommand.ts';

const run = (...args: string[]) => runCommand(args);
const module = fileURLToPath(new URL('../fixtures/models/functional.ts', import.meta.url));

describe('a model.json', () => {
  const folder = mkdtempSync(join(tmpdir(), 'user-'));
  const path = join(folder, 'model.json');
  const write = (name: string, file: object) => {
    writeFileSync(join(folder, name), JSON.stringify(file));
    return join(folder, name);
  };
  let file: {
    modelTopology: unknown;
    weightsManifest: { paths: string[]; weights: { name: string; shape: number[] }[] }[];
  };

  beforeAll(async () => {
    await tf.setBackend('cpu');
    const { layers } = tfl;
    const model = tfl.sequential({
      layers: [
        layers.embedding({ inputDim: 10, outputDim: 4, inputLength: 6, name: 'words' }),
        layers.bidirectional({
          layer: layers.lstm({ units: 3, recurrentInitializer: 'glorotNormal' }) as tfl.RNN,
          mergeMode: 'concat',
          name: 'both',
        }),
        layers.dense({ units: 2, biasInitializer: 'ones', name: 'out' }),
      ],
    });
    await model.save({
      save: async (artifacts) => {
        file = {
          modelTopology: artifacts.modelTopology,
          weightsManifest: [{ paths: ['one.bin', 'two.bin'], weights: artifacts.weightSpecs as never }],
        };
        const bytes = new Uint8Array(artifacts.weightData as ArrayBuffer);
        writeFileSync(join(folder, 'one.bin'), bytes.subarray(0, 100));
        writeFileSync(join(folder, 'two.bin'), bytes.subarray(100));
        write('model.json', file);
        return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
      },
    });
    model.dispose();
  });

  test('has its layers and parameters in a table, without a numeric backend', () => {
    const { stdout, stderr, status } = run('summary', path, ...csv('path,params'));
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    const rows = stdout.trim().split('\r\n').slice(2);
    expect(rows.filter((row) => !row.endsWith(','))).toEqual([
      'words,40',
      'both.forwardLayer.cell,96',
      'both.backwardLayer.cell,96',
      'out,14',
    ]);
  });

  test('has statistics of the values in its shards', () => {
    const { stdout, stderr } = run('summary', path, '--statistics', '--filter', 'out', ...csv('path,params,min,max'));
    expect(stderr).toBe('');
    expect(stdout).toContain('out.bias,2,1,1\r\n');
  });

  test('has the same table on a backend that computes', () => {
    const { stdout, stderr } = run('summary', path, '--backend', 'cpu', ...csv('path,params'));
    expect(stderr).toBe('');
    expect(stdout).toBe(run('summary', path, ...csv('path,params')).stdout);
  });

  test('has its graph and its layers written to an event file', () => {
    const { stdout, status } = run('graph', path, '--logdir', join(folder, 'logs'));
    expect(status).toBe(0);
    expect(events(stdout.trim())).toHaveLength(3);
  });

  test('is compared on indices that its Embedding has, also for a page, and timed on them', () => {
    const { stdout, status } = run('compare', path, '--backend', 'wasm');
    expect([status, stdout]).toEqual([0, expect.stringContaining('float32 [1, 6] (seed 0, uniform from 0 to 9)')]);
    expect(run('compare', path, '--backend', 'wasm', '--tokens', '5:30')).toEqual(
      refused(
        'the reference fails on cpu, kernel GatherV2: GatherV2: the index value 11 is not in [0, 9]: give --tokens 0:N, or --values FILE',
      ),
    );
    const page = join(folder, 'page.html');
    expect(run('view', path, '--compare', '--backend', 'wasm', '--out', page).status).toBe(0);
    expect(run('profile', path, '--backend', 'cpu', '--runs', '1', '--warmup', '0').status).toBe(0);
  });

  test('may have a shard whose name begins with two dots', () => {
    writeFileSync(join(folder, '..weights.bin'), readFileSync(join(folder, 'one.bin')));
    const [group] = file.weightsManifest;
    const at = write('dots.json', { ...file, weightsManifest: [{ ...group, paths: ['..weights.bin', 'two.bin'] }] });
    const statistics = (model: string) => run('summary', model, '--statistics', ...csv('path,params,min,max'));
    expect(statistics(at)).toEqual(statistics(path));
  });

  test.each([
    ['../one.bin', "a weights file must lie in the model's folder, got ../one.bin"],
    ['one.bin\0', "a weights file must lie in the model's folder, got one.bin\\u{0}"],
    ['/etc/passwd', "a weights file must lie in the model's folder, got /etc/passwd"],
    ['https://host/one.bin', "a weights file must lie in the model's folder, got https://host/one.bin"],
  ])('whose manifest names the shard %s is refused', (shard, clause) => {
    const [group] = file.weightsManifest;
    const at = write('escape.json', { ...file, weightsManifest: [{ ...group, paths: [shard] }] });
    expect(run('summary', at)).toEqual(refused(clause));
  });

  test('is refused for a shard that is a link out of the folder, missing, or short', () => {
    const [group] = file.weightsManifest;
    const inner = join(folder, 'inner');
    mkdirSync(inner);
    symlinkSync(join(folder, 'one.bin'), join(inner, 'link.bin'));
    const ask = (...paths: string[]) => {
      writeFileSync(join(inner, 'model.json'), JSON.stringify({ ...file, weightsManifest: [{ ...group, paths }] }));
      return run('summary', join(inner, 'model.json'), '--statistics', '--style', 'csv');
    };
    expect(ask('link.bin')).toEqual(refused("a weights file must lie in the model's folder, got link.bin"));
    expect(ask('gone.bin')).toEqual(
      refused(`cannot read the weights file ${join(inner, 'gone.bin')}: there is no such file`),
    );
    writeFileSync(join(inner, 'short.bin'), new Uint8Array(10));
    expect(ask('short.bin')).toEqual(refused('short.bin holds 10 bytes, and the weights manifest says 984'));
  });

  test('is loaded with layers that an --import module registers, and refused without it', () => {
    const layer = (class_name: string, config: object) => ({ class_name, config });
    const custom = write('custom.json', {
      modelTopology: layer('Sequential', {
        name: 'one',
        layers: [layer('Residual', { name: 'residual', batch_input_shape: [null, 4], dtype: 'float32' })],
      }),
    });
    expect(run('summary', custom)).toEqual(
      refused(
        `${custom} cannot be built: the layer Residual is none of tf.js, give --import FILE with a module that registers it`,
      ),
    );
    const wrapped = layer('TimeDistributed', { name: 't', layer: layer('Odd', { name: 'odd' }) });
    const several = write('several.json', {
      modelTopology: layer('Sequential', {
        layers: [
          layer('Residual', { name: 'r', batch_input_shape: [null, 4] }),
          wrapped,
          layer('Fancy', { name: 'f' }),
        ],
      }),
    });
    expect(run('summary', several)).toEqual(
      refused(
        `${several} cannot be built: the layer Residual is none of tf.js, nor are the layers Fancy, Odd: for each of them give --import FILE with a module that registers it`,
      ),
    );
    const kernel_initializer = layer('Orthonormal', {});
    const started = write('started.json', {
      modelTopology: layer('Sequential', {
        layers: [layer('Dense', { name: 'd', units: 2, batch_input_shape: [null, 4], kernel_initializer })],
      }),
    });
    expect(run('summary', started)).toEqual(
      refused(
        `${started} cannot be built: the initializer Orthonormal is none of tf.js, give --import FILE with a module that registers it`,
      ),
    );
    const registers = ['--import', join(module, '..', 'registered.ts')];
    expect(run('summary', custom, ...registers, ...csv('path,params'))).toEqual({
      stdout: ['path,params', ',', 'residual,', 'residual.inner,20', ''].join('\r\n'),
      stderr: unlisted('residual.inner'),
      status: 0,
    });
    expect(run('summary', custom, '--import', 'nowhere.ts')).toEqual(
      refused(`there is no file ${resolve('nowhere.ts')}`),
    );
    expect(run('summary', 'gmlp', ...registers)).toEqual(refused('--import is for models of your own, not gmlp'));
  });

  test('is refused where it is missing, no JSON, or no model', () => {
    writeFileSync(join(folder, 'text.json'), 'model');
    expect(run('summary', join(folder, 'text.json'))).toEqual(refused(`${folder}/text.json is no JSON`));
    expect(run('summary', write('empty.json', {}))).toEqual(
      refused(`${folder}/empty.json holds no model: it lacks modelTopology`),
    );
    const topology = { class_name: 'Sequential', config: { name: 's', layers: [{ class_name: 'Mine', config: {} }] } };
    expect(run('summary', write('mine.json', { modelTopology: topology })).stderr).toMatch(
      /^gmlp-viz: .*mine\.json cannot be built: the layer Mine is none of tf\.js, give --import FILE /,
    );
  });

  test('is compared by diff with its saved summary', () => {
    writeFileSync(join(folder, 'saved.json'), run('summary', path, '--style', 'json').stdout);
    expect(run('diff', join(folder, 'saved.json'), path)).toMatchObject({ status: 0, stderr: '' });
  });
});
