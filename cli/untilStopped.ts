// Ends a long task cleanly when a signal ends the process.
import { endProgress } from './output.ts';

/**
 * Aborts `task` on a signal, so that it removes unfinished files and keeps what it has, and then lets the signal end the process:
 * a shell gives 130 for Ctrl-C.
 */
export async function untilStopped<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const stop = (name: NodeJS.Signals): void => controller.abort(name);
  for (const name of signals) process.once(name, stop);
  try {
    return await task(controller.signal);
  } finally {
    for (const name of signals) process.off(name, stop);
    if (controller.signal.aborted) {
      // Node emits a warning after the code that caused it has run
      await new Promise((resolve) => setImmediate(resolve));
      endProgress();
      // nobody listens any more
      process.kill(process.pid, controller.signal.reason);
    }
  }
}
