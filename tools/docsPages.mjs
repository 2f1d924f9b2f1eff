// A plugin of typedoc: a page of Markdown has its heading as name, and stands in the group of its folder; the home page has
// one title.
import { readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Comment, CommentTag, Converter } from 'typedoc';

const root = fileURLToPath(new URL('..', import.meta.url));
const groups = { 'docs/guide': 'Guide', docs: 'Documents', '.': 'Project' };

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, page) => {
    const path = page.project.files.getReflectionPath(page);
    const heading = /^# (.+)$/m.exec(readFileSync(path, 'utf8'));
    if (!heading) throw new Error(`${path} has no heading`);
    page.name = heading[1].replaceAll('`', '');
    page.comment ??= new Comment();
    page.comment.blockTags.push(
      new CommentTag('@group', [{ kind: 'text', text: groups[dirname(relative(root, path))] }]),
    );
  });
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    // the page's own head shows the name of the package
    const [first] = project.readme;
    first.text = first.text.replace(/^# .+\n+/, '');
  });
}
