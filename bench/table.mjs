// How long a table of 50,000 rows takes to draw, beside the trace of its model in the same run.
// Exit code 1 when the drawing passes its bound.
import { summary } from '../dist/index.js';
import { Identity, Sequential } from '../dist/nn.js';

const boundSeconds = 5;
const timed = (body) => {
  const start = performance.now();
  const result = body();
  return [result, (performance.now() - start) / 1000];
};
const model = new Sequential(...Array.from({ length: 49_999 }, () => new Identity()));
const [result, traced] = timed(() => summary(model, [1], { style: 'table', fold: false, width: 100 }));
const [text, drawn] = timed(() => result.toString());
console.log(
  `table of 50,000 rows: traced in ${traced.toFixed(1)} s, ${text.length} characters drawn in ${drawn.toFixed(1)} s`,
);
if (drawn > boundSeconds) process.exitCode = 1;
