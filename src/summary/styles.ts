// The table styles. Help, choices, docs and the check of each style's options derive from this table.
import type { Style, StyleOptions } from './style.ts';
import { csvStyle } from './styles/csv.ts';
import { htmlStyle } from './styles/html.ts';
import { markdownStyle } from './styles/markdown.ts';
import { jsonStyle } from './styles/summaryJson.ts';
import { tableStyle } from './styles/table.ts';
import { torchinfoStyle } from './styles/torchinfo/torchinfo.ts';
import { torchsummaryStyle } from './styles/torchsummary/torchsummary.ts';

export const styles = {
  torchsummary: torchsummaryStyle,
  torchinfo: torchinfoStyle,
  table: tableStyle,
  markdown: markdownStyle,
  csv: csvStyle,
  json: jsonStyle,
  html: htmlStyle,
} satisfies Record<string, Style>;

/**
 * A name of a table style.
 * @useDeclaredType
 */
export type StyleName = keyof typeof styles;

/** Names of the table styles. */
export const styleNames = Object.keys(styles) as readonly StyleName[];

/** The style with this name, widened to `Style`. */
export const styleOf = (name: StyleName): Style => styles[name];

/** Names of the styles that take an option. */
export const stylesTaking = (option: keyof StyleOptions): StyleName[] =>
  styleNames.filter((name) => styleOf(name).takes.includes(option));
