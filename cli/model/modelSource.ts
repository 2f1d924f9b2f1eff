// Where the file of a model is read from: a path, an address, or the standard input.
import { UserError } from '../../src/errors.ts';
import type { RequestHeaders } from '../../src/storage/fetchPieces.ts';
import type { FileSource } from '../../src/storage/fileSource.ts';
import { openFile } from '../../src/storage/openFile.ts';
import { isUrl } from './modelProject.ts';

/** The file that a word names. @throws UserError for an address that is none, and for a header that is none */
export function modelSource(word: string): FileSource {
  if (word === '-') return standardInput();
  return isUrl(word) ? openFile(word, headersFor(word)) : openFile(word);
}

let isTaken = false;

function standardInput(): FileSource {
  const path = 'the standard input';
  const nothing = async (): Promise<never> => {
    throw new UserError(
      'a model from the standard input has no weight files beside it: give the path of its model.json',
    );
  };
  // an archive is read more than once: its start, its config.json, its weights
  const held: Uint8Array[] = [];
  let rest: AsyncIterator<Uint8Array> | undefined;
  return {
    path,
    async *pieces() {
      if (!rest && isTaken)
        throw new UserError('the standard input can be read once: give the path of one of the models');
      isTaken = true;
      rest ??= process.stdin[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
      for (let at = 0; ; at++) {
        if (at === held.length) {
          const { done, value } = await rest.next();
          if (done) return;
          held.push(value);
        }
        yield held[at]!;
      }
    },
    beside: { read: nothing, part: nothing },
  };
}

/** The environment's variable with headers of requests, `host name: value`, a line for each. */
const variable = 'GMLP_VIZ_HEADERS';

/** The headers for the host of an address. */
function headersFor(address: string): RequestHeaders {
  const host = URL.canParse(address) ? new URL(address).host : '';
  const lines = (process.env[variable] ?? '').split('\n').filter((line) => line.trim() !== '');
  const headers = lines.map((line) => {
    const [, at, name, value] = /^\s*(\S+)\s+([^:\s]+):\s*(.*?)\s*$/.exec(line) ?? [];
    if (at === undefined)
      throw new UserError(`each line of ${variable} must be a host and a header: example.org Authorization: Bearer …`);
    return [at, name!, value!] as const;
  });
  return Object.fromEntries(headers.filter(([at]) => at === host).map(([, name, value]) => [name, value]));
}
