import { h } from './dom';

const KEYS: readonly (readonly [string, string])[] = [
  ['Arrow keys', 'move the cursor over the map'],
  ['Shift + arrow keys', 'move the map'],
  ['+ and −', 'zoom in and out'],
  ['0 or f', 'show the whole map'],
  ['Enter', 'pin the sample at the cursor'],
  ['h', 'hold the cursor where it is, or let it go (also: click)'],
  ['m, p, l', 'move, path, lasso'],
  ['Space', 'set a corner of the path or lasso at the cursor; a second time at the same place ends it'],
  ['Lasso with Shift, with Alt', 'add rows to the selection, take rows out'],
  ['v', 'invert the selection'],
  ['i', 'show only the selected rows'],
  ['a', 'show all rows again'],
  ['#', 'tag the selected rows'],
  ['u or Ctrl + z', 'undo the last change of selection, filters and tags'],
  ['t', 'open or close the table'],
  ['/', 'search'],
  ['Escape', 'select nothing, remove the path, let the cursor go'],
  ['?', 'this list'],
];

/** A dialog with all keys. */
export function helpDialog(): HTMLDialogElement {
  const dialog = h(
    'dialog',
    { class: 'help', 'aria-label': 'keys' },
    h('h2', {}, 'Keys'),
    h('dl', { class: 'keys' }, ...KEYS.flatMap(([key, what]) => [h('dt', {}, key), h('dd', {}, what)])),
    h('p', { class: 'note' }, 'The keys of the map work while it has the focus: click it, or reach it with Tab.'),
    h('button', { click: () => dialog.close() }, 'Close'),
  );
  return dialog;
}
