/** A mistake in the user's arguments, files or model; its message is one clause, meant for the user. */
export class UserError extends Error {
  override name = 'UserError';
}

/** The reason of an error for the end of a clause: the message of a UserError as it is, that of tf.js as a quote on one line. */
export function reasonOfTfjs(error: unknown): string {
  if (error instanceof UserError) return error.message;
  return `tf.js says: ${messageOf(error)
    .trim()
    .replace(/\s*\n\s*/g, ' ')}`;
}

/** The message of what was thrown, or the name of an error without one. */
export const messageOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message || thrown.name : String(thrown);
