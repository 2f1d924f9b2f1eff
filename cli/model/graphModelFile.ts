// A converted TensorFlow model from its model.json and shards. In: the parsed file. Out: a tf.GraphModel and what it takes.

import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { UserError } from '../../src/errors.ts';
import type { GraphTopology } from '../../src/trace/sourceGraph.ts';
import type { GraphModelLike } from '../../src/trace/traceable.ts';
import { found } from './modelProject.ts';
import type { UserModel } from './userModel.ts';

const converter = '@tensorflow/tfjs-converter';

/** What of @tensorflow/tfjs-converter builds a model. */
interface Converter {
  loadGraphModel(handler: { load(): Promise<object> }): Promise<GraphModelLike>;
}

interface GraphFile extends Readonly<Record<string, unknown>> {
  readonly modelTopology: GraphTopology;
}

/** @throws UserError for shards that are not as the file says, and for a graph that tf.js cannot build */
export async function graphModelFrom(path: string, file: GraphFile): Promise<UserModel> {
  // tf.js would loop for ever over some graphs
  await expectBuildable(path, file);
  const at = found(converter, path);
  if (at === undefined) throw new UserError(`a graph model needs ${converter}: npm install ${converter}`);
  const { loadGraphModel }: Converter = createRequire(import.meta.url)(at);
  const [{ enterShapeBackend }, { readShards }, { adapterOf }, { tfjs }] = await Promise.all([
    import('../../src/trace/backend/shapeBackend.ts'),
    import('../../src/weights/manifest.ts'),
    import('../../src/trace/adapters.ts'),
    import('../tfjs.ts'),
  ]);
  const { specs, data } = await readShards(file.weightsManifest ?? [], dirname(path));
  const { modelInitializer, ...artifacts } = file;
  const initialized = usesTable(file.modelTopology) ? { modelInitializer } : {};
  const load = async () => ({ ...artifacts, ...initialized, weightSpecs: specs, weightData: data });
  // what does not compute needs no backend that does
  const leave = tfjs.engine().backendNames().length > 0 ? undefined : enterShapeBackend();
  let model: GraphModelLike;
  try {
    model = await loadGraphModel({ load });
  } catch (error) {
    const bare = file.modelTopology.library?.function?.find(({ signature }) => signature.inputArg === undefined);
    const reason = bare
      ? `tf.js reads no function that takes nothing, as the branch ${bare.signature.name} does`
      : `${error instanceof Error ? error.message : error}`;
    throw new UserError(`${path} cannot be built: ${reason}`, { cause: error });
  } finally {
    leave?.();
  }
  return { model, inputs: adapterOf(model).inputs, readNumbers: async () => adapterOf(model).weights() };
}

async function expectBuildable(path: string, file: GraphFile): Promise<void> {
  const { modelTopology, modelInitializer, signature, userDefinedMetadata } = file;
  const [{ expectSignature, expectValidGraph }, { isGraphTopology }] = await Promise.all([
    import('../../src/trace/adapters/graph/validGraph.ts'),
    import('../../src/trace/adapters/graph/artifacts.ts'),
  ]);
  try {
    expectValidGraph(modelTopology);
    // older files have it among what their users say of them
    const older = typeof userDefinedMetadata === 'object' ? Reflect.get(userDefinedMetadata ?? {}, 'signature') : null;
    for (const one of [signature, older]) expectSignature(one, modelTopology);
    if (isGraphTopology(modelInitializer)) expectValidGraph(modelInitializer);
  } catch (error) {
    if (error instanceof UserError) throw new UserError(`${path} cannot be read: ${error.message}`, { cause: error });
    throw error;
  }
}

// a table that nothing looks up would make every run an asynchronous one
const usesTable = ({ node }: GraphTopology): boolean => node.some(({ op }) => /Table/.test(op));
