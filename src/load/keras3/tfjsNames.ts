// Names under which tf.js 4.22 has what Keras 3 has.

/** Initializers that tf.js has, and tf.js's names of them. */
export const tfjsInitializers: Readonly<Record<string, string>> = {
  Constant: 'Constant',
  GlorotNormal: 'GlorotNormal',
  GlorotUniform: 'GlorotUniform',
  HeNormal: 'HeNormal',
  HeUniform: 'HeUniform',
  LecunNormal: 'LeCunNormal',
  LecunUniform: 'LeCunUniform',
  Ones: 'Ones',
  Orthogonal: 'Orthogonal',
  RandomNormal: 'RandomNormal',
  RandomUniform: 'RandomUniform',
  TruncatedNormal: 'TruncatedNormal',
  VarianceScaling: 'VarianceScaling',
  Zeros: 'Zeros',
};

/** Constraints that tf.js has under Keras's name. */
export const tfjsConstraints: ReadonlySet<string> = new Set(['MaxNorm', 'MinMaxNorm', 'NonNeg', 'UnitNorm']);
