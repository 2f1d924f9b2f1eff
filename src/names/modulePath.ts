// Paths of modules and parameters: names from the root, joined with dots. No name is empty or holds a dot (`siblingNames`
// changes and `Module` refuses such a name), so that a path can be split again.

/** @param outer '' for the root */
export const joinPath = (outer: string, name: string): string => (outer === '' ? name : `${outer}.${name}`);

/** The path of the parent; '' for a child of the root. */
export const outerPath = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('.'), 0));

/** The last name of a path; '' for the root. */
export const lastName = (path: string): string => path.slice(path.lastIndexOf('.') + 1);
