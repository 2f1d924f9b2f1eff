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
   * Floats are from 0 to 1 and cut off outside; bytes are a Uint8Array with its shape, an int32 tensor, or ImageData, whose
   * order is known. A pixel with a NaN is red.
   * @param dataformats the order of axes, `CHW`, `HWC`, `HW`; 1 channel is grey, 2 with alpha, 3 RGB, 4 with alpha
   * @throws UserError for a shape that does not fit, and for whole numbers that are no bytes
   */
  addImage(tag: string, imgTensor: ImageSource, globalStep = 0, wallTime = this.now(), dataformats = 'CHW'): void {
    addValues(this, [imageSummary(tag, imgTensor, dataformats)], globalStep, wallTime);
  }

  /** A batch as one grid, 8 images a row. @param imgTensor as of `addImage`, with an axis N, or a list of images */
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
   * Red boxes on an image of `addImage`.
   * @param boxTensor [boxes, 4], xmin, ymin, xmax, ymax in pixels
   * @param labels one a box, drawn with the letters of Latin-1
   * @param rescale the factor by which the picture grows once boxes are drawn
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
   * What another program drew: a PNG, or a canvas that makes one; several of one size are shown one beside another.
   * @param close calls the `close()` of a canvas that has one
   * @throws UserError for what is no whole PNG
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
   * An animated GIF, exact up to 256 colours a frame; a batch becomes a grid.
   * @param vidTensor numbers as of `addImage`, [N, T, C, H, W]
   * @param fps frames a second; a GIF shows at most 50
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
   * A WAV of 16-bit samples.
   * @param sndTensor [frames], [frames, channels] or [channels, frames] of 1 or 2 channels; floats from -1 to 1, cut off
   *   outside, or an Int16Array
   * @param sampleRate frames a second
   */
  addAudio(tag: string, sndTensor: Values, globalStep = 0, sampleRate = 44_100, wallTime = this.now()): void {
    addValues(this, [audioSummary(tag, sndTensor, sampleRate)], globalStep, wallTime);
  }

  /**
   * Meshes, or clouds of points where there are no faces. The page shows best what lies within -1 and 1.
   * @param vertices [batch, vertices, 3], x, y and z
   * @param colors [batch, vertices, 3], red, green and blue, whole numbers from 0 to 255
   * @param faces [batch, faces, 3], the three vertices of a triangle by their places
   * @param configDict three.js settings: `{ camera: { cls: 'PerspectiveCamera', fov: 75 } }`
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
