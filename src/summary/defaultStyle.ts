// The style of a summary that asks for none. In: a model. Out: a style.

import { adapterOf } from '../trace/adapters.ts';
import type { Traceable } from '../trace/traceable.ts';
import type { StyleName } from './styles.ts';

/** The reference's table for a Module. It would count each layer of other models at every one of its calls. */
export const defaultStyle = (model: Traceable): StyleName => (adapterOf(model).hasOps ? 'torchsummary' : 'table');
