// Why the file system refused a path, as the end of a clause.
import { UserError } from '../errors.ts';

/** An error of a call to the file system. */
interface SystemError extends Error {
  readonly code?: string;
  readonly syscall?: string;
  readonly path?: string;
}

/** Whether what was thrown is an error of the file system. */
export const isSystemError = (error: unknown): error is SystemError => error instanceof Error && 'syscall' in error;

/** Calls on a path that the user named; others may be on a file aside, whose name is this package's own. */
const onNamedPaths: readonly string[] = ['mkdir', 'stat', 'lstat', 'write'];

/**
 * The reason that a file or folder is not written, for the end of a clause that names it.
 * @example
 * throw new UserError(`cannot write to ${out}: ${reasonOfSystem(error)}`, { cause: error });
 */
export function reasonOfSystem({ code, syscall = '', path, message }: SystemError): string {
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EEXIST' && syscall === 'mkdir') return `${path} is no folder`;
  // Node's message is `EACCES: permission denied, open '/path'`
  return onNamedPaths.includes(syscall) ? message : message.split(`, ${syscall}`)[0]!;
}

/**
 * The reason that a file or folder is not read, for the end of a clause that names it. An error that is neither a UserError nor
 * the file system's is a fault of a program, and is thrown as it is.
 * @example
 * throw new UserError(`cannot read ${path}: ${reasonOfRead(error)}`, { cause: error });
 */
export function reasonOfRead(error: unknown): string {
  if (error instanceof UserError) return error.message;
  if (!isSystemError(error)) throw error;
  if (error.code === 'ENOENT') return 'there is no such file';
  return error.code === 'EISDIR' ? 'it is a folder' : error.message.split(`, ${error.syscall}`)[0]!;
}
