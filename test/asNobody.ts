// Runs code as a user whom folders may refuse: root is refused nothing.

/** Runs `work` as nobody where the tests run as root. */
export async function asNobody<T>(work: () => T | Promise<T>): Promise<T> {
  const isRoot = process.geteuid!() === 0;
  if (isRoot) process.seteuid!(65_534);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid!(0);
  }
}
