// Names that are only a counter: a position in a list, and the names that tf.js and Keras give to unnamed layers.

/**
 * The kind of a name: `#` for a position in a list, `#Dense` for the names that tf.js (`dense_Dense2`) and Keras (`dense_2`)
 * give to an unnamed layer, any other name itself. Layers whose names are of one kind are not told apart by their names.
 */
export function kindOfName(name: string, type: string): string {
  if (name === '' || /^\d+$/.test(name)) return '#';
  const [text, word] = [letters(name), letters(type)];
  const automatic = [`private${word}${word}`, word + word, word];
  const isAutomatic = automatic.some((prefix) => text.startsWith(prefix) && /^\d*$/.test(text.slice(prefix.length)));
  return isAutomatic ? `#${type}` : name;
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
