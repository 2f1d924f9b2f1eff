import { isGraphModel } from '../trace/adapters/graph/artifacts.ts';
import { isLayersModel } from '../trace/adapters/layers/layerTree.ts';
import type { Traceable } from '../trace/traceModel.ts';
import type { StyleName } from './styles.ts';

/** The style unless one is chosen: torchsummary for a Module, table for other models, whose layers torchsummary would count again at every call. */
export const defaultStyle = (model: Traceable): StyleName =>
  typeof model === 'function' || isLayersModel(model) || isGraphModel(model) ? 'table' : 'torchsummary';
