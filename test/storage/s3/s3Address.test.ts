// Addresses of buckets and stores, from the environment; those that hold a secret are refused without it.
import { expect, test } from 'vitest';
import { s3AddressOf, storeSettings } from '../../../src/storage/s3/s3Address.ts';

const key = 'AKIAEXAMPLE';
const secret = 'wJalr/XUtnFEMI';

test.each([`s3://${key}:${secret}@bucket/run`, `gs://${key}@bucket/a`])(
  'the address %s is refused and not repeated',
  (address) => {
    expect(() => s3AddressOf(address)).toThrow(
      /^the address of a bucket must hold no credentials: set AWS_ACCESS_KEY_ID/,
    );
    expect(() => s3AddressOf(address)).not.toThrow(new RegExp(`wJalr|${key}`));
  },
);

test.each([`https://${key}:secret@host:9000`, `${key}:secret@host:9000`, `https://${key}:${secret}@host`])(
  'the endpoint %s is refused and not repeated',
  (endpoint) => {
    const read = () => storeSettings('s3', { AWS_ENDPOINT_URL: endpoint });
    expect(read).toThrow(/^AWS_ENDPOINT_URL must hold no credentials: set AWS_ACCESS_KEY_ID/);
    expect(read).not.toThrow(new RegExp(`secret|wJalr|${key}`));
  },
);

test('a key may hold an @', () => {
  expect(s3AddressOf('s3://bucket/run@2').key).toBe('run@2');
});

const google = 'https://storage.googleapis.com';
const own = 'http://127.0.0.1:9000';
test.each([
  ['s3', {}, undefined, undefined],
  ['s3', { AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-2' }, undefined, 'eu-west-1'],
  ['s3', { AWS_REGION: '', AWS_DEFAULT_REGION: 'eu-west-2' }, undefined, 'eu-west-2'],
  ['s3', { S3_ENDPOINT: own }, own, 'us-east-1'],
  ['s3', { AWS_ENDPOINT_URL: own, S3_ENDPOINT: 'http://other' }, own, 'us-east-1'],
  ['s3', { AWS_ENDPOINT_URL_S3: own, AWS_ENDPOINT_URL: 'http://other', AWS_REGION: 'auto' }, own, 'auto'],
  ['gs', {}, google, 'us-east-1'],
  ['gs', { AWS_ENDPOINT_URL: own }, own, 'us-east-1'],
] as const)('%s:// with %j goes to the endpoint %s in the region %s', (scheme, environment, endpoint, region) => {
  expect(storeSettings(scheme, environment)).toEqual({ scheme, endpoint, region });
});
