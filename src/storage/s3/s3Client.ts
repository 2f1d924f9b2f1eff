// Amazon's client for S3, an optional package that is loaded when an address of its stores is used.
import { createRequire } from 'node:module';
import type * as library from '@aws-sdk/client-s3';
import { UserError } from '../../errors.ts';
import type { StoreSettings } from './s3Address.ts';

/** The client's package. */
export type S3Library = typeof library;
export type S3Client = library.S3Client;

const packageName = '@aws-sdk/client-s3';
const requirePackage = createRequire(import.meta.url);

/** @throws UserError where the client's package is not installed */
export function expectS3Library(): void {
  try {
    requirePackage.resolve(packageName);
  } catch {
    throw new UserError(`s3:// and gs:// need a package: npm install ${packageName}`);
  }
}

/** How long a store may take, in milliseconds: to accept a connection, and to be silent on one. */
export interface Patience {
  readonly connectMs: number;
  readonly silentMs: number;
}
export const patience: Patience = { connectMs: 5000, silentMs: 10_000 };
/** How often the client tries one request. */
export const attempts = 2;
const nodeVersionWarning = 'AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED';

/** @throws UserError where the client's package is not installed */
export function createS3Client(
  { endpoint, region }: StoreSettings,
  { connectMs, silentMs }: Patience = patience,
): { library: S3Library; client: library.S3Client } {
  expectS3Library();
  const loaded = requirePackage(packageName) as S3Library;
  const before = process.env[nodeVersionWarning];
  // which version of Node runs is not this package's to tell
  process.env[nodeVersionWarning] ??= 'true';
  try {
    const client = new loaded.S3Client({
      ...(region !== undefined && { region }),
      // an address without the bucket's name in its host, which servers of one's own do not have
      ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
      followRegionRedirects: true,
      // compatible stores refuse checksums that they do not know
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      // a retry of our own comes after these
      maxAttempts: attempts,
      requestHandler: { connectionTimeout: connectMs, socketTimeout: silentMs },
    });
    return { library: loaded, client };
  } finally {
    if (before === undefined) delete process.env[nodeVersionWarning];
  }
}
