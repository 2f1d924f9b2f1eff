// torchinfo 1.8.0's options, under tf.js's spelling.

/** Titles of torchinfo's columns, by its names for them. */
export const titles = {
  input_size: 'Input Shape',
  output_size: 'Output Shape',
  num_params: 'Param #',
  params_percent: 'Param %',
  kernel_size: 'Kernel Shape',
  mult_adds: 'Mult-Adds',
  trainable: 'Trainable',
} as const;

/**
 * A name of torchinfo's columns.
 * @useDeclaredType
 */
export type TorchinfoColumn = keyof typeof titles;

/** Names of the columns that style torchinfo can show. */
export const torchinfoColumns = Object.keys(titles) as readonly TorchinfoColumn[];

/** Names of torchinfo's settings for the rows of its table. */
export const rowSettings = ['depth', 'var_names', 'ascii_only', 'hide_recursive_layers'] as const;

/** A name of torchinfo's settings for rows. */
export type RowSetting = (typeof rowSettings)[number];

/** Options of style torchinfo. */
export interface TorchinfoOptions {
  /** output_size and num_params unless given. */
  readonly columns?: readonly TorchinfoColumn[];
  /** Characters of a column, 25 unless given. */
  readonly colWidth?: number;
  /** Levels below the model to show, 3 unless given. */
  readonly depth?: number;
  /** `depth` alone unless given. */
  readonly rowSettings?: readonly RowSetting[];
  /** 1 unless given; 2 adds a row for each parameter. */
  readonly verbose?: 1 | 2;
}
