// The settings that a layer was built with, such as strides, a rate or an activation, as plain data.

/** The value of a setting. */
export type Setting = string | number | boolean | null | readonly Setting[];
/** Settings by the names that the layer gives them. */
export type Settings = Readonly<Record<string, Setting>>;

const maxListLength = 256;
const maxNesting = 8;

/** `value` as plain data; undefined for a tensor, a function, a layer or any other object of a class. */
function settingOf(value: unknown, nesting = 0): Setting | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  // JSON has no word for NaN and the infinities
  if (typeof value === 'number') return Number.isFinite(value) ? value : `${value}`;
  if (typeof value === 'bigint') return `${value}`;
  if (typeof value !== 'object' || nesting >= maxNesting) return undefined;
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return listOf(value, nesting);
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null ? objectOf(value, nesting) : undefined;
}

/** The entries of `values` that are plain data, except those in `omitted`. */
export function settingsOf(values: object, omitted: ReadonlySet<string> = new Set()): Settings {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, Setting][] => {
      const setting = omitted.has(name) ? undefined : settingOf(value);
      return setting === undefined ? [] : [[name, setting]];
    }),
  );
}

/** Settings with a value, by name in one order: one that is null is as one that is absent, which files and classes mix. */
export const givenSettings = (settings: Settings | null | undefined): readonly (readonly [string, Setting])[] =>
  Object.entries(settings ?? {})
    .filter(([, value]) => value !== null && value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));

function listOf(value: ArrayBufferView | readonly unknown[], nesting: number): Setting | undefined {
  if (value instanceof DataView) return undefined;
  const list: unknown[] = Array.from(value as ArrayLike<unknown>);
  const settings = list.map((one) => settingOf(one, nesting + 1));
  if (!settings.every((setting) => setting !== undefined)) return undefined;
  // a long list such as a vocabulary is not printed; its checksum tells it from another one
  if (list.length > maxListLength) return `${list.length} values, checksum ${checksum(JSON.stringify(settings))}`;
  return settings;
}

/** `L2(l2=0.01)` for a class and configuration as tf.layers serialises them, `height=2, width=3` for other objects. */
function objectOf(value: object, nesting: number): Setting | undefined {
  const { className, config } = value as { readonly className?: unknown; readonly config?: unknown };
  if (typeof className !== 'string' || typeof config !== 'object' || config === null) return pairs(value, nesting);
  // the configuration of a layer, which has a row of its own in the table
  if ('name' in config) return undefined;
  return `${className}(${pairs(config, nesting)})`;
}

function pairs(value: object, nesting: number): string {
  const all = Object.entries(value).flatMap(([name, one]) => {
    const setting = settingOf(one, nesting + 1);
    return setting === undefined || setting === null ? [] : [`${name}=${settingText(setting)}`];
  });
  return all.join(', ');
}

/** The text of a setting in a table. */
export function settingText(setting: Setting): string {
  if (typeof setting === 'object' && setting !== null) return `[${setting.map(settingText).join(', ')}]`;
  return setting === '' ? "''" : `${setting}`;
}

/** FNV-1a of the UTF-16 code units from both ends, 32 bits each, as 16 hexadecimal digits. */
export function checksum(text: string): string {
  let [low, high] = [0x811c9dc5, 0xcbf29ce4];
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(text.length - 1 - i), 0x01000193);
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
