// A process of its own for one backend: one that breaks takes no other with it, and two native ones never meet. In: its
// name, and a file of the project unless packages of no project are wanted, as arguments. Out: a message to the parent.
import { backendNames } from '../src/backends/backends.ts';
import { quieten } from './model/chooseBackend.ts';
import { enterProject, trusted } from './model/modelProject.ts';

const [word, from] = process.argv.slice(2);
const name = backendNames.find((known) => known === word);
if (!name) throw new Error(`no backend is called ${word}`);
enterProject(from === undefined ? [] : [from]);
await quieten();
const { survey } = await import('../src/backends/survey.ts');
process.send?.(await survey(name, trusted(from ?? '')));
process.disconnect?.();
