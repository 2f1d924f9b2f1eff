// `gmlp-viz sync`: sends what writers to s3:// left on the disk when their processes ended.
import { command } from './command.ts';

export const syncCommand = command({
  words: {},
  options: {},
  examples: [['sync', 'sends what killed trainings left']],
  async run(_, stdout) {
    const { syncSpools } = await import('../../src/tensorboard/files/syncSpools.ts');
    for await (const { path, objects, bytes } of syncSpools())
      stdout.write(`${path}: ${objects} ${objects === 1 ? 'object' : 'objects'}, ${bytes} bytes\n`);
    return 0;
  },
});
