// Writes a converted model to a folder, which is whole or as it was before.
import { UserError } from '../errors.ts';
import { existingAt, writeFiles } from '../storage/outputPath.ts';
import { isSystemError, reasonOfSystem } from '../storage/systemReason.ts';
import { replaceWhole } from '../storage/wholeFiles.ts';
import type { ConvertedModel } from './convertKeras.ts';

/** Name of the module that registers our layers. */
const layersModuleName = 'keras-layers.mjs';
/** Names of the files of a converted model; a folder with any other file is not replaced. */
const convertedNames = /^(model\.json|keras-layers\.mjs|group1-shard\d+of\d+\.bin)$/;

/** @throws UserError where the folder holds other files, or an earlier conversion that is not to be replaced */
export async function expectFree(out: string, overwrite: boolean): Promise<void> {
  const found = await existingAt(out);
  if (!found) return;
  if (found.kind !== 'folder') throw new UserError(`${out} is a file, and a converted model is a folder`);
  const other = found.names.find((name) => !convertedNames.test(name));
  if (other !== undefined) throw new UserError(`${out} holds ${other}, which is no part of a converted model`);
  if (found.names.length > 0 && !overwrite) throw new UserError(`${out} is there already: --overwrite replaces it`);
}

/**
 * Writes the files of a converted model.
 * @param layersModule returns the source of the module that registers our layers; called only if the model needs it
 * @param overwrite whether an earlier conversion in the folder is replaced
 * @param signal once aborted, nothing is written
 * @throws UserError as `expectFree` does, and for a folder that cannot be written; the reason of an aborted `signal`
 */
export async function saveConverted(
  { json, shards, suppliedClasses }: ConvertedModel,
  layersModule: () => string,
  out: string,
  overwrite: boolean,
  signal?: AbortSignal,
): Promise<void> {
  await expectFree(out, overwrite);
  const files = [
    { name: 'model.json', pieces: [`${JSON.stringify(json)}\n`] },
    ...shards.map(({ name, bytes }) => ({ name, pieces: [bytes] })),
    ...(suppliedClasses.length > 0 ? [{ name: layersModuleName, pieces: [layersModule()] }] : []),
  ];
  try {
    await replaceWhole(out, (aside) => writeFiles(aside, files, signal));
  } catch (error) {
    if (isSystemError(error)) throw new UserError(`cannot write ${out}: ${reasonOfSystem(error)}`, { cause: error });
    throw error;
  }
}
