// Shows a model's table and offers its graph as an event file: `npx vite examples/browser`.
import { memoryStorage, SummaryWriter, summary } from 'gmlp-viz';
import { createModel } from './model.ts';

const model = createModel();
document.querySelector('#table')!.textContent = `${summary(model, [28, 28, 1], { style: 'table' })}`;

const storage = memoryStorage();
const writer = new SummaryWriter({ storage });
writer.addGraph(model, [1, 28, 28, 1]);
await writer.close();

const [path, bytes] = [...storage.files()][0]!;
const link = document.createElement('a');
link.href = URL.createObjectURL(new Blob([bytes as BlobPart]));
link.download = path.split('/').at(-1)!;
link.textContent = 'Download the graph';
document.querySelector('#offer')!.prepend(link);
