// The formats of a profile: choices, help and docs are made from the table.
import { choice } from '../choice.ts';
import { expectOptions, type OptionNames } from '../options.ts';
import type { Profile } from '../timing/profileModel.ts';
import { expectProfile } from '../trace/expectTrace.ts';
import { profileJson } from './profileJson.ts';
import { type ProfileTableOptions, profileTable } from './profileTable.ts';
import { traceEventsJson } from './traceEvents.ts';

interface Format {
  /** A noun phrase for help and docs. */
  readonly describe: string;
  /** Names of the options that change it. */
  readonly takes: readonly (keyof ProfileTableOptions)[];
  render(profile: Profile, options: ProfileTableOptions): string;
}

export const profileFormatTable = {
  table: {
    describe: 'layers and ops in boxes for the terminal, slowest first',
    takes: ['depth', 'fold', 'by', 'width', 'colours'],
    render: profileTable,
  },
  json: { describe: 'data for programs, by docs/profile.schema.json', takes: [], render: profileJson },
  trace: { describe: 'events on a time line, for Perfetto and chrome://tracing', takes: [], render: traceEventsJson },
} satisfies Record<string, Format>;

/**
 * A name of a format of `renderProfile`.
 * @useDeclaredType
 */
export type ProfileFormat = keyof typeof profileFormatTable;

/** Names of the formats of `renderProfile`. */
export const profileFormats = Object.keys(profileFormatTable) as readonly ProfileFormat[];

/** Options of `renderProfile`. */
export interface RenderProfileOptions extends ProfileTableOptions {
  /** table unless given. */
  readonly format?: ProfileFormat;
}

const optionNames: OptionNames<RenderProfileOptions> = {
  format: true,
  depth: true,
  fold: true,
  by: true,
  width: true,
  colours: true,
};

/** Prints a profile. @throws UserError for an unknown format or option, and for a value that is no profile */
export function renderProfile(profile: Profile, given: RenderProfileOptions = {}): string {
  expectOptions(given, optionNames);
  const { format = 'table', ...options } = given;
  const { render } = profileFormatTable[choice('format', format, profileFormats)];
  expectProfile(profile);
  return render(profile, options);
}
