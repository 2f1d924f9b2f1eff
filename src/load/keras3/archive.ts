// A `.keras` archive: a zip of config.json, metadata.json and model.weights.h5.
// https://github.com/keras-team/keras/blob/master/keras/src/saving/saving_lib.py
import type { UnzipFileInfo } from '../../compression.ts';
import { crc32 } from '../../crc32.ts';
import { messageOf, UserError } from '../../errors.ts';
import type { FileSource } from '../../storage/fileSource.ts';
import { joined } from '../../storage/urlSource.ts';
import { zipError } from '../otherFormats.ts';
import { zipChecksums } from './zipChecksums.ts';

// config.json of the largest keras.applications has 1 MB
const maxConfigBytes = 64 * 2 ** 20;
// weights are hardly compressible; Keras stores them as they are
const maxRatio = 20;

const configName = 'config.json';

/** The first bytes of a zip. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/**
 * Reads config.json, and of the archive no more than what comes before its end.
 * @throws UserError for bytes that are no zip, for one without config.json, and for one that inflates to more than 64 MB
 */
export async function readConfig(source: FileSource): Promise<string> {
  const { Unzip, UnzipInflate } = await import('../../compression.ts');
  const text = new TextDecoder();
  let [config, bytes, isComplete] = ['', 0, false];
  const names: string[] = [];
  const unzip = new Unzip((file) => {
    const isFirst = !names.includes(configName);
    names.push(file.name);
    if (file.name !== configName || !isFirst) return;
    file.ondata = (error, piece, isLast) => {
      if (error) throw error;
      bytes += piece.length;
      if (bytes > maxConfigBytes) throw new UserError(`its config.json inflates to more than ${maxConfigBytes} bytes`);
      config += text.decode(piece, { stream: !isLast });
      isComplete ||= isLast;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  let isFirst = true;
  try {
    for await (const piece of source.pieces()) {
      if (isFirst && !isZip(piece)) throw new UserError('it is no zip');
      isFirst = false;
      unzip.push(piece);
      expectOnce(names, configName);
      if (isComplete) return config;
    }
  } catch (error) {
    throw archiveError(source, error);
  }
  const other = zipError(source.path, names);
  if (other) throw other;
  const found = names.length === 0 ? 'no file' : names.slice(0, 5).join(', ');
  throw new UserError(`${source.path} is no .keras archive: it must hold config.json, got ${found}`);
}

const archiveError = ({ path }: FileSource, error: unknown): UserError =>
  new UserError(`${path} cannot be read as a .keras archive: ${messageOf(error)}`, {
    cause: error,
  });

const weightsName = 'model.weights.h5';

/**
 * Reads model.weights.h5.
 * @throws UserError for a broken zip, for one without that file or with two, for one that inflates without measure, and for
 * bytes that are not those of its checksum
 */
export async function readWeightsFile(source: FileSource): Promise<Uint8Array> {
  const { unzipSync } = await import('../../compression.ts');
  const archive = await joined(source.pieces());
  const names: string[] = [];
  let weights: Uint8Array | undefined;
  try {
    weights = unzipSync(archive, {
      filter(file) {
        names.push(file.name);
        if (file.name !== weightsName) return false;
        expectMeasured(file);
        return true;
      },
    })[weightsName];
    expectOnce(names, weightsName);
    const checksum = zipChecksums(archive).get(weightsName);
    if (weights && checksum !== undefined && checksum !== crc32(weights))
      throw new UserError(`its ${weightsName} does not have the archive’s checksum: the file is damaged`);
  } catch (error) {
    throw archiveError(source, error);
  }
  if (!weights) throw new UserError(`${source.path} holds no ${weightsName}, got ${names.slice(0, 5).join(', ')}`);
  return weights;
}

/** @throws UserError where an archive has two files of a name, of which readers take one or the other */
function expectOnce(names: readonly string[], wanted: string): void {
  if (names.filter((name) => name === wanted).length > 1) throw new UserError(`it holds ${wanted} twice`);
}

function expectMeasured({ name, size, originalSize }: UnzipFileInfo): void {
  if (originalSize > maxRatio * size)
    throw new UserError(`its ${name} inflates from ${size} to ${originalSize} bytes, more than ${maxRatio} times`);
}
