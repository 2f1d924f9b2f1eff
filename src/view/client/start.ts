// The script in the page: unpacks the viewer's code, and runs it; where the browser cannot, shows the plain table.
import { unpacked } from './unpack.ts';

async function start(): Promise<void> {
  const script = document.createElement('script');
  script.textContent = await unpacked(document.querySelector('#code')!.textContent!);
  document.body.append(script);
}

start().catch(() => {
  // a browser that runs scripts takes what is in `noscript` for text
  document.body.innerHTML = document.querySelector('noscript')!.textContent!;
});
