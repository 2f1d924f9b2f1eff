// Opens a file with the program that the system has for it.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** @returns false where there is no browser, or none that shows anything here */
export async function openInBrowser(path: string): Promise<boolean> {
  const { platform, env } = process;
  const file = resolve(path);
  // without a display the program would be one for the terminal
  const hasDisplay = platform === 'darwin' || platform === 'win32' || env.DISPLAY || env.WAYLAND_DISPLAY;
  if (!hasDisplay) return false;
  const [program, ...words] =
    platform === 'darwin' ? ['open', file] : platform === 'win32' ? ['explorer.exe', file] : ['xdg-open', file];
  return new Promise((done) => {
    const child = spawn(program!, words, { detached: true, stdio: 'ignore' });
    child.once('error', () => done(false));
    child.once('spawn', () => {
      child.unref();
      done(true);
    });
  });
}
