// The style of a summary that asks for none. In: a model. Out: a style.

import { adapterOf } from '../trace/adapters.ts';
import type { Traceable } from '../trace/traceable.ts';
import type { Style } from './summary.ts';

/** The reference's table for a Module. It would count each layer of other models at every one of its calls. */
export const defaultStyle = (model: Traceable): Style => (adapterOf(model).hasOps ? 'torchsummary' : 'table');
