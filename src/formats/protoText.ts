// Numbers and strings in protobuf's text format.

const maxDigits = 9;

/** The shortest decimal that reads back as the same float32, as TensorFlow's Python prints it: 1.0, 1e-05. */
export function float(value: number): string {
  const single = Math.fround(value);
  if (Number.isNaN(single)) return 'nan';
  if (!Number.isFinite(single)) return single < 0 ? '-inf' : 'inf';
  if (single === 0) return Object.is(single, -0) ? '-0.0' : '0.0';
  const digits = [6, 7, 8].find((count) => Math.fround(Number(single.toPrecision(count))) === single) ?? maxDigits;
  const short = Number(single.toPrecision(digits));
  const [mantissa, exponent] = short.toExponential().split('e') as [string, string];
  if (Number(exponent) >= -4 && Number(exponent) < 16) return Number.isInteger(short) ? `${short}.0` : `${short}`;
  return `${mantissa}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
}

const utf8 = new TextEncoder();
const letters: Readonly<Record<string, string>> = { '\n': 'n', '\r': 'r', '\t': 't', '"': '"', "'": "'", '\\': '\\' };

/** The text of each byte in ASCII: the byte itself, a backslash with a letter, or a backslash with three octal digits. */
const escapes = Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  if (Object.hasOwn(letters, character)) return utf8.encode(`\\${letters[character]}`);
  return utf8.encode(byte >= 0x20 && byte < 0x7f ? character : `\\${byte.toString(8).padStart(3, '0')}`);
});
const maxEscaped = 4;

const pieceBytes = 2 ** 15;
const ascii = new TextDecoder();

/** A string, or its bytes, in quotes. */
export function* quotedPieces(value: string | Uint8Array): Generator<string> {
  const bytes = typeof value === 'string' ? utf8.encode(value) : value;
  // V8 stores a string that grows by concatenation as a tree with 32 bytes per part
  const text = new Uint8Array(Math.min(bytes.length, pieceBytes) * maxEscaped);
  yield '"';
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    let length = 0;
    for (const byte of bytes.subarray(start, start + pieceBytes))
      for (const letter of escapes[byte]!) text[length++] = letter;
    yield ascii.decode(text.subarray(0, length));
  }
  yield '"';
}

export const quoted = (value: string | Uint8Array): string => [...quotedPieces(value)].join('');
