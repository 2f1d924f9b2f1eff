// Settings of a training and what came of it, for the HParams dashboard. In: values by name. Out: events of a run.

import { expectRecord, expectStep, expectTime } from '../../checks.ts';
import { UserError } from '../../errors.ts';
import { bytesTensor } from '../../formats/tensorProto.ts';
import { arrayIn, isTensor, type Values } from '../../media/tensorInput.ts';
import type { OptionNames } from '../../options.ts';
import type { tensorboard } from '../../proto/generated/messages.js';
import { type google, tensorboard as plugins } from '../../proto/generated/plugins.js';
import { tensorMetadata } from './metadata.ts';
import { oneNumber } from './scalar.ts';

/** The value of a hyperparameter. A function or a class is written as its name; null and undefined are left out. */
export type Hparam = string | number | boolean | Values | ((...args: never[]) => unknown) | null | undefined;
/** Values of hyperparameters by name. */
export type Hparams = Readonly<Record<string, Hparam>>;

/** Options of `addHparams`. */
export interface HparamsOptions {
  /** start and end of the session in seconds since 1970; now */
  readonly wallTime?: number;
  /** the values that a hyperparameter may have, which the dashboard offers to choose from; none */
  readonly hparamDomainDiscrete?: Readonly<Record<string, readonly (string | number | boolean)[]>>;
  /** minimum and maximum of a numeric hyperparameter; none */
  readonly hparamDomainInterval?: Readonly<Record<string, readonly [number, number]>>;
}

/** Names of the options of `addHparams`. */
export const hparamsOptionNames: OptionNames<HparamsOptions> = {
  wallTime: true,
  hparamDomainDiscrete: true,
  hparamDomainInterval: true,
};

const { DATA_TYPE_STRING, DATA_TYPE_BOOL, DATA_TYPE_FLOAT64 } = plugins.hparams.DataType;
type Plain = string | number | boolean;
const kinds = {
  string: { type: DATA_TYPE_STRING, field: 'stringValue' },
  boolean: { type: DATA_TYPE_BOOL, field: 'boolValue' },
  number: { type: DATA_TYPE_FLOAT64, field: 'numberValue' },
} as const;
const kindOf = (value: Plain): keyof typeof kinds => typeof value as keyof typeof kinds;

/** Columns of the dashboard's table. */
export interface Columns {
  readonly hparams: readonly string[];
  readonly metrics: readonly string[];
}

export interface Session extends Columns {
  readonly events: tensorboard.IEvent[];
  /** whether the events name the columns of the whole table */
  readonly namesColumns: boolean;
}

/**
 * The events of a trial: start of the session, its end, and a scalar for each metric, in tensorboardX's order. Where there are
 * domains an experiment comes first: TensorBoard takes the columns of all trials from the first experiment that it finds, and
 * from the trials where it finds none.
 */
export function hparamsSession(
  hparams: Hparams,
  metrics: Readonly<Record<string, Values>>,
  step: number,
  options: HparamsOptions & { readonly wallTime: number },
): Session {
  expectStep(step);
  expectRecord('hyperparameters', hparams);
  expectRecord('metrics', metrics);
  const { wallTime, ...domains } = options;
  expectTime(wallTime);
  const given = Object.entries(hparams).filter(([, value]) => value !== null && value !== undefined);
  const values = given.map(([name, value]) => [name, plain(name, value)] as const);
  const scalars = Object.entries(metrics).map(([tag, value]) => ({ tag, simpleValue: oneNumber(value, tag) }));
  const withDomain = Object.keys({ ...domains.hparamDomainDiscrete, ...domains.hparamDomainInterval });
  for (const name of withDomain)
    if (!values.some(([known]) => known === name))
      throw new UserError(
        `the domain of ${name} is of no hyperparameter (one of ${values.map(([known]) => known).join(', ')})`,
      );
  const experiment = {
    hparamInfos: values.map(([name, value]) => ({
      name,
      type: kinds[kindOf(value)].type,
      ...domainOf(name, value, domains),
    })),
    metricInfos: scalars.map(({ tag }) => ({ name: { tag } })),
  };
  const sessionStartInfo = {
    hparams: Object.fromEntries(values.map(([name, value]) => [name, valueProto(value)])),
    startTimeSecs: wallTime,
  };
  const sessionEndInfo = { status: plugins.hparams.Status.STATUS_SUCCESS, endTimeSecs: wallTime };
  const namesColumns = withDomain.length > 0;
  const events = [
    ...(namesColumns ? [summaryOf('experiment', { experiment })] : []),
    summaryOf('session_start_info', { sessionStartInfo }),
    summaryOf('session_end_info', { sessionEndInfo }),
  ].map((value): tensorboard.IEvent => ({ wallTime, summary: { value: [value] } }));
  return {
    events: [...events, ...scalars.map((value) => ({ wallTime, step, summary: { value: [value] } }))],
    namesColumns,
    hparams: values.map(([name]) => name),
    metrics: scalars.map(({ tag }) => tag),
  };
}

/** @throws UserError for a column of `session` that is missing in `table`, the columns of an earlier trial with domains */
export function expectColumns(session: Columns, table: Columns, name: string): void {
  for (const kind of ['hparams', 'metrics'] as const) {
    const odd = session[kind].find((column) => !table[kind].includes(column));
    if (odd !== undefined)
      throw new UserError(
        `the trial ${name} must have columns that the first trial with domains has, got ${odd}: TensorBoard shows those alone (${[...table.hparams, ...table.metrics].join(', ')}); give it to that trial too, or leave the domains out`,
      );
  }
}

function plain(name: string, value: Hparam): Plain {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'function') return value.name;
  if (isTensor(value as Values)) {
    const { numbers, dtype } = arrayIn(value as Values, `hyperparameter ${name}`);
    if (numbers.length === 1) return dtype === 'bool' ? numbers[0] !== 0 : numbers[0]!;
  }
  const kind = Array.isArray(value) ? 'an array' : typeof value;
  throw new UserError(`hyperparameter ${name} must be a string, a number or a boolean, got ${kind}`);
}

const valueProto = (value: Plain): google.protobuf.IValue => ({ [kinds[kindOf(value)].field]: value });

function domainOf(name: string, value: Plain, domains: HparamsOptions): plugins.hparams.IHParamInfo {
  const discrete = domains.hparamDomainDiscrete?.[name];
  const interval = domains.hparamDomainInterval?.[name];
  if (discrete && interval) throw new UserError(`the domain of ${name} is discrete or an interval, got both`);
  if (discrete && !discrete.includes(value))
    throw new UserError(`${name} is ${value}, which is not in its domain (one of ${discrete.join(', ')})`);
  const odd = discrete?.find((choice) => typeof choice !== typeof value);
  if (odd !== undefined)
    throw new UserError(`the domain of ${name} must be of ${typeof value}s, got ${typeof odd}: ${odd}`);
  if (discrete) return { domainDiscrete: { values: discrete.map(valueProto) } };
  if (!interval) return {};
  const [minValue, maxValue] = interval;
  if (!(minValue <= maxValue)) throw new UserError(`the interval of ${name} must grow, got ${minValue} to ${maxValue}`);
  if (!(typeof value === 'number' && value >= minValue && value <= maxValue))
    throw new UserError(`${name} is ${value}, which is not in its domain (${minValue} to ${maxValue})`);
  return { domainInterval: { minValue, maxValue } };
}

function summaryOf(name: string, data: plugins.hparams.IHParamsPluginData): tensorboard.Summary.IValue {
  const content = plugins.hparams.HParamsPluginData.encode(data).finish();
  // the tensor is empty: the data is in the metadata
  return {
    tag: `_hparams_/${name}`,
    metadata: tensorMetadata('hparams', content),
    tensor: bytesTensor([], [0], 'float32'),
  };
}
