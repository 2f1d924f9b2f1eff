// tensorboardX's SummaryWriter: events in a file that TensorBoard reads. In: models and numbers. Out: one event file.
import { appendFileSync, existsSync, mkdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { AnyModule } from '../nn/module.ts';
import { tensorboard } from '../proto/messages.js';
import { tensorflowGraph } from '../tensorflow/build.ts';
import { encodeGraph } from '../tensorflow/graphDef.ts';
import { type InputSpec, trace } from '../trace/record.ts';
import { UserError } from '../userError.ts';
import { frame } from './record.ts';

export interface SummaryWriterOptions {
  /** created when it is not there */
  readonly logdir?: string;
  /** ends the file's name */
  readonly filenameSuffix?: string;
}

/** Every `add*` is on disk when it returns; a failure to write is thrown by it. */
export class SummaryWriter {
  readonly logdir: string;
  /** the event file */
  readonly path: string;
  #closed = false;

  constructor({ logdir = 'runs', filenameSuffix = '' }: SummaryWriterOptions = {}) {
    this.logdir = logdir;
    mkdirSync(logdir, { recursive: true });
    this.path = freePath(logdir, filenameSuffix);
    this.#write({ fileVersion: 'brain.Event:2' });
  }

  /**
   * Traces `model` once without numbers and writes its graph.
   * @param inputs with the batch: [batch, channels, height, width]
   * @throws UserError for a kernel that the trace or the dialect does not know, and whatever the model throws
   */
  addGraph(model: AnyModule, inputs: readonly InputSpec[]): void {
    const graphDef = encodeGraph(tensorflowGraph(trace(model, inputs)));
    this.#write({ graphDef });
    const runMetadata = tensorboard.RunMetadata.encode({
      stepStats: { devStats: [{ device: '/device:CPU:0' }] },
    }).finish();
    this.#write({ taggedRunMetadata: { tag: 'profiler', runMetadata } });
  }

  /** @param globalStep where the value stands on the horizontal axis */
  addScalar(tag: string, value: number, globalStep = 0): void {
    this.#write({ step: globalStep, summary: { value: [{ tag, simpleValue: value }] } });
  }

  async flush(): Promise<void> {}

  async close(): Promise<void> {
    this.#closed = true;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #write(event: tensorboard.IEvent): void {
    if (this.#closed) throw new UserError(`the writer of ${this.path} is closed`);
    const wallTime = Date.now() / 1000;
    appendFileSync(this.path, frame(tensorboard.Event.encode({ wallTime, ...event }).finish()));
  }
}

// tensorboardX leaves out process and ordinal, and two writers in one second overwrite each other
function freePath(logdir: string, suffix: string): string {
  const stem = `events.out.tfevents.${Math.floor(Date.now() / 1000)}.${hostname()}.${process.pid}`;
  for (let n = 0; ; n++) {
    const path = join(logdir, `${stem}.${n}${suffix}`);
    if (!existsSync(path)) return path;
  }
}
