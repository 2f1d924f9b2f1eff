// Names under which tf.js finds the classes of this room.

const layerPackage = 'keras3';
const operationPackage = 'keras3-ops';

/** The name of a layer's class, or of an activation in the spelling of a file. @param name in Keras */
export const registeredName = (name: string): string => `${layerPackage}>${name}`;

/** The name of the class of an operation that is no layer in Keras. @param name of the operation in Keras */
export const registeredOperation = (name: string): string => `${operationPackage}>${name}`;
