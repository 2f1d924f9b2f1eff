// One event of an event file, as plain values.
import { tensorboard } from '../../proto/generated/messages.js';
import { warnOnce } from '../../storage/warn.ts';
import { type ReadValue, readValue, type TagMetadata } from './readValue.ts';

/** An event that was read. Fields that the event lacks are absent. */
export interface ReadEvent {
  /** the index of its record's first byte in the file */
  readonly offset: number;
  /** seconds since 1970 */
  readonly wallTime: number;
  readonly step: number;
  readonly fileVersion?: string;
  /** the program that wrote the file */
  readonly writer?: string;
  /** an encoded GraphDef */
  readonly graph?: Uint8Array;
  /** an encoded MetaGraphDef */
  readonly metaGraph?: Uint8Array;
  /** an encoded RunMetadata, and its tag */
  readonly runMetadata?: { readonly tag: string; readonly bytes: Uint8Array };
  /** the state of a training; a `start` discards steps of earlier files from `step` on */
  readonly session?: { readonly status: string; readonly checkpointPath: string; readonly message: string };
  /** a message of the program's log */
  readonly log?: { readonly level: string; readonly message: string };
  readonly values: readonly ReadValue[];
}

/** Creates a reader for the events of one file, which remembers metadata in `known`. It returns undefined for bytes that are no event. */
export function eventReader(known: TagMetadata): (data: Uint8Array, offset: number) => ReadEvent | undefined {
  return (data, offset) => {
    try {
      const event = tensorboard.Event.decode(data);
      const step = Number(event.step ?? 0);
      if (!Number.isSafeInteger(step)) warnOnce('steps from 2^53 on are rounded');
      return {
        offset,
        wallTime: event.wallTime ?? 0,
        step,
        ...held(event),
        values: (event.summary?.value ?? []).map((value) => readValue(value, known)),
      };
    } catch {
      // the checksum is good: the program that wrote the record wrote no event
      return undefined;
    }
  };
}

// bytes are copied: the buffer that holds them is read into again
function held(event: tensorboard.Event): Omit<ReadEvent, 'offset' | 'wallTime' | 'step' | 'values'> {
  const { fileVersion, sourceMetadata, graphDef, metaGraphDef, taggedRunMetadata, sessionLog, logMessage } = event;
  return {
    ...(fileVersion && { fileVersion }),
    ...(sourceMetadata?.writer && { writer: sourceMetadata.writer }),
    ...(graphDef && { graph: new Uint8Array(graphDef) }),
    ...(metaGraphDef && { metaGraph: new Uint8Array(metaGraphDef) }),
    ...(taggedRunMetadata && {
      runMetadata: {
        tag: taggedRunMetadata.tag ?? '',
        bytes: new Uint8Array(taggedRunMetadata.runMetadata ?? []),
      },
    }),
    ...(sessionLog && {
      session: {
        status: nameIn(tensorboard.SessionLog.SessionStatus, sessionLog.status),
        checkpointPath: sessionLog.checkpointPath ?? '',
        message: sessionLog.msg ?? '',
      },
    }),
    ...(logMessage && {
      log: { level: nameIn(tensorboard.LogMessage.Level, logMessage.level), message: logMessage.message ?? '' },
    }),
  };
}

/** The name of an enum's value in lower case, such as `start`. */
const nameIn = (names: Readonly<Record<number, string>>, value: number | null | undefined): string =>
  (names[value ?? 0] ?? `${value}`).toLowerCase();
