// The style of a summary that asks for none. In: a model. Out: a style.
import { isGraphModel } from '../trace/adapters/graph/artifacts.ts';
import { isLayersModel } from '../trace/adapters/layers/layerTree.ts';
import type { Traceable } from '../trace/traceModel.ts';
import type { StyleName } from './styles.ts';

/** The reference's table for a Module. It would count each layer of other models at every one of its calls. */
export const defaultStyle = (model: Traceable): StyleName =>
  typeof model === 'function' || isLayersModel(model) || isGraphModel(model) ? 'table' : 'torchsummary';
