// Follows chains of nodes that forward one input, such as Identity.

/**
 * Makes a function that gives the last name of the chain that begins with a name. Over all calls it takes time linear in the
 * chains.
 * @param next the following name, undefined for the last; it must not lead to a cycle
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
