import { find, type Found } from '../columns/find';
import { h } from './dom';
import type { Page } from './page';

/** A field that finds rows, categories and texts, with a list to choose from: a combobox in the sense of ARIA. */
export function search(page: Page, go: (found: Found) => void): HTMLElement {
  const { rows, columns } = page;
  const searched = {
    rows: rows.count,
    texts: columns.all.filter((column) => column.kind === 'text'),
    categories: columns.values.filter((column) => column.kind === 'category'),
    columns: columns.values.filter(({ group }) => group === 'data' || group === 'fact' || group === 'decoded'),
    meaning: page.map.source.description.meaning,
    name: (row: number) => rows.name(row),
  };
  let found: Found[] = [];
  let active = 0;
  const list = h('ul', { id: 'found', class: 'found', role: 'listbox', 'aria-label': 'found' });
  const said = h('p', { class: 'unseen', role: 'status' });
  list.hidden = true;
  const input = h('input', {
    type: 'text',
    role: 'combobox',
    class: 'search-field',
    placeholder: 'Search',
    title: 'Finds ids, texts, labels, categories, columns and row numbers (/)',
    'aria-label': 'search ids, texts, labels and row numbers',
    'aria-controls': 'found',
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    spellcheck: 'false',
    input: () => show(),
    blur: () => window.setTimeout(() => (list.hidden = true), 150),
    keydown: (event) => {
      const { key } = event as KeyboardEvent;
      if (key === 'ArrowDown' || key === 'ArrowUp') {
        event.preventDefault();
        if (list.hidden) show();
        else mark((active + (key === 'ArrowDown' ? 1 : -1) + found.length) % Math.max(1, found.length));
      } else if (key === 'Enter' && found[active]) {
        take(found[active]);
      } else if (key === 'Escape') {
        close();
      }
    },
  });
  const take = (what: Found) => {
    close();
    go(what);
  };
  const close = () => {
    list.hidden = true;
    found = [];
    input.value = '';
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const mark = (i: number) => {
    active = i;
    list.querySelectorAll('[role=option]').forEach((option, at) => {
      option.setAttribute('aria-selected', String(at === i));
      if (at === i) option.scrollIntoView({ block: 'nearest' });
    });
    if (found[i]) input.setAttribute('aria-activedescendant', `found-${i}`);
  };
  const show = () => {
    const text = input.value.trim();
    found = find(searched, text);
    list.hidden = text === '';
    input.setAttribute('aria-expanded', String(!list.hidden));
    list.replaceChildren(
      ...found.map((what, i) => {
        const option = h('li', { role: 'option', id: `found-${i}`, 'aria-selected': 'false', class: what.kind === 'all' || what.kind === 'meaning' ? 'all' : '' }, what.text);
        // Before the field loses the focus.
        option.addEventListener('pointerdown', (event) => {
          event.preventDefault();
          take(what);
        });
        return option;
      }),
    );
    if (!found.length) list.append(h('li', { class: 'note', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, 'Nothing found'));
    said.textContent = text ? `${found.length} found` : '';
    mark(0);
  };
  return h('div', { class: 'search', role: 'search' }, input, list, said);
}
