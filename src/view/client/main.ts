// The script of the page that `view` writes: reads the data in it and shows it.
import { mount } from './mount.ts';
import { unpacked } from './unpack.ts';

async function main(): Promise<void> {
  const data = JSON.parse(await unpacked(document.querySelector('#data')!.textContent!));
  mount(document.querySelector('.viewer')!, data, { hasAddress: true });
  document.documentElement.dataset.ready = 'true';
}

void main();
