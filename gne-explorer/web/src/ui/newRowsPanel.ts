import { type NewRow, readLines, readPicture } from '../data/newRows';
import type { Placed } from '../model/placement';
import type { Panel } from '../state/session';
import { card, folded, h } from './dom';
import { digits } from './numbers';
import type { Page } from './page';

/** Places new rows on the map, and shows how well the map explains them. */
export class NewRowsPanel implements Panel {
  readonly element: HTMLElement;
  private readonly list = h('div', { class: 'new-rows' });
  private readonly said = h('p', { class: 'note', role: 'status' });
  private readonly input: HTMLInputElement;

  constructor(private readonly page: Page) {
    const { schema } = page.map.source.description;
    this.input = h('input', {
      type: 'file',
      'aria-label': 'file with new rows',
      tabindex: -1,
      accept: schema.kind === 'picture' ? 'image/*' : '.csv,text/csv,text/plain',
      change: () => {
        const file = this.input.files?.[0];
        if (file) void this.take(file);
        this.input.value = '';
      },
    });
    this.input.className = 'unseen';
    const what = schema.kind === 'picture' ? 'an image' : 'a CSV file or lines of CSV text';
    this.said.textContent = `Drop ${what} on the map to place new rows.`;
    this.element = card('new-rows', 'New rows', [h('button', { class: 'quiet', click: () => this.input.click() }, 'Choose file')]);
    this.element.querySelector('.body')!.append(this.input, this.list, this.said);
  }

  told(): void {
    // New rows do not depend on what else is shown.
  }

  /** Accepts files and text that are dropped on an element. */
  listen(element: HTMLElement): void {
    element.addEventListener('dragover', (event) => {
      event.preventDefault();
      element.classList.add('dropping');
    });
    element.addEventListener('dragleave', () => element.classList.remove('dropping'));
    element.addEventListener('drop', (event) => {
      event.preventDefault();
      element.classList.remove('dropping');
      const file = event.dataTransfer?.files[0];
      const text = event.dataTransfer?.getData('text/plain');
      if (file) void this.take(file);
      else if (text) void this.take(new File([text], 'line', { type: 'text/csv' }));
    });
  }

  private async take(file: File): Promise<void> {
    const { map, decoding, session } = this.page;
    const { schema } = map.source.description;
    folded(this.element, false);
    this.said.textContent = 'Placing …';
    try {
      if (schema.kind === 'picture') {
        const rows = await readPicture(file, schema);
        const placed = await decoding.place(rows.map((row) => row.values));
        const best = placed[1] && placed[1].error < placed[0].error ? 1 : 0;
        this.add(rows[best], placed[best]);
      } else {
        const rows = readLines(file.name, await file.text(), schema);
        const placed = await decoding.place(rows.map((row) => row.values));
        rows.forEach((row, i) => this.add(row, placed[i]));
      }
      this.said.textContent = '';
    } catch (e) {
      this.said.textContent =
        e instanceof DOMException ? `${file.name}: found no image that this browser can read` : (e as Error).message;
    }
    session.tell('newRows');
  }

  private add(row: NewRow, placed: Placed): void {
    const { session, map, views, samples, go } = this.page;
    session.newRows.push(placed);
    const limit = map.source.description.explainedError;
    const verdict = limit === undefined ? '' : placed.error > limit ? 'not explained by this map' : 'explained';
    const name = h('button', { class: 'link', click: () => go(placed) }, `${session.newRows.length}. ${row.name}`);
    const text = h('div', { class: 'verdict' }, name, h('span', {}, `error ${digits(placed.error)}`), h('span', {}, verdict));
    const looks = views.isPicture
      ? [views.small(row.values, row.name), views.small(samples.at(placed.x, placed.y), 'generated at its coordinates')]
      : [];
    this.list.prepend(h('div', { class: 'new-row' }, ...looks, text));
    go(placed);
  }
}
