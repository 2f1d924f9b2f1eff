// One event, told by what it holds. In: its bytes. Out: plain values.
import { tensorboard } from '../../proto/generated/messages.js';
import { type ReadValue, readValue } from './readValue.ts';

export interface ReadEvent {
  /** of its record, in bytes from the beginning */
  readonly offset: number;
  /** seconds since 1970 */
  readonly wallTime: number;
  readonly step: number;
  readonly fileVersion?: string;
  /** the program that wrote the file */
  readonly writer?: string;
  /** a GraphDef's bytes */
  readonly graph?: Uint8Array;
  /** a MetaGraphDef's bytes */
  readonly metaGraph?: Uint8Array;
  /** a RunMetadata's bytes */
  readonly runMetadata?: { readonly tag: string; readonly bytes: Uint8Array };
  /** a training that starts at `step` makes what an earlier file has from there on void */
  readonly session?: { readonly status: string; readonly checkpointPath: string; readonly message: string };
  readonly log?: { readonly level: string; readonly message: string };
  readonly values: readonly ReadValue[];
}

/** Remembers from event to event what the tags of a file are. */
export function eventReader(): (data: Uint8Array, offset: number) => ReadEvent | undefined {
  const known = new Map<string, tensorboard.ISummaryMetadata>();
  return (data, offset) => {
    try {
      const event = tensorboard.Event.decode(data);
      return {
        offset,
        wallTime: event.wallTime ?? 0,
        step: Number(event.step ?? 0),
        ...held(event),
        values: (event.summary?.value ?? []).map((value) => readValue(value, known)),
      };
    } catch {
      // its checksum is good, so that whoever wrote it wrote no event
      return undefined;
    }
  };
}

// bytes are copied: they stand in a buffer that is read into again
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

// in lower case, as `start`
const nameIn = (names: Readonly<Record<number, string>>, value: number | null | undefined): string =>
  (names[value ?? 0] ?? `${value}`).toLowerCase();
