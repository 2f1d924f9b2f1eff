// Bridges functions of Node's `util` that tfjs-node 4.22 calls and newer versions of Node lack.
import Module from 'node:module';
import util from 'node:util';

type Load = (request: string, ...rest: unknown[]) => unknown;

// Node 22 warns about them, Node 23 lacks them
const removedFunctions = {
  isNullOrUndefined: (value: unknown): boolean => value === null || value === undefined,
  isArray: Array.isArray,
};

/**
 * Runs `load` with a `util` that still has the functions which Node removed. Only modules that are first required inside
 * `load` see it.
 */
export function bridged<T>(load: () => T): T {
  const loader = Module as unknown as { _load: Load };
  const own = loader._load;
  const whole: object = Object.create(util, Object.getOwnPropertyDescriptors(removedFunctions));
  loader._load = function (request, ...rest) {
    return request === 'util' || request === 'node:util' ? whole : own.call(this, request, ...rest);
  };
  try {
    return load();
  } finally {
    loader._load = own;
  }
}
