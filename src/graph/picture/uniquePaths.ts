// Names of boxes, each given once: a name asked for again gets `#2`, `#3`, …

export function uniquePaths(taken: Iterable<string> = []): (path: string) => string {
  const counts = new Map<string, number>();
  for (const path of taken) counts.set(path, 1);
  return (path) => {
    for (;;) {
      const count = (counts.get(path) ?? 0) + 1;
      counts.set(path, count);
      if (count === 1) return path;
      const numbered = `${path}#${count}`;
      if (counts.has(numbered)) continue;
      counts.set(numbered, 1);
      return numbered;
    }
  };
}
