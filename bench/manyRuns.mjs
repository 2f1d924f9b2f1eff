// What the benches of large logdirs share: event files with two scalars at each step, and a list of runs in a process of its own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SummaryWriter } from '../dist/index.js';

const cli = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));

/** The bytes of the event file of this index in a run, with two scalars at each of its steps. @param folder takes the file */
export async function eventFile(folder, index, steps) {
  const writer = new SummaryWriter({ logdir: join(folder, 'one', `${index}`) });
  for (let step = index * steps; step < (index + 1) * steps; step++) {
    writer.addScalar('train/loss', 1 / (step + 1), step);
    writer.addScalar('train/accuracy', step / (step + 1), step);
  }
  await writer.close();
  return readFileSync(writer.path);
}

/** Arguments of python3, which runs `inspect` and prints as JSON its seconds of CPU time, what it printed, and its megabytes at most. */
export function inspectArguments(logdir, ...options) {
  const script =
    'import json,resource,subprocess,sys;out=subprocess.run(sys.argv[1:],stdout=subprocess.PIPE,text=True,check=True).stdout;' +
    'u=resource.getrusage(resource.RUSAGE_CHILDREN);print(json.dumps([u.ru_utime+u.ru_stime,out,u.ru_maxrss/1024]))';
  return ['-c', script, process.execPath, cli, 'inspect', logdir, '--format', 'json', ...options];
}
