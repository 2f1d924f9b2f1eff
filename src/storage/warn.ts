// Warnings of this package, which the command prints as notes.

/** The name of each of these warnings: Node prints it before the text. */
export const warningName = 'GmlpVizWarning';

/** Warns the process. Names in the text may come from outside: characters that change a terminal are left out. */
export function warn(text: string): void {
  process.emitWarning(text.replace(/\p{Cc}/gu, '?'), warningName);
}

const told = new Set<string>();

/** Warns once, however often the same is found. */
export function warnOnce(text: string): void {
  if (told.has(text)) return;
  told.add(text);
  warn(text);
}
