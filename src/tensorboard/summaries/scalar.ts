// Events of scalars, encoded by hand since a training writes millions of them:
// Event { wall_time = 1, step = 2, summary = 5 { value = 1 { tag = 1, simple_value = 2 } } }.

import { expectStep, expectTag, expectTime } from '../../checks.ts';
import { UserError } from '../../errors.ts';
import { arrayIn, type Values } from '../../media/tensorInput.ts';
import { tensorboard } from '../../proto/generated/messages.js';
import type { EventMessage } from '../files/recordBuffer.ts';

const wireVarint = 0;
const wire64 = 1;
const wireBytes = 2;
const wire32 = 5;
const field = (number: number, wire: number): number => (number << 3) | wire;

/** The number of bytes of a varint. */
function varintBytes(value: number): number {
  let bytes = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) bytes += 1;
  return bytes;
}

function writeVarint(bytes: Uint8Array, at: number, value: number): number {
  let rest = value;
  while (rest >= 128) {
    bytes[at++] = (rest % 128) | 128;
    rest = Math.floor(rest / 128);
  }
  bytes[at++] = rest;
  return at;
}

// a negative varint: 64 bits of two's complement in groups of seven
const negativeBytes = 10;

function writeNegative(bytes: Uint8Array, at: number, value: number): number {
  let rest = BigInt.asUintN(64, BigInt(value));
  for (let group = 1; group < negativeBytes; group++) {
    bytes[at++] = Number(rest & 127n) | 128;
    rest >>= 7n;
  }
  bytes[at++] = Number(rest);
  return at;
}

// encoded tags are cached: a training has few, in many events
const maxTags = 10_000;
const tags = new Map<string, Uint8Array>();
const utf8 = new TextEncoder();

function encoded(tag: string): Uint8Array {
  let bytes = tags.get(tag);
  if (!bytes) {
    expectTag(tag);
    bytes = utf8.encode(tag);
    if (tags.size < maxTags) tags.set(tag, bytes);
  }
  return bytes;
}

/** The number that `value` holds. @throws UserError for another count of numbers than one, with `name` in its text */
export function oneNumber(value: Values, name: string): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'boolean' && (typeof value !== 'object' || value === null))
    throw new UserError(`the value of ${name} must be a number, got ${typeof value}`);
  const { numbers, shape } = arrayIn(value, `the value of ${name}`);
  if (numbers.length !== 1)
    throw new UserError(`the value of ${name} must be one number, got the shape [${shape.join(', ')}]`);
  return numbers[0]!;
}

/** The event of a scalar. @param wallTime seconds since 1970 */
export function scalarEvent(tag: string, value: number, step: number, wallTime: number): EventMessage {
  expectStep(step);
  expectTime(wallTime);
  return scalarMessage(encoded(tag), value, step, wallTime);
}

/** A scalar with a title and a description of its chart. */
export function describedScalar(
  tag: string,
  value: number,
  displayName: string,
  summaryDescription: string,
): tensorboard.Summary.IValue {
  const pluginData = { pluginName: 'scalars' };
  const dataClass = tensorboard.DataClass.DATA_CLASS_SCALAR;
  return { tag, metadata: { displayName, summaryDescription, pluginData, dataClass }, simpleValue: value };
}

/** Leaves out fields that are 0 or empty, as proto3 does, except the value, which is a member of a oneof. */
function scalarMessage(tag: Uint8Array, value: number, step: number, wallTime: number): EventMessage {
  const tagBytes = tag.length === 0 ? 0 : 1 + varintBytes(tag.length) + tag.length;
  const valueBytes = tagBytes + 5;
  const summaryBytes = 1 + varintBytes(valueBytes) + valueBytes;
  const timeBytes = Object.is(wallTime, 0) ? 0 : 9;
  const stepBytes = step === 0 ? 0 : 1 + (step < 0 ? negativeBytes : varintBytes(step));
  return {
    length: timeBytes + stepBytes + 1 + varintBytes(summaryBytes) + summaryBytes,
    write(bytes, view, start) {
      let at = start;
      if (timeBytes > 0) {
        bytes[at] = field(1, wire64);
        view.setFloat64(at + 1, wallTime, true);
        at += timeBytes;
      }
      if (stepBytes > 0) {
        bytes[at] = field(2, wireVarint);
        at = step < 0 ? writeNegative(bytes, at + 1, step) : writeVarint(bytes, at + 1, step);
      }
      bytes[at] = field(5, wireBytes);
      at = writeVarint(bytes, at + 1, summaryBytes);
      bytes[at] = field(1, wireBytes);
      at = writeVarint(bytes, at + 1, valueBytes);
      if (tagBytes > 0) {
        bytes[at] = field(1, wireBytes);
        at = writeVarint(bytes, at + 1, tag.length);
        bytes.set(tag, at);
        at += tag.length;
      }
      bytes[at] = field(2, wire32);
      view.setFloat32(at + 1, value, true);
    },
  };
}
