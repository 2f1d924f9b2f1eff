// protobufjs for the generated modules, with a writer of valid UTF-8: the original encodes half a surrogate pair as bytes
// at which other readers of protobuf stop.
import protobuf from 'protobufjs/minimal.js';
import { wellFormed } from '../wellFormed.ts';

// in Node protobufjs creates a subclass that writes Buffers
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
