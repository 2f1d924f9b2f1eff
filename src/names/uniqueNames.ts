// Makes names unique, and removes separators from them.

/** Returns a function that returns each name once; a repeated name gets the first free suffix `_1`, `_2`, … */
export function uniqueNames(): (name: string) => string {
  const counts = new Map<string, number>();
  return (name) => {
    for (;;) {
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      if (count === 0) return name;
      const numbered = `${name}_${count}`;
      if (!counts.has(numbered)) {
        counts.set(numbered, 1);
        return numbered;
      }
    }
  };
}

/** `name`, or the first of `name_1`, `name_2`, … that is not taken. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let n = 1; taken.has(free); n++) free = `${name}_${n}`;
  return free;
}

/** A non-empty name without the separator, and without halves of surrogate pairs, which UTF-8 cannot hold. */
export const withoutSeparator = (name: string, separator: string): string =>
  name.replaceAll(separator, '_').replace(/\p{Surrogate}/gu, '\ufffd') || '_';

/**
 * Makes the names of one parent's children unique and non-empty, with underscores in place of separators, so that paths
 * can be joined from them. A valid name stays as it is; a changed name that equals it gets a number.
 */
export function siblingNames(names: readonly string[], separator: string): string[] {
  const taken = new Set(names.filter((name) => withoutSeparator(name, separator) === name));
  const given = new Set<string>();
  return names.map((name) => {
    const plain = withoutSeparator(name, separator);
    const free = plain === name && !given.has(name) ? name : freeName(plain, taken);
    taken.add(free);
    given.add(free);
    return free;
  });
}
