/** A mistake in what the user gave; its message is one clause meant for them. */
export class UserError extends Error {
  override name = 'UserError';
}
