// The thread that uploads: it works on while the writer's thread computes, and while its process ends.

import { parentPort, workerData } from 'node:worker_threads';
import { messageOf } from '../../errors.ts';
import { storeOf } from './s3Files.ts';
import type { UploadAnswer, UploadRequest, UploadStart } from './uploadMessages.ts';
import { UploadQueue } from './uploadQueue.ts';

/**
 * Answers the requests of the thread that started this one.
 * @param wholeLength how many bytes of an event file without its head are whole records
 */
export function serveUploads(wholeLength: (bytes: Uint8Array) => number): void {
  const { answers, waited } = workerData as UploadStart;
  const tell = (answer: UploadAnswer): void => answers.postMessage(answer);
  const tellWaiting = (answer: UploadAnswer): void => {
    tell(answer);
    Atomics.add(waited, 0, 1);
    Atomics.notify(waited, 0);
  };
  const queue = new UploadQueue({
    storeOf,
    wholeLength,
    stored: (id, bytes) => tell({ kind: 'stored', id, bytes }),
    named: (id, path) => tell({ kind: 'named', id, path }),
    refused: (id, { message }) => tell({ kind: 'refused', id, error: message }),
    ended: (id) => tell({ kind: 'ended', id }),
  });
  const flush = async ({ id, request, through }: RequestOf<'flush'>): Promise<void> => {
    const error = await queue.flush(id, through).then(() => undefined, messageOf);
    tell({ kind: 'flushed', request, ...(error !== undefined && { error }) });
  };
  const read = async ({ request, settings, bucket, key }: RequestOf<'read'>): Promise<void> => {
    try {
      const bytes = await storeOf(settings).get(bucket, key);
      tellWaiting({ kind: 'read', request, ...(bytes && { bytes }) });
    } catch (error) {
      tellWaiting({ kind: 'read', request, error: messageOf(error) });
    }
  };
  const drain = async ({ request }: RequestOf<'drain'>): Promise<void> =>
    tellWaiting({ kind: 'drained', request, left: await queue.drain() });
  const serve = (request: UploadRequest): unknown => {
    switch (request.kind) {
      case 'open':
        return queue.open(request.id, request.folder, request.segmentBytes);
      case 'sealed':
        return queue.wake(request.id);
      case 'flush':
        return flush(request);
      case 'close':
        return queue.close(request.id);
      case 'discard':
        return queue.discard(request.id);
      case 'drain':
        return drain(request);
      case 'read':
        return read(request);
    }
  };
  parentPort!.on('message', serve);
}

type RequestOf<K extends UploadRequest['kind']> = Extract<UploadRequest, { readonly kind: K }>;
