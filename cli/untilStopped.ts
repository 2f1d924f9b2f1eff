// Ends a long task cleanly when a signal ends the process.

/** Aborts `task` on a signal, so that it removes unfinished files and keeps what it has, and then lets the signal end the process. */
export async function untilStopped<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const stop = (name: NodeJS.Signals): void => controller.abort(name);
  for (const name of signals) process.once(name, stop);
  try {
    return await task(controller.signal);
  } finally {
    for (const name of signals) process.off(name, stop);
    // nobody listens any more
    if (controller.signal.aborted) process.kill(process.pid, controller.signal.reason);
  }
}
