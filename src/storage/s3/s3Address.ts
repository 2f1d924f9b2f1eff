// Addresses of objects, such as s3://bucket/runs/first, and where their store is.
import { UserError } from '../../errors.ts';

/** Schemes of stores that speak S3: Amazon's and compatible ones, and Google's through its S3 door. */
export type S3Scheme = 's3' | 'gs';

/** A folder or an object of a bucket. */
export interface S3Address {
  readonly scheme: S3Scheme;
  readonly bucket: string;
  /** names with a slash between two of them; empty for the bucket itself */
  readonly key: string;
}

/** @throws UserError for a path that is no address of a bucket */
export function s3AddressOf(path: string): S3Address {
  const [, scheme, bucket = '', rest = ''] = /^(s3|gs):\/\/([^/]*)(.*)$/s.exec(path) ?? [];
  const isBucket = /^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/i.test(bucket);
  // what stands before an @ may be a secret, which may hold slashes, and is not repeated
  if (!isBucket && path.includes('@'))
    throw new UserError(
      `the address of a bucket must hold no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY`,
    );
  if (!isBucket)
    throw new UserError(`the address must name a bucket, such as ${scheme ?? 's3'}://bucket/run, got ${path}`);
  const names = rest.split('/').filter((name) => name !== '');
  if (names.some((name) => name === '.' || name === '..'))
    throw new UserError(`the address of a run must hold no folder . or .., got ${path}`);
  return { scheme: scheme as S3Scheme, bucket, key: names.join('/') };
}

/** The address as text. */
export const s3Path = ({ scheme, bucket, key }: S3Address): string =>
  `${scheme}://${bucket}${key === '' ? '' : `/${key}`}`;

/** Where the store of an address is. */
export interface StoreSettings {
  readonly scheme: S3Scheme;
  /** the address of the server; undefined for Amazon's, which follows from the region */
  readonly endpoint: string | undefined;
  /** undefined where the client's configuration file tells it */
  readonly region: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

const googleEndpoint = 'https://storage.googleapis.com';

/**
 * Reads the store's settings from the environment. S3_ENDPOINT is TensorFlow's and TensorBoard's name of AWS_ENDPOINT_URL, and
 * AWS_DEFAULT_REGION the name of AWS_REGION in Amazon's other tools.
 * @throws UserError for an endpoint that is no URL
 */
export function storeSettings(scheme: S3Scheme, environment: Environment = process.env): StoreSettings {
  const names = ['AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL', 'S3_ENDPOINT'];
  const name = names.find((each) => environment[each]);
  const endpoint =
    name === undefined ? (scheme === 'gs' ? googleEndpoint : undefined) : checked(name, environment[name]!);
  const region = environment.AWS_REGION || environment.AWS_DEFAULT_REGION;
  return { scheme, endpoint, region: region || (endpoint === undefined ? undefined : 'us-east-1') };
}

function checked(name: string, endpoint: string): string {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  // without https:// in front, a name and a secret are no part of a URL
  if (endpoint.includes('@'))
    throw new UserError(`${name} must hold no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY`);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UserError(`${name} must be an address such as https://storage.example:9000, got ${endpoint}`);
  return endpoint;
}
