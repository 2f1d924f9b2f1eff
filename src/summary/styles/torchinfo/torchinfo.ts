// Style torchinfo: the table of torchinfo 1.8.0, byte for byte, with units as on Python 3.10 and before.
import { choices } from '../../../choice.ts';
import { sizeBytes } from '../../../cost/memory.ts';
import { UserError } from '../../../errors.ts';
import { grouped, twoDecimals } from '../../../text/numberText.ts';
import { printable } from '../../../text/printable.ts';
import type { Trace } from '../../../trace/trace.ts';
import type { Style } from '../../style.ts';
import { countedMacs, type InfoLayer, infoLayers, type Params, totalsOf } from './layerInfo.ts';
import type { InfoSize } from './outputSizes.ts';
import { torchinfoNotes } from './torchinfoNotes.ts';
import {
  type RowSetting,
  rowSettings,
  type TorchinfoColumn,
  type TorchinfoOptions,
  titles,
  torchinfoColumns,
} from './torchinfoOptions.ts';

export const torchinfoStyle: Style = {
  describe: 'torchinfo 1.8.0’s table, byte for byte',
  copies: 'torchinfo 1.8.0',
  needs: 'modules',
  takes: ['columns', 'depth', 'colWidth', 'rowSettings', 'batchDim', 'verbose'],
  notes: torchinfoNotes,
  render({ trace, sizes }, { columns, batchDim, ...options }) {
    const layers = infoLayers(trace, { input: sizes !== null, batchAxis: batchDim ?? undefined });
    const inputBytes = sizes === null ? undefined : inputStorageBytes(trace);
    return torchinfo(layers, inputBytes, { ...options, ...(columns && { columns: infoColumnsOf(columns) }) });
  },
};

// Python's storage object takes 64 bytes of its own, which torchinfo counts
const inputStorageBytes = ({ inputs, values }: Trace): number =>
  inputs.reduce((sum, valueId) => sum + sizeBytes(values[valueId]!) + 64, 0);

/** @throws UserError for a name that is none of torchinfo's columns */
const infoColumnsOf = (names: readonly string[]): TorchinfoColumn[] => choices('column', names, torchinfoColumns);

interface Format {
  readonly columns: readonly TorchinfoColumn[];
  readonly colWidth: number;
  readonly nameWidth: number;
  readonly depth: number;
  readonly settings: ReadonlySet<RowSetting>;
  readonly verbose: 1 | 2;
  readonly totalParams: number;
}
type Cells = Partial<Record<TorchinfoColumn, string>>;

/**
 * @param inputBytes of all inputs, undefined for a table without an input
 * @throws UserError for a column that needs an input, and for an unknown row setting
 */
function torchinfo(
  layers: readonly InfoLayer[],
  inputBytes: number | undefined,
  options: TorchinfoOptions = {},
): string {
  const settings = new Set(choices('row setting', options.rowSettings ?? ['depth'], rowSettings));
  const columns = options.columns ?? (inputBytes === undefined ? ['num_params'] : ['output_size', 'num_params']);
  const needy = columns.filter((name) => ['input_size', 'output_size', 'mult_adds'].includes(name));
  if (inputBytes === undefined && needy.length > 0) throw new UserError(`without an input there is no ${needy[0]}`);
  const totals = totalsOf(layers);
  const longest = Math.max(...layers.map((layer) => layerName(layer, settings).length + layer.depth * 5 + 1));
  const format: Format = {
    columns,
    settings,
    colWidth: options.colWidth ?? 25,
    nameWidth: longest >= 40 ? Math.ceil(longest / 5) * 5 : 40,
    depth: options.depth ?? 3,
    verbose: options.verbose ?? 1,
    totalParams: totals.params,
  };
  const divider = '='.repeat(columns.length * format.colWidth + format.nameWidth);
  const heading = `${settings.has('var_names') ? ' (var_name)' : ''}${settings.has('depth') ? ':depth-idx' : ''}`;
  const lines = [
    divider,
    line(`Layer (type${heading})`, titles, format),
    divider,
    ...layers.flatMap((layer) => rowsOf(layer, format)),
    divider,
    `Total params: ${grouped(totals.params)}`,
    `Trainable params: ${grouped(totals.trainable)}`,
    `Non-trainable params: ${grouped(totals.params - totals.trainable)}`,
  ];
  if (inputBytes !== undefined)
    lines.push(
      `Total mult-adds ${readable(totals.macs)}`,
      divider,
      `Input size (MB): ${megabytes(inputBytes)}`,
      `Forward/backward pass size (MB): ${megabytes(totals.outputBytes)}`,
      `Params size (MB): ${megabytes(totals.paramBytes)}`,
      `Estimated Total Size (MB): ${megabytes(inputBytes + totals.outputBytes + totals.paramBytes)}`,
    );
  return `${[...lines, divider].join('\n')}\n`;
}

function rowsOf(layer: InfoLayer, format: Format): string[] {
  if (layer.depth > format.depth) return [];
  if (layer.recursive && format.settings.has('hide_recursive_layers')) return [];
  const row = line(start(layer.depth, format) + layerName(layer, format.settings), cellsOf(layer, format), format);
  if (format.verbose === 1) return [row];
  return [row, ...parameterRows(layer, format)];
}

function cellsOf(layer: InfoLayer, { depth, totalParams }: Format): Cells {
  const atLimit = layer.depth === depth;
  const shown = atLimit || layer.leaf ? layer.params : layer.leftover;
  const count = atLimit || layer.leaf ? frozen(layer.params) : shown.all > 0 ? grouped(shown.all) : '--';
  const percent = shown.all === 0 ? '     --' : twoPercent(shown.all / totalParams);
  return {
    input_size: shapeText(layer.inputSize),
    output_size: shapeText(layer.outputSize),
    num_params: layer.params.all === 0 ? '--' : layer.recursive ? '(recursive)' : count,
    params_percent: totalParams === 0 ? '     --' : layer.recursive ? '(recursive)' : percent,
    kernel_size: typeof layer.kernelSize === 'number' ? `${layer.kernelSize}` : list(layer.kernelSize ?? []),
    mult_adds: multAdds(layer, atLimit),
    trainable: trainable(layer.params),
  };
}

function multAdds(layer: InfoLayer, atLimit: boolean): string {
  const below = atLimit && !layer.leaf ? layer.below.reduce((sum, child) => sum + countedMacs(child), 0) : 0;
  // torchinfo shows those below for a layer whose parameters count
  if (layer.macs <= 0 && (!layer.ownMacs || below === 0)) return '--';
  return layer.leaf || layer.ownMacs || atLimit ? grouped(countedMacs(layer) + below) : '--';
}

function parameterRows(layer: InfoLayer, format: Format): string[] {
  // the root shows only what is its own
  const shown = layer.named.filter(({ name }) => layer.depth > 0 || !name.includes('.'));
  return shown.map(({ name, shape, size }, i) => {
    const [first, second, ...rest] = shape;
    const turned = name === 'weight' && shape.length > 1 ? [second!, first!, ...rest] : shape;
    const num_params = `${i === shown.length - 1 ? '└─' : '├─'}${grouped(size)}`;
    return line(
      `${start(layer.depth + 1, format)}${printable(name)}`,
      { kernel_size: `[${turned.join(', ')}]`, num_params },
      format,
    );
  });
}

function line(name: string, cells: Cells, { columns, colWidth, nameWidth }: Format): string {
  return [name.padEnd(nameWidth), ...columns.map((column) => (cells[column] ?? '').padEnd(colWidth))]
    .join(' ')
    .trimEnd();
}

function layerName({ type, name, depth, index }: InfoLayer, settings: ReadonlySet<RowSetting>): string {
  const variable = settings.has('var_names') && name ? ` (${printable(name)})` : '';
  return `${printable(type)}${variable}${settings.has('depth') && depth > 0 ? `: ${depth}-${index}` : ''}`;
}

function start(depth: number, { settings }: Format): string {
  const ascii = settings.has('ascii_only');
  if (depth === 0) return '';
  if (depth === 1) return ascii ? '+ ' : '├─';
  return (ascii ? '|    ' : '│    ').repeat(depth - 1) + (ascii ? '+ ' : '└─');
}

const list = (items: readonly number[]): string => (items.length === 0 ? '--' : `[${items.join(', ')}]`);
const shapeText = ({ dims, nested }: InfoSize): string => (nested ? `[${list(dims)}]` : list(dims));
const frozen = ({ all, trainable }: Params): string => (trainable > 0 ? grouped(all) : `(${grouped(all)})`);
const megabytes = (bytes: number): string => twoDecimals(bytes / 1e6);
const twoPercent = (share: number): string => `${twoDecimals(share * 100)}%`.padStart(7);

function trainable({ all, trainable }: Params): string {
  if (all === 0) return '--';
  return trainable === 0 ? 'False' : trainable === all ? 'True' : 'Partial';
}

function readable(macs: number): string {
  const [unit, divisor] =
    macs >= 1e12 ? (['T', 1e12] as const) : macs >= 1e9 ? (['G', 1e9] as const) : (['M', 1e6] as const);
  const value = macs / divisor;
  return `(${unit}): ${Number.isInteger(value) ? grouped(value) : withCommas(twoDecimals(value))}`;
}

const withCommas = (decimal: string): string => {
  const [whole, fraction] = decimal.split('.');
  return `${grouped(Number(whole))}.${fraction}`;
};
