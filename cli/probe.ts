// A process for one backend, so that a backend which crashes ends no other, and two native ones never meet. Arguments: the
// backend's name, and a file of the project, unless no project is trusted. Answer: a message to the parent process.
import { backendNames } from '../src/backends/backends.ts';
import { quieten } from './model/chooseBackend.ts';
import { enterProject, trusted } from './model/modelProject.ts';

void answer();

async function answer(): Promise<void> {
  const [word, from] = process.argv.slice(2);
  const name = backendNames.find((known) => known === word);
  if (!name) throw new Error(`no backend is called ${word}`);
  enterProject(from === undefined ? [] : [from]);
  await quieten();
  const { survey } = await import('../src/backends/survey.ts');
  process.send?.(await survey(name, trusted(from ?? '')));
  process.disconnect?.();
}
