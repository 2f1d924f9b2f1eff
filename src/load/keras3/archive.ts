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
// weights hardly shrink, and Keras stores them uncompressed
const maxRatio = 20;

// Keras writes three files, and one for each vocabulary
const maxFiles = 10_000;

const configName = 'config.json';

/** The first bytes of a zip. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

// index of the byte with the flags of a zip's first file, after its signature and version
const flagsAt = 6;

const isEncrypted = (flags = 0): boolean => (flags & 1) === 1;

/**
 * Reads config.json, and the archive no further than its end.
 * @throws UserError for a broken or encrypted zip, for one without config.json or with two, and for one that inflates to more than
 * 64 MiB
 */
export async function readConfig(source: FileSource): Promise<string> {
  const { Unzip, UnzipInflate } = await import('../../compression.ts');
  const text = new TextDecoder();
  let [config, bytes, isComplete] = ['', 0, false];
  const names: string[] = [];
  let configs = 0;
  const unzip = new Unzip((file) => {
    addName(names, file.name);
    if (file.name !== configName) return;
    configs += 1;
    if (configs > 1) return;
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
  let offset = 0;
  try {
    for await (const piece of source.pieces()) {
      if (isEncrypted(piece[flagsAt - offset])) throw new UserError('it is encrypted: write it without a password');
      offset += piece.length;
      unzip.push(piece);
      expectOnce(configs, configName);
      if (isComplete) return config;
    }
  } catch (error) {
    throw archiveError(source, error);
  }
  const other = zipError(source.path, names);
  if (other) throw other;
  throw new UserError(`${source.path} is no .keras archive: it must hold config.json, got ${someOf(names)}`);
}

/** Lists the first names for an error text. A damaged directory may have files without names. */
const someOf = (names: readonly string[]): string =>
  names
    .filter((name) => name !== '')
    .slice(0, 5)
    .join(', ') || 'no file';

const archiveError = ({ path }: FileSource, error: unknown): UserError =>
  new UserError(`${path} cannot be read as a .keras archive: ${messageOf(error)}`, {
    cause: error,
  });

const weightsName = 'model.weights.h5';

/**
 * Reads model.weights.h5.
 * @throws UserError for a broken zip, for one without that file or with two, for one that inflates to more than 20 times, and for
 * bytes that are not those of its checksum
 */
export async function readWeightsFile(source: FileSource): Promise<Uint8Array> {
  const { unzipSync } = await import('../../compression.ts');
  const archive = await joined(source.pieces());
  const names: string[] = [];
  let found = 0;
  let weights: Uint8Array | undefined;
  try {
    weights = unzipSync(archive, {
      filter(file) {
        addName(names, file.name);
        if (file.name !== weightsName) return false;
        found += 1;
        expectMeasured(file);
        return true;
      },
    })[weightsName];
    expectOnce(found, weightsName);
    const checksum = zipChecksums(archive).get(weightsName);
    if (weights && checksum !== undefined && checksum !== crc32(weights))
      throw new UserError(`its ${weightsName} does not have the archive’s checksum: the file is damaged`);
  } catch (error) {
    throw archiveError(source, error);
  }
  if (!weights) throw new UserError(`${source.path} holds no ${weightsName}, got ${someOf(names)}`);
  return weights;
}

/** @throws UserError where an archive has two files of a name, since readers differ in which one they take */
function expectOnce(count: number, wanted: string): void {
  if (count > 1) throw new UserError(`it holds ${wanted} twice`);
}

/** Adds the name of a file. @throws UserError for more files than an archive may have */
function addName(names: string[], name: string): void {
  if (names.push(name) > maxFiles) throw new UserError(`it holds more than ${maxFiles} files`);
}

function expectMeasured({ name, size, originalSize }: UnzipFileInfo): void {
  if (originalSize > maxRatio * size)
    throw new UserError(`its ${name} inflates from ${size} to ${originalSize} bytes, more than ${maxRatio} times`);
}
