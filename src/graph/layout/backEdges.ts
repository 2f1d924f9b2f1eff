// Edges that close a loop. Boxes stand in the order of execution, so that inside a loop the edges that go back to an
// earlier box are the ones to turn around.

/** @returns 1 for each pair that must be turned around to leave no loop */
export function backEdges(count: number, pairs: readonly (readonly [number, number])[]): Uint8Array {
  const component = stronglyConnected(count, pairs);
  return Uint8Array.from(pairs, ([from, to]) => (from > to && component[from] === component[to] ? 1 : 0));
}

/** Tarjan's strongly connected components, with a stack of its own: models are deeper than the engine's. */
function stronglyConnected(count: number, pairs: readonly (readonly [number, number])[]): Int32Array {
  const targets: number[][] = Array.from({ length: count }, () => []);
  for (const [from, to] of pairs) targets[from]!.push(to);
  const order = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const component = new Int32Array(count).fill(-1);
  const next = new Int32Array(count);
  const open: number[] = [];
  let counter = 0;
  const enter = (node: number, path: number[]): void => {
    order[node] = low[node] = counter++;
    open.push(node);
    path.push(node);
  };
  for (let start = 0; start < count; start++) {
    if (order[start] !== -1) continue;
    const path: number[] = [];
    enter(start, path);
    while (path.length > 0) {
      const node = path.at(-1)!;
      const target = targets[node]![next[node]!++];
      if (target === undefined) {
        path.pop();
        const outer = path.at(-1);
        if (outer !== undefined) low[outer] = Math.min(low[outer]!, low[node]!);
        if (low[node] !== order[node]) continue;
        let member: number;
        do {
          member = open.pop()!;
          component[member] = node;
        } while (member !== node);
      } else if (order[target] === -1) enter(target, path);
      else if (component[target] === -1) low[node] = Math.min(low[node]!, order[target]!);
    }
  }
  return component;
}
