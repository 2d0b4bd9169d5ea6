import { h, whole } from './dom';
import type { Rows } from './rows';

const MOST = 8;

/** A row or a class that was found. */
export type Found = { readonly row: number } | { readonly label: number };

/** Finds rows by number, id or class. */
export function search(rows: Rows, go: (found: Found) => void): HTMLElement {
  const list = h('ul', { id: 'found', class: 'found', role: 'listbox', 'aria-label': 'found' });
  list.hidden = true;
  const input = h('input', {
    type: 'search',
    placeholder: rows.map.ids ? 'Search id, row or label' : 'Search row or label',
    'aria-label': 'search by id, row number or label',
    'aria-controls': 'found',
    autocomplete: 'off',
    spellcheck: 'false',
    input: () => show(),
    keydown: (event) => {
      const { key } = event as KeyboardEvent;
      if (key === 'Enter') list.querySelector('button')?.click();
      if (key === 'Escape') close();
    },
  });
  const close = () => {
    list.hidden = true;
    input.value = '';
  };
  const show = () => {
    const found = find(rows, input.value.trim());
    list.hidden = input.value.trim() === '';
    list.replaceChildren(
      ...found.map(([text, what]) =>
        h('li', { role: 'option' }, h('button', { class: 'link', click: () => (close(), go(what)) }, text)),
      ),
      ...(found.length ? [] : [h('li', { class: 'note' }, 'Nothing found')]),
    );
  };
  return h('div', { class: 'search', role: 'search' }, input, list);
}

/** Finds classes that start with the text, then the row with that number, then ids that contain the text. */
export function find(rows: Rows, text: string): [string, Found][] {
  const found: [string, Found][] = [];
  if (!text) return found;
  const low = text.toLowerCase();
  rows.map.source.description.classes.forEach((style, label) => {
    if (found.length < MOST && style.name.toLowerCase().startsWith(low)) found.push([`label ${style.name}`, { label }]);
  });
  const row = Number(text);
  if (/^\d+$/.test(text) && row < rows.count) {
    found.push([rows.map.ids ? `row ${whole(row)}: ${rows.name(row)}` : `row ${whole(row)}`, { row }]);
  }
  const { ids } = rows.map;
  if (ids) {
    for (let i = 0; i < ids.length && found.length < MOST; i++) {
      if (ids[i].toLowerCase().includes(low)) found.push([ids[i], { row: i }]);
    }
  }
  return found;
}
