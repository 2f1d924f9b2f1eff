// Names of event files: `events.out.tfevents.<seconds since 1970>.<host>`, continued by the storage.

/**
 * The beginning of a new event file's name. TensorBoard reads each name with `tfevents` in it, in the order of the names, and
 * discards steps of an earlier file from the first step of a later one on: the new name sorts after all `names`.
 * @param wallTime seconds since 1970
 * @param names the files that are in the folder already
 */
export function eventFileStem(wallTime: number, host: string, names: Iterable<string>): string {
  let digits = `${Math.floor(wallTime)}`;
  for (const name of names) {
    const taken = /^events\.out\.tfevents\.(\d+)\./.exec(name)?.[1];
    // names are compared with the dot
    if (taken !== undefined && `${taken}.` >= `${digits}.`) digits = after(taken);
  }
  return `events.out.tfevents.${digits}.${host}`;
}

/** The next number whose digits sort after these as text: 991 after 99. */
function after(digits: string): string {
  const next = `${BigInt(digits) + 1n}`.padStart(digits.length, '0');
  return next.length === digits.length ? next : `${digits}1`;
}
