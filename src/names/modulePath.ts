// The path of a module or parameter: its names from the root down, joined with dots. No name holds a dot or is empty, so that
// a path stands for one list of names (`siblingNames` sees to that, and `Module` refuses such a name).

/** @param outer '' for the root */
export const joinPath = (outer: string, name: string): string => (outer === '' ? name : `${outer}.${name}`);

/** The path of what holds it; '' for what the root holds. */
export const outerPath = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('.'), 0));

/** The last of a path's names; '' for the root. */
export const lastName = (path: string): string => path.slice(path.lastIndexOf('.') + 1);
