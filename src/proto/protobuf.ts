// protobufjs for the static code beside this file. Its own writer encodes half a surrogate pair as bytes that are no UTF-8,
// and other readers of protobuf stop at them.
import protobuf from 'protobufjs/minimal.js';
import { wellFormed } from '../wellFormed.ts';

// in Node a writer of Buffers
const Base = protobuf.Writer.create().constructor as typeof protobuf.Writer;

class Writer extends Base {
  static override create(): Writer {
    return new Writer();
  }

  override string(value: string): protobuf.Writer {
    return super.string(wellFormed(value));
  }
}

export default { ...protobuf, Writer };
