// What a writer's thread and the thread that uploads tell each other.
import type { StoreSettings } from './s3Address.ts';

/** What a writer's thread asks for. */
export type UploadRequest =
  | { readonly kind: 'open'; readonly id: number; readonly folder: string; readonly segmentBytes: number }
  | { readonly kind: 'sealed'; readonly id: number }
  | { readonly kind: 'flush'; readonly id: number; readonly request: number; readonly through: number }
  | { readonly kind: 'close' | 'discard'; readonly id: number }
  | { readonly kind: 'drain'; readonly request: number }
  | {
      readonly kind: 'read';
      readonly request: number;
      readonly settings: StoreSettings;
      readonly bucket: string;
      readonly key: string;
    };

/** What the thread that uploads answers. */
export type UploadAnswer =
  | { readonly kind: 'stored'; readonly id: number; readonly bytes: number }
  | { readonly kind: 'named'; readonly id: number; readonly path: string }
  | { readonly kind: 'refused'; readonly id: number; readonly error: string }
  | { readonly kind: 'ended'; readonly id: number }
  | { readonly kind: 'flushed'; readonly request: number; readonly error?: string }
  | { readonly kind: 'drained'; readonly request: number; readonly left: readonly number[] }
  | { readonly kind: 'read'; readonly request: number; readonly bytes?: Uint8Array; readonly error?: string };

/** How the thread that uploads is started. */
export interface UploadStart {
  /** answers go here */
  readonly answers: import('node:worker_threads').MessagePort;
  /** one number, which is counted up for each answer that the writer's thread waits for without a turn of its loop */
  readonly waited: Int32Array;
}
