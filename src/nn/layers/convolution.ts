// The weights and settings that Conv1d and Conv2d share.
import { UserError } from '../../errors.ts';
import { expectOptions, type OptionNames } from '../../options.ts';
import { product } from '../../tensors.ts';
import { Module } from '../module.ts';
import { Parameter, uniform } from '../parameter.ts';

/** Options that Conv1d and Conv2d share. */
export interface ConvolutionOptions {
  readonly stride?: unknown;
  readonly padding?: unknown;
  readonly dilation?: unknown;
  readonly groups?: number;
  readonly bias?: boolean;
}

const optionNames: OptionNames<ConvolutionOptions> = {
  stride: true,
  padding: true,
  dilation: true,
  groups: true,
  bias: true,
};

/** A convolution of any number of axes; a subclass runs it. */
export abstract class Convolution<O extends ConvolutionOptions> extends Module {
  readonly weight: Parameter;
  readonly bias: Parameter | undefined;
  /** A function, so that the options are no settings of the module's own. */
  protected readonly options: () => O;

  /** @throws UserError for an unknown option, and for channels that the groups do not divide */
  constructor(inChannels: number, outChannels: number, kernel: readonly number[], options: O) {
    super();
    expectOptions(options, optionNames);
    const { groups = 1, bias = true } = options;
    if (inChannels % groups !== 0 || outChannels % groups !== 0)
      throw new UserError(`channels must divide by groups: ${inChannels} in, ${outChannels} out, ${groups} groups`);
    const perGroup = inChannels / groups;
    const initial = uniform(1 / Math.sqrt(perGroup * product(kernel)));
    this.weight = new Parameter([outChannels, perGroup, ...kernel], initial);
    this.bias = bias ? new Parameter([outChannels], initial) : undefined;
    this.options = () => options;
  }

  /** The size of the kernel on each axis. */
  get kernelSize(): readonly number[] {
    return this.weight.shape.slice(2);
  }

  override layerSettings() {
    const [outChannels, perGroup] = this.weight.shape;
    const { stride = 1, padding = 0, dilation = 1, groups = 1 } = this.options();
    return {
      inChannels: perGroup! * groups,
      outChannels,
      kernelSize: this.kernelSize,
      stride,
      padding,
      dilation,
      groups,
      bias: this.bias !== undefined,
    };
  }
}
