// Runs ONNX models in onnxruntime-node, which stands in the current folder's node_modules.
//
// In:  [{"path": a model's file, "feeds": [{"shape", "values"}]}]
// Out: [{"outputs": [{"shape", "values", "whole": whether they are no floats}]} or {"error": text}]
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');

const ort = createRequire(join(process.cwd(), 'index.js'))('onnxruntime-node');

const arrays = { float32: Float32Array, float64: Float64Array, int32: Int32Array, uint8: Uint8Array, bool: Uint8Array };

function tensor(type, { shape, values }) {
  if (type === 'string') return new ort.Tensor(type, values, shape);
  if (type === 'int64') return new ort.Tensor(type, BigInt64Array.from(values, BigInt), shape);
  return new ort.Tensor(type, arrays[type].from(values, Number), shape);
}

// JSON has no number that is not finite
const legible = (value) =>
  typeof value === 'string' || Number.isFinite(Number(value))
    ? typeof value === 'bigint'
      ? Number(value)
      : value
    : `${value}`;

async function run({ path, feeds }) {
  try {
    const session = await ort.InferenceSession.create(path, { logSeverityLevel: 3 });
    const inputs = session.inputMetadata.map(({ name, type }, i) => [name, tensor(type, feeds[i])]);
    const results = await session.run(Object.fromEntries(inputs));
    const outputs = session.outputNames.map((name) => {
      const { dims, data, type } = results[name];
      return { shape: dims, values: Array.from(data, legible), whole: !type.startsWith('float') };
    });
    await session.release();
    return { outputs };
  } catch (error) {
    return { error: `${error.message}`.slice(0, 600) };
  }
}

(async () => {
  const answers = [];
  for (const question of JSON.parse(readFileSync(0, 'utf8'))) answers.push(await run(question));
  process.stdout.write(JSON.stringify(answers));
})();
