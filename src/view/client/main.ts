// The script of the page that `view` writes: reads the data in it and shows it.
import { dataIn } from './readData.ts';
import { Viewer } from './viewer.ts';

const element = document.querySelector<HTMLElement>('.viewer')!;
const data = await dataIn(document.querySelector('#data')!.textContent!);
const viewer = new Viewer(element, data, { hasAddress: true });
viewer.start();
document.documentElement.dataset.ready = 'true';
