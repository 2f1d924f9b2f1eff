// Texts of errors without the folders of the machine that made them.

const slashed = /(?<![\w.:/])(?:file:\/\/)?\/(?:[^\s/:'"()<>]+\/)+(?=[^\s/])/g;
const backslashed = /(?<!\w)[A-Za-z]:\\(?:[^\\\s:'"()<>]+\\)+/g;

/** Leaves of each absolute path its last part. */
export const withoutPaths = (text: string): string => text.replace(slashed, '').replace(backslashed, '');
