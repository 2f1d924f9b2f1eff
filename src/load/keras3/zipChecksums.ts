// The checksums of a zip's entries, from its central directory, which fflate does not compare.
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endBytes = 22;
const maxCommentBytes = 65535;
const entryBytes = 46;

/**
 * The CRC-32 of each entry by its name, of entries with one name the last one's; none of an archive beyond 4 GB, whose
 * directory has another form.
 * ┌ end of directory: signature ┬ … ┬ +16: where the directory begins ┐
 * ┌ entry: signature ┬ … ┬ +16: CRC-32 ┬ … ┬ +28, +30, +32: bytes of name, extra and comment ┬ … ┬ +46: name ┐
 */
export function zipChecksums(zip: Uint8Array): ReadonlyMap<string, number> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const checksums = new Map<string, number>();
  let at = directoryStart(view);
  while (at !== undefined && at + entryBytes <= zip.length && view.getUint32(at, true) === entrySignature) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at! + offset, true)) as [
      number,
      number,
      number,
    ];
    const start = at + entryBytes;
    checksums.set(new TextDecoder().decode(zip.subarray(start, start + name)), view.getUint32(at + 16, true));
    at = start + name + extra + comment;
  }
  return checksums;
}

function directoryStart(view: DataView): number | undefined {
  const last = view.byteLength - endBytes;
  for (let at = last; at >= Math.max(0, last - maxCommentBytes); at--)
    if (view.getUint32(at, true) === endSignature) return view.getUint32(at + 16, true);
  return undefined;
}
