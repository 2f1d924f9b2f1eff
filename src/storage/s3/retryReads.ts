// Tries requests that read a store again, as a writer's uploads do by their own loop.
import { StoreError } from './storeError.ts';

const [firstWaitMs, maxWaitMs] = [200, 4000];
// no try begins later: with what the last one takes, a store that does not answer is told within 30 s
const maxTryMs = 15_000;

/** Asks once more, after longer and longer waits, while the error is not final. @throws StoreError of the last try */
export async function retryReads<T>(request: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  for (let wait = firstWaitMs; ; wait = Math.min(maxWaitMs, 2 * wait)) {
    try {
      return await request();
    } catch (error) {
      const isLast = performance.now() - begun + wait > maxTryMs;
      if (isLast || !(error instanceof StoreError) || error.isFinal) throw error;
    }
    // readers that failed at the same time do not come back at the same time
    await new Promise((resolve) => setTimeout(resolve, wait * (0.5 + Math.random() / 2)));
  }
}
