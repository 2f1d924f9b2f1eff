// Lists by key, as Map.groupBy makes them, which Node 20 lacks.

/** Adds an item to the list of a key; the first item of a key begins its list. */
export function addTo<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
