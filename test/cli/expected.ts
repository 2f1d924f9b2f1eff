// What tests of the command expect, and ask for, in more than one file.

/** The outcome of a command that refuses with this clause. */
export const refused = (clause: string) => ({ stdout: '', stderr: `gmlp-viz: ${clause}\n`, status: 2 });

/** The note on a layer whose weights tf.js does not know. */
export const unlisted = (layer: string): string =>
  `gmlp-viz: note: tf.js neither trains nor saves the weights of ${layer}: held by a custom layer that does not list them among its own\n`;

/** Options of `summary` for these columns as csv. */
export const csv = (columns: string): string[] => ['--style', 'csv', '--columns', columns];
