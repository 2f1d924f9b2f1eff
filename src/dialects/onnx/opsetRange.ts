// The operator sets of ONNX that graphs are written in.

export const defaultOpset = 21;
export const minOpset = 17;
/** The newest operator set that the tests run. */
export const maxOpset = 23;
