// What a profile is printed as, by the names that users choose.

import { UserError } from '../errors.ts';
import type { Profile } from '../timing/profileModel.ts';
import { profileJson } from './profileJson.ts';
import { type ProfileTableOptions, profileTable } from './profileTable.ts';
import { traceEventsJson } from './traceEvents.ts';

const formats = {
  table: profileTable,
  json: profileJson,
  /** for Perfetto and chrome://tracing */
  trace: traceEventsJson,
} satisfies Record<string, (profile: Profile, options: ProfileTableOptions) => string>;

export type ProfileFormat = keyof typeof formats;
export const profileFormats = Object.keys(formats) as readonly ProfileFormat[];

export interface RenderProfileOptions extends ProfileTableOptions {
  /** table unless given */
  readonly format?: ProfileFormat;
}

/** @throws UserError for an unknown format */
export function renderProfile(profile: Profile, { format = 'table', ...options }: RenderProfileOptions = {}): string {
  if (!Object.hasOwn(formats, format))
    throw new UserError(`unknown format: ${format} (one of ${profileFormats.join(', ')})`);
  return formats[format](profile, options);
}
