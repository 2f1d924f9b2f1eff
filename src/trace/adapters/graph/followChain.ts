// Chains of nodes that forward one input, such as Identity. In: each one's next. Out: the last of a chain.

/**
 * A function from a name to the last one that `next` leads to. Over all calls it takes time linear in the chains: each name
 * is followed once.
 * @param next the name that follows; undefined for the last. It must lead to no ring.
 */
export function follower(next: (name: string) => string | undefined): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const passed: string[] = [];
    let at = name;
    for (;;) {
      const end = known.get(at);
      if (end !== undefined) {
        at = end;
        break;
      }
      const following = next(at);
      if (following === undefined) break;
      passed.push(at);
      at = following;
    }
    for (const one of passed) known.set(one, at);
    return at;
  };
}
