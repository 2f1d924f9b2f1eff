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

const letters = (text: string): string => text.replaceAll('_', '').toLowerCase();
