// The entry of the thread that uploads event files to a store: dist/upload-worker.cjs.
import { serveUploads } from '../../storage/s3/uploadWorker.ts';
import { wholeLength } from './wholeRecords.ts';

serveUploads(wholeLength);
