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
  const serve = {
    open: ({ id, folder, segmentBytes }) => queue.open(id, folder, segmentBytes),
    sealed: ({ id }) => queue.wake(id),
    async flush({ id, request, through }) {
      const error = await queue.flush(id, through).then(() => undefined, messageOf);
      tell({ kind: 'flushed', request, ...(error !== undefined && { error }) });
    },
    close: ({ id }) => queue.close(id),
    discard: ({ id }) => queue.discard(id),
    drain: async ({ request }) => tellWaiting({ kind: 'drained', request, left: await queue.drain() }),
    async read({ request, settings, bucket, key }) {
      try {
        const bytes = await storeOf(settings).get(bucket, key);
        tellWaiting({ kind: 'read', request, ...(bytes && { bytes }) });
      } catch (error) {
        tellWaiting({ kind: 'read', request, error: messageOf(error) });
      }
    },
  } satisfies { readonly [K in UploadRequest['kind']]: (request: Extract<UploadRequest, { kind: K }>) => unknown };
  parentPort!.on('message', (request: UploadRequest) => void serve[request.kind](request as never));
}
