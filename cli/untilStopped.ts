// A signal that would end the process in the midst of writing a file.

/** Has such a signal end `task` first, which takes away what it has half made. */
export async function untilStopped(task: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const controller = new AbortController();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const stop = (name: NodeJS.Signals): void => controller.abort(name);
  for (const name of signals) process.once(name, stop);
  try {
    await task(controller.signal);
  } finally {
    for (const name of signals) process.off(name, stop);
    // nobody listens any more
    if (controller.signal.aborted) process.kill(process.pid, controller.signal.reason);
  }
}
