// The search field and the list of what it found.
import { find } from './finder.ts';
import type { Frame } from './frame.ts';
import type { Model } from './model.ts';
import type { ShownTree } from './shownTree.ts';
import { escaped, grouped, titleOf } from './wording.ts';

/** Letters at the end of a path that a hit can show. */
const maxPath = 200;
const maxShown = 10;

export class Search {
  readonly #model: Model;
  readonly #tree: ShownTree;
  readonly #frame: Frame;
  #found: readonly number[] = [];
  #current = 0;

  /** @param go called with the box that was chosen */
  constructor(model: Model, tree: ShownTree, frame: Frame, go: (id: number) => void) {
    this.#model = model;
    this.#tree = tree;
    this.#frame = frame;
    const { search, hits } = frame;
    const choose = (id: number | undefined): void => {
      if (id === undefined) return;
      this.#hide();
      go(id);
    };
    search.addEventListener('input', () => this.run());
    search.addEventListener('focus', () => this.run());
    search.addEventListener('blur', () => this.#hide());
    search.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        search.value = '';
        this.#hide();
        search.blur();
      } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        this.#step(event.key === 'ArrowDown' ? 1 : -1);
      } else if (event.key === 'Enter') choose(this.#found[this.#current]);
      event.stopPropagation();
    });
    hits.addEventListener('pointerdown', (event) => {
      const hit = (event.target as Element).closest<HTMLElement>('[data-go]');
      // the field keeps the focus until the box has it
      event.preventDefault();
      if (hit) choose(Number(hit.dataset.go));
    });
  }

  /** Searches for what the field holds. */
  run(): void {
    const query = this.#frame.search.value;
    const found = find(this.#model, this.#tree, query);
    this.#found = found ?? [];
    this.#current = 0;
    this.#show(query, found === undefined);
  }

  #step(by: number): void {
    const last = Math.min(this.#found.length, maxShown) - 1;
    this.#current = Math.max(0, Math.min(last, this.#current + by));
    this.#show(this.#frame.search.value, false);
  }

  #hide(): void {
    this.#frame.hits.hidden = true;
    this.#frame.search.setAttribute('aria-expanded', 'false');
    this.#frame.search.removeAttribute('aria-activedescendant');
  }

  #show(query: string, isBroken: boolean): void {
    const { hits, search } = this.#frame;
    if (query.trim() === '') {
      this.#hide();
      return;
    }
    hits.hidden = false;
    search.setAttribute('aria-expanded', 'true');
    const rest = (text: string): string =>
      `<li class="rest" role="option" aria-disabled="true" aria-selected="false">${text}</li>`;
    if (isBroken) hits.innerHTML = rest('This is no regular expression');
    else if (this.#found.length === 0) hits.innerHTML = rest('Nothing has this name, type or shape');
    else {
      const shown = this.#found.slice(0, maxShown).map((id, i) => this.#hit(id, i));
      const count = this.#found.length;
      hits.innerHTML = shown.join('') + (count > maxShown ? rest(`${count > 200 ? 'over 200' : count} in all`) : '');
    }
    if (this.#found.length > 0) search.setAttribute('aria-activedescendant', `hit-${this.#current}`);
    else search.removeAttribute('aria-activedescendant');
  }

  #hit(id: number, at: number): string {
    const box = this.#model.boxes[id]!;
    const times = this.#tree.times(id);
    const count = times > 1 ? `<b>× ${grouped(times)}</b> ` : '';
    const role = this.#tree.isGroup(id) ? 'group' : box.role;
    return `<li role="option" id="hit-${at}" aria-selected="${at === this.#current}" data-go="${id}"><i class="dot r-${role}"></i><b>${escaped(titleOf(box).type)}</b><span class="ending"><bdi>${escaped(box.path.slice(-maxPath))}</bdi></span><em>${count}${escaped(box.outputs[0] ?? '')}</em></li>`;
  }
}
