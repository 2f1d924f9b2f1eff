// The global `gmlpViz` of a page's script tag: the public API where there is no disk, with the door gmlp-viz/nn as `nn`.

export * from './browser.ts';
export * as nn from './nn.ts';
