// Models of packages that docs/gallery.md draws.

/** A model that a package holds, and how it is drawn. */
export interface GalleryModel {
  /** What the model does, as a heading. */
  readonly title: string;
  readonly packageName: string;
  readonly version: string;
  /** The path of its model.json in the package. */
  readonly path: string;
  readonly params: number;
  readonly depth: number;
  /** The backend that computes, for a model whose shapes depend on numbers. */
  readonly backend?: string;
  /** The name of the picture's file. */
  readonly file: string;
  readonly caption: string;
}

/** Models that others trained, one for each way that tf.js loads a model, from small to large. */
export const packagedModels: readonly GalleryModel[] = [
  {
    title: 'The language of source text',
    packageName: '@vscode/vscode-languagedetection',
    version: '1.0.23',
    path: 'model/model.json',
    params: 674_604,
    depth: 2,
    backend: 'cpu',
    file: 'language.svg',
    caption: 'texts, a loop over their characters, and the scores of languages',
  },
  {
    title: 'The notes of a recording',
    packageName: '@spotify/basic-pitch',
    version: '1.0.1',
    path: 'model/model.json',
    params: 184_947,
    depth: 2,
    file: 'notes.svg',
    caption: 'a recording, its spectrum, convolutions, and three outputs',
  },
  {
    title: 'An image twice as large',
    packageName: '@upscalerjs/default-model',
    version: '1.0.0',
    path: 'models/model.json',
    params: 222_075,
    depth: 3,
    file: 'upscaler.svg',
    caption: 'convolutions with sums and joins between them, for an image of 64 by 64 pixels',
  },
];

/** The command that draws a model, as the page shows it. */
export const drawingCommand = ({ packageName, path, backend, depth, file }: GalleryModel): string =>
  `npx gmlp-viz graph node_modules/${packageName}/${path}${backend ? ` --backend ${backend}` : ''} --format svg --depth ${depth} --show params,macs --out ${file}`;
