// The add methods of a SummaryWriter for pictures, sound and meshes.
import type { Values } from '../../media/tensorInput.ts';
import { audioSummary } from '../summaries/audio.ts';
import { closeFigures, type Figure, figureSummary } from '../summaries/figure.ts';
import { type ImageSource, imageSummary, imagesSummary, imageWithBoxesSummary } from '../summaries/image.ts';
import { type MeshConfig, meshSummaries } from '../summaries/mesh.ts';
import { videoSummary } from '../summaries/video.ts';
import { addValues, RunWriter } from './runWriter.ts';

/** Writes images, figures, videos, sounds and meshes. */
export class MediaWriter extends RunWriter {
  /**
   * Writes an image.
   * @param imgTensor floats from 0 to 1, clipped outside; or bytes as a Uint8Array with its shape, an int32 tensor, or ImageData,
   *   whose axes are known. A pixel with a NaN is red
   * @param dataformats the order of axes, `CHW`, `HWC` or `HW`; 1 channel is gray, 2 gray with alpha, 3 RGB, 4 RGB with alpha
   * @throws UserError for a shape that does not fit, and for integers that are no bytes
   */
  addImage(tag: string, imgTensor: ImageSource, globalStep = 0, wallTime = this.now(), dataformats = 'CHW'): void {
    addValues(this, [imageSummary(tag, imgTensor, dataformats)], globalStep, wallTime);
  }

  /**
   * Writes a batch of images as one grid, 8 images per row.
   * @param imgTensor a batch of images of `addImage`, with an axis N, or a list of them
   * @param dataformats the order of axes
   * @throws UserError as `addImage` does
   */
  addImages(
    tag: string,
    imgTensor: ImageSource | readonly ImageSource[],
    globalStep = 0,
    wallTime = this.now(),
    dataformats = 'NCHW',
  ): void {
    addValues(this, [imagesSummary(tag, imgTensor, dataformats)], globalStep, wallTime);
  }

  /**
   * Writes an image with red boxes.
   * @param imgTensor an image of `addImage`
   * @param boxTensor [boxes, 4]: xmin, ymin, xmax, ymax in pixels
   * @param labels one per box, drawn with the letters of Latin-1; none
   * @param rescale the factor of width and height after boxes are drawn
   * @throws UserError as `addImage` does, and for another number of labels than of boxes
   */
  addImageWithBoxes(
    tag: string,
    imgTensor: ImageSource,
    boxTensor: Values,
    globalStep = 0,
    wallTime = this.now(),
    dataformats = 'CHW',
    labels?: string | readonly string[],
    rescale = 1,
  ): void {
    addValues(
      this,
      [imageWithBoxesSummary(tag, imgTensor, boxTensor, dataformats, labels, rescale)],
      globalStep,
      wallTime,
    );
  }

  /**
   * Writes an image that another program drew.
   * @param figure a PNG, or a canvas; several of one size are shown next to each other
   * @param close whether the method `close` of a canvas that has one is called
   * @throws UserError for bytes that are no PNG or a part of one
   */
  addFigure(
    tag: string,
    figure: Figure | readonly Figure[],
    globalStep = 0,
    close = true,
    wallTime = this.now(),
  ): void {
    addValues(this, [figureSummary(tag, figure)], globalStep, wallTime);
    if (close) closeFigures(figure);
  }

  /**
   * Writes a video as an animated GIF, exact up to 256 colours per frame; a batch becomes a grid.
   * @param vidTensor pixels as of `addImage`, [batch, frames, channels, height, width]
   * @param fps frames per second; a GIF shows at most 50
   * @param dataformats the order of axes
   * @throws UserError for a shape that does not fit, and for integers that are no bytes
   */
  addVideo(
    tag: string,
    vidTensor: Values,
    globalStep = 0,
    fps = 4,
    wallTime = this.now(),
    dataformats = 'NTCHW',
  ): void {
    addValues(this, [videoSummary(tag, vidTensor, fps, dataformats)], globalStep, wallTime);
  }

  /**
   * Writes a sound as a WAV of 16-bit samples.
   * @param sndTensor [frames], [frames, channels] or [channels, frames] of 1 or 2 channels; floats from -1 to 1, clipped
   *   outside, or an Int16Array
   * @param sampleRate frames per second
   * @throws UserError for a shape that does not fit, and for integers of another type
   */
  addAudio(tag: string, sndTensor: Values, globalStep = 0, sampleRate = 44_100, wallTime = this.now()): void {
    addValues(this, [audioSummary(tag, sndTensor, sampleRate)], globalStep, wallTime);
  }

  /**
   * Writes meshes, or point clouds where there are no faces. The page suits coordinates between -1 and 1.
   * @param vertices [batch, vertices, 3]: x, y and z
   * @param colors [batch, vertices, 3]: red, green and blue, whole numbers from 0 to 255; none
   * @param faces [batch, faces, 3]: the indices of a triangle's vertices; none
   * @param configDict settings of three.js: `{ camera: { cls: 'PerspectiveCamera', fov: 75 } }`
   * @throws UserError for other shapes and ranges
   */
  addMesh(
    tag: string,
    vertices: Values,
    colors?: Values,
    faces?: Values,
    configDict?: MeshConfig,
    globalStep = 0,
    wallTime = this.now(),
  ): void {
    addValues(this, meshSummaries(tag, vertices, { faces, colors }, configDict), globalStep, wallTime);
  }
}
