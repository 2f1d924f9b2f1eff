// The backend that computes, where one is asked for. In: `--backend` and the model's file. Out: a backend, active.
import { type BackendName, backendNames } from '../../src/backends/backends.ts';
import type { UsedBackend } from '../../src/backends/useBackend.ts';
import { unknownText } from '../../src/choice.ts';
import { UserError } from '../../src/errors.ts';
import { note } from '../output.ts';
import { trusted } from './modelProject.ts';

export const backendDescription = `compute, for a model whose shapes depend on numbers: on ${backendNames.join(', ')}, or auto for the first of these that works`;

/** @throws UserError for a word that names no backend */
function backendChoice(option: unknown): BackendName | 'auto' {
  if (Array.isArray(option)) throw new UserError(`--backend was given ${option.length} times`);
  const choices = [...backendNames, 'auto'] as const;
  const choice = choices.find((known) => known === option);
  if (!choice) throw new UserError(unknownText('backend', `${option}`, choices));
  return choice;
}

/**
 * Loads a backend, from the project of the file `beside` first; with auto, says on stderr which and why none better.
 * @throws UserError for an unknown name, and for a backend that cannot be used
 */
export async function chosenBackend(option: unknown, beside: string): Promise<UsedBackend> {
  const choice = backendChoice(option);
  await quieten();
  const { useBackend } = await import('../../src/backends/useBackend.ts');
  const used = await useBackend(choice, { from: trusted(beside), gradients: false });
  if (choice === 'auto') {
    const reasons = used.passedOver.map(({ reason }) => `; ${reason}`).join('');
    note(`on ${described(used)}${reasons}`);
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
