// The style of a summary that asks for none.

import { adapterOf } from '../trace/adapters.ts';
import type { Traceable } from '../trace/traceable.ts';
import type { StyleName } from './styles.ts';

/** The style unless one is chosen: torchsummary for a Module, table for other models, whose layers torchsummary would count again at every call. */
export const defaultStyle = (model: Traceable): StyleName => (adapterOf(model).hasOps ? 'torchsummary' : 'table');
