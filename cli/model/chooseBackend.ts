// Loads the backend of `--backend`.
import type { BackendName } from '../../src/backends/backends.ts';
import type { UsedBackend } from '../../src/backends/useBackend.ts';
import type { Messages } from '../output.ts';
import { trusted } from './modelProject.ts';

/**
 * Loads a backend, from the project of the file `beside` first; with `auto`, notes on stderr which one, and why no faster one.
 * @throws UserError for a backend that cannot be used
 */
export async function chosenBackend(
  choice: BackendName | 'auto',
  beside: string,
  stderr: Pick<Messages, 'note'>,
): Promise<UsedBackend> {
  await quieten();
  const { useBackend } = await import('../../src/backends/useBackend.ts');
  const used = await useBackend(choice, { from: trusted(beside), gradients: false });
  if (choice === 'auto') {
    const reasons = used.passedOver.map(({ reason }) => `; ${reason}`).join('');
    stderr.note(`on ${described(used)}${reasons}`);
  }
  return used;
}

/** Loads the cpu backend, which holds and initializes weights, where no backend was requested. @throws UserError if there is none */
export async function plainBackend(beside: string): Promise<void> {
  await quieten();
  const { useBackend } = await import('../../src/backends/useBackend.ts');
  await useBackend('cpu', { from: trusted(beside), gradients: false });
}

const described = ({ name, version, engine, device }: UsedBackend): string =>
  `${name} ${version} (${device}, ${engine})`;

/** Silences the advertisement of tf.js's cpu backend and TensorFlow's log of found libraries. */
export async function quieten(): Promise<void> {
  const { tfjs: tf } = await import('../tfjs.ts');
  tf.enableProdMode();
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '3';
}
