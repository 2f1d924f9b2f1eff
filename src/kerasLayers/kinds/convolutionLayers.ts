// Convolutions over one, two and three axes, depthwise, separable and transposed.
import * as tf from '@tensorflow/tfjs-core';
import { channelsLast, convolve, convolveTranspose, depthwise } from '../convolve.ts';
import { type AnyKind, type LayerCall, layerKind, type Shape } from '../layerKind.ts';
import { anything, count, dataFormat, flag, integer, nullable, oneOf, perAxis } from '../settings.ts';
import { channelsOf, transposedSize, windowCount, withSpatial } from '../shapes.ts';

const windowSettings = (rank: number) => ({
  kernelSize: perAxis(rank, count()),
  strides: perAxis(rank, count(), 1),
  padding: oneOf(['valid', 'same', 'causal'], 'valid'),
  dataFormat: dataFormat(),
  dilationRate: perAxis(rank, count(), 1),
  activation: anything(),
  useBias: flag(true),
  biasInitializer: anything('zeros'),
});

/** Adds the bias and applies the activation. */
function finish(
  y: tf.Tensor,
  { weights: { bias }, activation, config }: LayerCall<{ activation: unknown }>,
): tf.Tensor {
  return activation(config.activation)(bias ? tf.add(y, bias) : y);
}

const biasOf = ({ useBias, biasInitializer }: { useBias: boolean; biasInitializer: unknown }, size: number | null) =>
  useBias ? [{ name: 'bias', shape: [size], initializer: biasInitializer }] : [];

/** A convolution in groups of channels. @param rank how many spatial axes */
export const convolution = (rank: number): AnyKind =>
  layerKind({
    settings: {
      ...windowSettings(rank),
      filters: count(),
      groups: count(1),
      kernelInitializer: anything('glorotUniform'),
    },
    isRightInTfjs: ({ groups = 1 }) => groups === 1,
    weights({ config, shapes: [shape] }) {
      const channels = channelsOf(shape, config.dataFormat);
      const kernel: Shape = [...config.kernelSize, channels && channels / config.groups, config.filters];
      return [
        { name: 'kernel', shape: kernel, initializer: config.kernelInitializer },
        ...biasOf(config, config.filters),
      ];
    },
    outputShape: ({ config, shapes: [shape] }) =>
      withSpatial(
        shape,
        config.dataFormat,
        (size, i) => windowCount(size, config.kernelSize[i]!, i, config),
        config.filters,
      ),
    call: ([x], layer) =>
      channelsLast(x, layer.config.dataFormat, (last) =>
        finish(convolve(last, layer.weights.kernel!, layer.config, layer.config.groups), layer),
      ),
  });

/** A convolution of each channel by itself. @param rank one or two spatial axes */
export const depthwiseConvolution = (rank: number): AnyKind =>
  layerKind({
    settings: { ...windowSettings(rank), depthMultiplier: count(1), depthwiseInitializer: anything('glorotUniform') },
    weights({ config, shapes: [shape] }) {
      const channels = channelsOf(shape, config.dataFormat);
      const kernel: Shape = [...config.kernelSize, channels, config.depthMultiplier];
      return [
        { name: 'kernel', shape: kernel, initializer: config.depthwiseInitializer },
        ...biasOf(config, channels && channels * config.depthMultiplier),
      ];
    },
    outputShape: ({ config, shapes: [shape] }) => {
      const channels = channelsOf(shape, config.dataFormat);
      return withSpatial(
        shape,
        config.dataFormat,
        (size, i) => windowCount(size, config.kernelSize[i]!, i, config),
        channels && channels * config.depthMultiplier,
      );
    },
    call: ([x], layer) =>
      channelsLast(x, layer.config.dataFormat, (last) =>
        finish(depthwise(last, layer.weights.kernel!, layer.config), layer),
      ),
  });

/** A depthwise convolution and then one with a window of one. @param rank one or two spatial axes */
export const separableConvolution = (rank: number): AnyKind =>
  layerKind({
    settings: {
      ...windowSettings(rank),
      filters: count(),
      depthMultiplier: count(1),
      depthwiseInitializer: anything('glorotUniform'),
      pointwiseInitializer: anything('glorotUniform'),
    },
    weights({ config, shapes: [shape] }) {
      const channels = channelsOf(shape, config.dataFormat);
      const inner = channels && channels * config.depthMultiplier;
      const ones = Array<number>(rank).fill(1);
      return [
        {
          name: 'depthwise_kernel',
          shape: [...config.kernelSize, channels, config.depthMultiplier],
          initializer: config.depthwiseInitializer,
        },
        { name: 'pointwise_kernel', shape: [...ones, inner, config.filters], initializer: config.pointwiseInitializer },
        ...biasOf(config, config.filters),
      ];
    },
    outputShape: ({ config, shapes: [shape] }) =>
      withSpatial(
        shape,
        config.dataFormat,
        (size, i) => windowCount(size, config.kernelSize[i]!, i, config),
        config.filters,
      ),
    call: ([x], layer) =>
      channelsLast(x, layer.config.dataFormat, (last) => {
        const { config, weights } = layer;
        const each = depthwise(last, weights.depthwise_kernel!, config);
        const ones = Array<number>(rank).fill(1);
        const mixed = convolve(each, weights.pointwise_kernel!, {
          strides: ones,
          dilationRate: ones,
          padding: 'valid',
        });
        return finish(mixed, layer);
      }),
  });

/** The transpose of a convolution. @param rank how many spatial axes */
export const transposedConvolution = (rank: number): AnyKind =>
  layerKind({
    settings: {
      ...windowSettings(rank),
      filters: count(),
      outputPadding: nullable(perAxis(rank, integer())),
      kernelInitializer: anything('glorotUniform'),
    },
    weights: ({ config, shapes: [shape] }) => [
      {
        name: 'kernel',
        shape: [...config.kernelSize, config.filters, channelsOf(shape, config.dataFormat)],
        initializer: config.kernelInitializer,
      },
      ...biasOf(config, config.filters),
    ],
    outputShape: ({ config, shapes: [shape] }) =>
      withSpatial(
        shape,
        config.dataFormat,
        (size, i) => transposedSize(size, config.kernelSize[i]!, i, config, config.outputPadding?.[i] ?? null),
        config.filters,
      ),
    call: ([x], layer) =>
      channelsLast(x, layer.config.dataFormat, (last) => {
        const { config, weights } = layer;
        const sizes = last.shape
          .slice(1, -1)
          .map((size, i) => transposedSize(size, config.kernelSize[i]!, i, config, config.outputPadding?.[i] ?? null)!);
        return finish(convolveTranspose(last, weights.kernel!, sizes, config), layer);
      }),
  });
