// Names that differ. In: names as they were given, which may be equal or hold a separator. Out: names that do not.

/** Gives each name once: a name asked for again gets the first free `_1`, `_2`, … */
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

/** One name that has no separator and is not empty. Halves of surrogate pairs go too: no file can tell them apart. */
export const withoutSeparator = (name: string, separator: string): string =>
  name.replaceAll(separator, '_').replace(/\p{Surrogate}/gu, '\ufffd') || '_';

/**
 * Names of one parent's children, in order, so that they can be joined: each once, none empty, the separator replaced by an
 * underscore. A name that can stay as it is does, and those that would meet it get a number.
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
