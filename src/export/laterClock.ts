// A clock that is ahead, so that a forward pass whose numbers follow from the time gives others.
import { replaceMethod, undoAll } from '../trace/replaceMethod.ts';

/** Another millisecond, second, minute, hour and day. */
const aheadMs = 90_061_017;

/** Runs `body` with Date and performance.now ahead; both are as before afterwards, even after a throw. */
export function withLaterClock<T>(body: () => T): T {
  const undo = [
    replaceMethod(Date, 'now', (now) => (now() as number) + aheadMs),
    replaceMethod(performance, 'now', (now) => (now() as number) + aheadMs),
    laterDates(),
  ];
  try {
    return body();
  } finally {
    undoAll(undo);
  }
}

/** `new Date()` does not ask Date.now. */
function laterDates(): () => void {
  const original = Date;
  globalThis.Date = new Proxy(original, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [original.now()] : args, newTarget),
    apply: (target) => `${new target(original.now())}`,
  });
  return () => {
    globalThis.Date = original;
  };
}
