// The backend that computes, where one is asked for. In: `--backend` and the model's file. Out: a backend, active.
import type { BackendName } from '../../src/backends/backends.ts';
import type { UsedBackend } from '../../src/backends/useBackend.ts';
import type { Messages } from '../output.ts';
import { trusted } from './modelProject.ts';

/**
 * Loads a backend, from the project of the file `beside` first; with auto, says on stderr which and why none better.
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

/** A backend to hold and draw the numbers of a model in, where none was asked for. @throws UserError if there is none */
export async function plainBackend(beside: string): Promise<void> {
  await quieten();
  const { useBackend } = await import('../../src/backends/useBackend.ts');
  await useBackend('cpu', { from: trusted(beside), gradients: false });
}

const described = ({ name, version, engine, device }: UsedBackend): string =>
  `${name} ${version} (${device}, ${engine})`;

/** tf.js's cpu backend advertises a faster one, and TensorFlow tells which libraries it found. */
export async function quieten(): Promise<void> {
  const { tfjs: tf } = await import('../tfjs.ts');
  tf.enableProdMode();
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '3';
}
