// Sends requests that read a store again after errors. Uploads of a writer are repeated by its own loop.
import type { Retry } from './objectStore.ts';
import { StoreError } from './storeError.ts';

const [firstWaitMs, maxWaitMs] = [200, 4000];
// a store that never answered gets no try after this time, so that its error comes within 30 s, the last try included
const silentMs = 15_000;
// a store that did answer may be busy for a while in a long reading
const busyMs = 60_000;

/**
 * Creates the retries of one store's requests. Each request is sent again, after longer and longer waits, while its error is not
 * final; the returned function throws the StoreError of the last try.
 */
export function readRetries(): Retry {
  let hasAnswered = false;
  return async (request) => {
    const begun = performance.now();
    for (let wait = firstWaitMs; ; wait = Math.min(maxWaitMs, 2 * wait)) {
      try {
        const answer = await request();
        hasAnswered = true;
        return answer;
      } catch (error) {
        const isLast = performance.now() - begun + wait > (hasAnswered ? busyMs : silentMs);
        if (isLast || !(error instanceof StoreError) || error.isFinal) throw error;
      }
      // a random part of the wait, since readers that failed at the same time should not come back at the same time
      await new Promise((resolve) => setTimeout(resolve, wait * (0.5 + Math.random() / 2)));
    }
  };
}
