// Fenced blocks of a Markdown page. The words after a block's language tell what it is: the name of a file, or a mark.

export interface Block {
  readonly language: string;
  /** The file that the block is, such as train.mjs. */
  readonly file?: string;
  /** Other words after the language. */
  readonly marks: readonly string[];
  readonly text: string;
  /** Where the text stands in the page. */
  readonly start: number;
}

/** The blocks of `page` in order. @throws Error for a program without the name of its file, and a name that no line says */
export function blocksOf(page: string): Block[] {
  return [...page.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)].map((match) => {
    const [language = '', ...words] = match[1]!.split(' ').filter(Boolean);
    const file = words.find((word) => word.includes('.'));
    const start = match.index + match[1]!.length + 4;
    if (/^(js|ts|py|html)$/.test(language)) {
      if (!file) throw new Error(`a program has no file name: ${match[2]!.slice(0, 60)}`);
      // readers see no words after the language
      const before = page.slice(0, match.index).trimEnd().split('\n\n').at(-1)!;
      if (!before.includes(`\`${file}\``)) throw new Error(`the lines above a program do not name ${file}`);
    }
    return { language, ...(file && { file }), marks: words.filter((word) => word !== file), text: match[2]!, start };
  });
}

export interface ShownCommand {
  readonly command: string;
  /** What the page prints under it. */
  readonly output: string;
}

/** The commands of a `console` block, each after `$ `, with what stands below it. */
export function commandsOf(text: string): ShownCommand[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return { command: part.slice(0, end), output: part.slice(end + 1) };
    });
}
