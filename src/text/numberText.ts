// Numbers as people read them: thousands, binary units, milliseconds.

/** A count with commas between thousands: `1,234,567`. No `Intl`, whose tables take 18 ms to load. */
export function grouped(count: number): string {
  const digits = Number.isSafeInteger(count) || !Number.isInteger(count) ? `${count}` : `${BigInt(count)}`;
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** Bytes in binary units with two decimals: `1.25 MiB`. */
export function bytesText(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
  const power = bytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  return power === 0 ? `${bytes} B` : `${(bytes / 1024 ** power).toFixed(2)} ${units[power]}`;
}

/** Milliseconds with about four digits, as far as clocks resolve: `3.412 ms`… `412.3 ms`. */
export const msText = (ms: number): string => `${ms.toFixed(Math.abs(ms) >= 100 ? 1 : Math.abs(ms) >= 1 ? 2 : 3)} ms`;

/** A share of 1 in percent with one decimal: `12.5%`. */
export const percentText = (share: number): string => `${(share * 100).toFixed(1)}%`;

/**
 * Two decimals as Python's `'%.2f'` prints them: a tie goes to the even digit, where `toFixed` rounds up. Only odd
 * multiples of 1/8 tie in binary.
 */
export function twoDecimals(value: number): string {
  if (!Number.isInteger(value * 8) || (value * 8) % 2 === 0) return value.toFixed(2);
  const below = Math.floor(value * 100);
  return ((below % 2 === 0 ? below : below + 1) / 100).toFixed(2);
}
