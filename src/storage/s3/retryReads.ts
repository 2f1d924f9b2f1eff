// Tries requests that read a store again, as a writer's uploads do by their own loop.
import type { Retry } from './objectStore.ts';
import { StoreError } from './storeError.ts';

const [firstWaitMs, maxWaitMs] = [200, 4000];
// no try begins later: with what the last one takes, a store that does not answer is told within 30 s
const silentMs = 15_000;
// a store that answered is there, and a long reading is not given up for a time in which it is busy
const busyMs = 60_000;

/**
 * Creates the retries of one store's requests: each is sent again, after longer and longer waits, while its error is not final.
 * The StoreError of the last try is thrown.
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
      // readers that failed at the same time do not come back at the same time
      await new Promise((resolve) => setTimeout(resolve, wait * (0.5 + Math.random() / 2)));
    }
  };
}
