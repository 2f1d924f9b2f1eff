// How long a trace of a large gMLP takes, that it grows with the layers in a straight line, and what building a model of
// tf.layers costs with its random numbers and without. Exit code 1 when a bound is passed.
import { trace, withLazyWeights } from '../dist/index.js';
import { gMLP } from '../dist/nn.js';

const bounds = { layers300: 0.5, wide: 0.4, wideMegabytes: 150, growth: 1.5, lazyBuild: 0.1 };

function traced(options) {
  const start = performance.now();
  const record = trace(new gMLP(options), [{ shape: [1, options.seqLen, options.dModel] }]);
  const seconds = (performance.now() - start) / 1000;
  const parameters = record.modules.flatMap((module) => module.parameters).reduce((sum, { size }) => sum + size, 0);
  return { seconds, parameters };
}

const seed = { dModel: 256, dFfn: 512, seqLen: 256 };
const show = (what, { seconds, parameters }) =>
  console.log(`${what}: ${(parameters / 1e6).toFixed(0)} million parameters traced in ${seconds.toFixed(2)} s`);

// the first trace of a process also warms it up
const wide = traced({ dModel: 12_288, dFfn: 24_576, seqLen: 256, numLayers: 96 });
const megabytes = process.memoryUsage().rss / 2 ** 20;
show('96 layers of width 12,288', wide);
console.log(`  and ${megabytes.toFixed(0)} MB in all`);
const rows = [75, 150, 300, 600].map((numLayers) => ({ numLayers, ...traced({ ...seed, numLayers }) }));
for (const row of rows) show(`${row.numLayers} layers`, row);
const perLayer = rows.map(({ seconds, numLayers }) => (seconds / numLayers) * 1000);
console.log(`  milliseconds a layer: ${perLayer.map((ms) => ms.toFixed(2)).join(', ')}`);

await import('@tensorflow/tfjs-backend-cpu');
const tfl = await import('@tensorflow/tfjs-layers');
const build = () => tfl.sequential({ layers: [tfl.layers.dense({ units: 16_384, inputShape: [4096] })] }).countParams();
const timed = (make) => {
  const start = performance.now();
  const parameters = make();
  return { parameters, seconds: (performance.now() - start) / 1000 };
};
const lazy = timed(() => withLazyWeights(tfl, build));
const drawn = timed(build);
console.log(
  `a dense layer of tf.layers with ${(lazy.parameters / 1e6).toFixed(0)} million parameters: built in ` +
    `${lazy.seconds.toFixed(3)} s without its random numbers, in ${drawn.seconds.toFixed(2)} s with them`,
);

const passed =
  lazy.seconds < bounds.lazyBuild &&
  rows[2].seconds < bounds.layers300 &&
  wide.seconds < bounds.wide &&
  megabytes < bounds.wideMegabytes &&
  perLayer[3] < perLayer[1] * bounds.growth;
if (!passed) process.exitCode = 1;
