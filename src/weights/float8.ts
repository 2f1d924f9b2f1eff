// The 8-bit floating-point numbers of safetensors: OCP's E4M3, E5M2 and E8M0 (OCP 8-bit Floating Point Specification, OCP
// Microscaling Formats), and the FNUZ kinds, which have one zero, one NaN and no infinity (https://arxiv.org/abs/2206.02915).

interface Layout {
  readonly fractionBits: number;
  readonly bias: number;
  /** The number of a byte that the rule of exponents and fractions does not hold for. */
  special(bits: number): number | undefined;
}

const fnuz = (bits: number): number | undefined => (bits === 0x80 ? Number.NaN : undefined);

const layouts = {
  F8_E4M3: { fractionBits: 3, bias: 7, special: (bits) => ((bits & 0x7f) === 0x7f ? Number.NaN : undefined) },
  F8_E5M2: {
    fractionBits: 2,
    bias: 15,
    special: (bits) =>
      (bits & 0x7c) === 0x7c ? ((bits & 3) === 0 ? Number.POSITIVE_INFINITY : Number.NaN) : undefined,
  },
  F8_E4M3FNUZ: { fractionBits: 3, bias: 8, special: fnuz },
  F8_E5M2FNUZ: { fractionBits: 2, bias: 16, special: fnuz },
} satisfies Record<string, Layout>;

/** The numbers of all 256 bytes by dtype. */
export const float8 = {
  F8_E4M3: tabulate(layouts.F8_E4M3),
  F8_E5M2: tabulate(layouts.F8_E5M2),
  F8_E4M3FNUZ: tabulate(layouts.F8_E4M3FNUZ),
  F8_E5M2FNUZ: tabulate(layouts.F8_E5M2FNUZ),
  // an exponent alone, without sign
  F8_E8M0: Float32Array.from({ length: 256 }, (_, bits) => (bits === 255 ? Number.NaN : 2 ** (bits - 127))),
};

function tabulate({ fractionBits, bias, special }: Layout): Float32Array {
  const steps = 2 ** fractionBits;
  return Float32Array.from({ length: 256 }, (_, bits) => {
    const exponent = (bits & 0x7f) >> fractionBits;
    const fraction = (bits % steps) / steps;
    const size = special(bits) ?? 2 ** (Math.max(exponent, 1) - bias) * (exponent === 0 ? fraction : 1 + fraction);
    return bits & 0x80 ? -size : size;
  });
}
