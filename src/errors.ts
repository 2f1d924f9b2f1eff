/** A mistake in the user's arguments, files or model; its message is one clause, meant for the user. */
export class UserError extends Error {
  override name = 'UserError';
}
