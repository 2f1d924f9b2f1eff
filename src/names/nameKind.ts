// Names that say nothing but a number: a position in a list, and what tf.js or Keras call a layer that has no name.

/**
 * `#` for a position in a list, `#Dense` for what tf.js calls a layer without a name (`dense_Dense2`) and for Keras's
 * `dense_2`; a name that the author gave is itself. Names of the same kind tell no layers apart.
 */
export function kindOfName(name: string, type: string): string {
  if (name === '' || /^\d+$/.test(name)) return '#';
  const [text, word] = [letters(name), letters(type)];
  const automatic = [`private${word}${word}`, word + word, word];
  const found = automatic.some((prefix) => text.startsWith(prefix) && /^\d*$/.test(text.slice(prefix.length)));
  return found ? `#${type}` : name;
}

/** The name of a variable without the numbers that tf.js gives: `#` for `12`, `dense_Dense/kernel` for `dense_Dense2/kernel_1`. */
export function kindOfVariable(name: string): string {
  if (/^\d+$/.test(name)) return '#';
  // only tf.layers' names have slashes, of the layers that hold them
  if (!name.includes('/')) return name;
  const parts = name.split('/').map((part) => part.replace(/_\d+$/, ''));
  return parts.map((part) => automaticLayer.exec(part)?.[1] ?? part).join('/');
}
const automaticLayer = /^([a-z\d_]+_[A-Z][A-Za-z\d]*?)\d+$/;

const letters = (text: string): string => text.replaceAll('_', '').toLowerCase();
