// Text that is safe on a terminal. In: a user's name. Out: the same, control characters spelled out.

/** A control character of a user's name must not reach a terminal, nor a line break a row. */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (c) => `\\u{${c.codePointAt(0)!.toString(16)}}`,
  );
}
