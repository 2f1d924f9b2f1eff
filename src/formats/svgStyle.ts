// The look of an SVG: colours of both themes as plain rules, which any renderer of papers and slides understands.
import type { PictureRole } from '../graph/picture/picture.ts';
import type { Theme } from './pictureWords.ts';

interface Palette {
  readonly canvas: string;
  readonly paper: string;
  /** Fills of groups, alternating with depth. */
  readonly areas: readonly [string, string];
  readonly line: string;
  readonly box: string;
  readonly edge: string;
  readonly ink: string;
  readonly muted: string;
  readonly failed: string;
  readonly failedFill: string;
  readonly roles: Readonly<Record<Exclude<PictureRole, 'end'>, string>>;
  /** From nothing to the largest amount. */
  readonly ramp: readonly string[];
}

const light: Palette = {
  canvas: '#f7f7f5',
  paper: '#fff',
  areas: ['#efefec', '#f7f7f5'],
  line: '#dcdcd7',
  box: '#c4c4be',
  edge: '#7f827d',
  ink: '#1c1d1f',
  muted: '#5c5f66',
  failed: '#b3162e',
  failedFill: '#fde8ea',
  roles: {
    weights: '#2f6db5',
    norm: '#8159a8',
    activation: '#b06a00',
    merge: '#1b7f74',
    pool: '#b8446b',
    other: '#83868c',
  },
  ramp: ['#fdf3df', '#f9cf8f', '#f0995a', '#d65c62', '#9c2f74', '#541a68'],
};

const dark: Palette = {
  canvas: '#131417',
  paper: '#1e2025',
  areas: ['#1a1b1f', '#131417'],
  line: '#2f3239',
  box: '#474b54',
  edge: '#71757e',
  ink: '#ececee',
  muted: '#a3a7b0',
  failed: '#ff8a97',
  failedFill: '#46191f',
  roles: {
    weights: '#6ba6e8',
    norm: '#b795dc',
    activation: '#e0a445',
    merge: '#4fbcae',
    pool: '#e886a6',
    other: '#868a93',
  },
  ramp: ['#2a2033', '#54245f', '#93306e', '#d05a5c', '#f29a55', '#ffe3a6'],
};

/** Steps of the heat-map. */
export const heatSteps = 24;

/** Class names of roles; the stripe of a layer and the rim of an op have their colour. */
export const roleClass = {
  weights: 'w',
  norm: 'n',
  activation: 'a',
  merge: 'm',
  pool: 'p',
  other: 'o',
} satisfies Record<Exclude<PictureRole, 'end'>, string>;

const shared = `text{font:400 12px Inter,ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
.t{font-weight:600}.s,.l{font-size:11px}.l,.c{text-anchor:middle}.r{text-anchor:end}
.e{fill:none;stroke-width:1.25}.d{stroke-dasharray:2 3}.b,.g,.k{stroke-width:1}.u{stroke-dasharray:4 3}`;

function rules(palette: Palette): string {
  const { canvas, paper, areas, line, box, edge, ink, muted, failed, failedFill, roles } = palette;
  const byRole = (Object.keys(roleClass) as (keyof typeof roleClass)[]).map((role) => {
    const name = roleClass[role];
    return `.i.${name}{fill:${roles[role]}}.b.${name}{stroke:${mixed(roles[role], box, 0.55)}}`;
  });
  return `.bg{fill:${canvas}}.g{stroke:${line}}.g0{fill:${areas[0]}}.g1{fill:${areas[1]}}.b,.k{fill:${paper};stroke:${box}}
.z{fill:${ink}}text{fill:${ink}}.q,.s,.l{fill:${muted}}.z~text,.z~text .q{fill:${canvas}}.e{stroke:${edge}}.h{fill:${edge}}
${byRole.join('')}.x{stroke:${failed};fill:${failedFill};stroke-width:2}`;
}

function heatRules({ ramp }: Palette): string {
  return Array.from({ length: heatSteps }, (_, i) => {
    const colour = rampColour(ramp, i / (heatSteps - 1));
    const text = luminance(colour) > 0.179 ? '#18181b' : '#fff';
    return `.h${i}{fill:${colour};stroke:${colour}}.h${i}~text,.h${i}~text .q{fill:${text}}`;
  }).join('');
}

/** The style sheet of one picture. */
export function styleSheet(theme: Theme, hasHeat: boolean): string {
  const of = (palette: Palette): string => rules(palette) + (hasHeat ? heatRules(palette) : '');
  if (theme === 'dark') return shared + of(dark);
  return shared + of(light) + (theme === 'auto' ? `@media(prefers-color-scheme:dark){${of(dark)}}` : '');
}

/** A colour of the ramp, `share` of the way along it. */
function rampColour(ramp: readonly string[], share: number): string {
  const at = share * (ramp.length - 1);
  const low = Math.min(Math.floor(at), ramp.length - 2);
  return mixed(ramp[low + 1]!, ramp[low]!, at - low);
}

const channels = (hex: string): number[] =>
  (hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : (hex.match(/[\da-f]{2}/g) ?? [])).map((pair) =>
    Number.parseInt(pair, 16),
  );

/** `share` of one colour and the rest of another. */
function mixed(a: string, b: string, share: number): string {
  const [from, to] = [channels(b), channels(a)];
  const mix = from.map((channel, i) => Math.round(channel + (to[i]! - channel) * share));
  return `#${mix.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance of WCAG 2; black and white are equally readable on 0.179. */
function luminance(hex: string): number {
  const [r, g, b] = channels(hex).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
