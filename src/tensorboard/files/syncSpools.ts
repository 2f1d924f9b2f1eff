// Sends the spools that writers to a store left when their processes ended.
import { sendSpools } from '../../storage/s3/sendSpools.ts';
import { wholeLength } from './wholeRecords.ts';

/** A run whose spool was sent. */
export interface SentRun {
  /** the address of the run */
  readonly path: string;
  readonly objects: number;
  readonly bytes: number;
}

/** Sends them run by run; those of running processes are left to these. @throws StoreError, after all runs were tried */
export const syncSpools = (): AsyncGenerator<SentRun> => sendSpools(wholeLength);
