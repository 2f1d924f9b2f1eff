// GIF's variant of LZW (GIF89a, appendix F): codes of growing width up to 12 bits, low bits first. The output is not cut into
// sub-blocks.

const maxCodes = 4096;
// an open-addressed hash table from prefix and index to code, at most half full
const slots = 8192;

/** @param bits bits of a palette index, at least 2 */
export function lzw(indices: Uint8Array, bits: number): Uint8Array {
  const clear = 1 << bits;
  const keys = new Int32Array(slots).fill(-1);
  const codes = new Uint16Array(slots);
  let out = new Uint8Array(1024 + (indices.length >> 1));
  let length = 0;
  let width = bits + 1;
  let next = clear + 2;
  // bits that do not fill a byte yet
  let waiting = 0;
  let waits = 0;
  const write = (code: number): void => {
    waiting |= code << waits;
    waits += width;
    if (length + 4 > out.length) {
      const grown = new Uint8Array(2 * out.length);
      grown.set(out);
      out = grown;
    }
    for (; waits >= 8; waits -= 8) {
      out[length++] = waiting & 255;
      waiting >>>= 8;
    }
  };
  write(clear);
  let prefix = indices[0]!;
  for (let i = 1; i < indices.length; i++) {
    const index = indices[i]!;
    const key = (prefix << 8) | index;
    let slot = ((prefix << 5) ^ (index << 2) ^ index) & (slots - 1);
    while (keys[slot] !== key && keys[slot] !== -1) slot = (slot + 1) & (slots - 1);
    if (keys[slot] === key) {
      prefix = codes[slot]!;
      continue;
    }
    write(prefix);
    prefix = index;
    if (next < maxCodes) {
      keys[slot] = key;
      codes[slot] = next;
      // a decoder learns a code one write later than the encoder
      if (next === 1 << width) width += 1;
      next += 1;
    } else {
      write(clear);
      keys.fill(-1);
      width = bits + 1;
      next = clear + 2;
    }
  }
  write(prefix);
  if (next === 1 << width && width < 12) width += 1;
  write(clear + 1);
  if (waits > 0) out[length++] = waiting & 255;
  return out.subarray(0, length);
}
