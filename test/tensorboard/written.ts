// Runs a writer in memory. Returns its files, and its events after the first one, which names the version of the format.
// The clock stands still, so that all bytes are the same each time.
import { type MemoryStorage, memoryStorage, SummaryWriter } from '../../src/index.ts';
import { tensorboard } from '../../src/proto/generated/messages.js';
import { eventsIn } from './events.ts';

export interface Written {
  readonly storage: MemoryStorage;
  readonly events: readonly tensorboard.Event[];
}

/** The events of one run: that of the writer unless `run` names one below it. */
export async function written(use: (writer: SummaryWriter) => void, run = ''): Promise<Written> {
  const storage = memoryStorage();
  const writer = new SummaryWriter({ logdir: 'logs', storage, clock: () => 1_700_000_000 });
  use(writer);
  await writer.close();
  const events = [...storage.files()]
    .filter(([path]) => path.startsWith(`logs/${run && `${run}/`}events.out`))
    .flatMap(([path, bytes]) => eventsIn(bytes, path));
  return { storage, events: events.filter(({ fileVersion }) => !fileVersion) };
}

export const encoded = (event: tensorboard.IEvent): string =>
  Buffer.from(tensorboard.Event.encode(event).finish()).toString('hex');
