import { type NewRow, readLines, readPicture } from '../data/newRows';
import type { Point } from '../map/view';
import type { Decoding } from '../model/decoding';
import { Box, type Placed, Placement } from '../model/placement';
import type { Samples } from '../model/samples';
import { card, digits, h } from './dom';
import type { Rows } from './rows';
import type { SampleViews } from './sample';

/** The number of points that are decoded once, as starting points for every new row. */
const CELLS = 2048;

/** Places new rows on the map, and shows how well the map explains them. */
export class NewRowsPanel {
  readonly element: HTMLElement;
  readonly places: Point[] = [];
  private readonly list = h('div', { class: 'new-rows' });
  private readonly said = h('p', { class: 'note', role: 'status' });
  private readonly input: HTMLInputElement;
  private placement: Promise<Placement> | undefined;

  constructor(
    private readonly rows: Rows,
    private readonly decoding: Decoding,
    private readonly samples: Samples,
    private readonly views: SampleViews,
    private readonly go: (at: Point) => void,
    private readonly changed: () => void,
  ) {
    const { schema } = rows.map.source.description;
    this.input = h('input', {
      type: 'file',
      'aria-label': 'file with new rows',
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
    this.element = card('New rows', [h('button', { class: 'quiet', click: () => this.input.click() }, 'Choose file')]);
    this.element.append(this.input, this.list, this.said);
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
    const { schema } = this.rows.map.source.description;
    this.said.textContent = 'Placing …';
    try {
      const placement = await (this.placement ??= this.prepare());
      if (schema.kind === 'picture') {
        const both = (await readPicture(file, schema)).map((row) => ({ row, placed: placement.place(row.values) }));
        const best = both.reduce((a, b) => (b.placed.error < a.placed.error ? b : a));
        this.add(best.row, best.placed);
      } else {
        for (const row of readLines(file.name, await file.text(), schema)) this.add(row, placement.place(row.values));
      }
      this.said.textContent = '';
    } catch (e) {
      this.said.textContent =
        e instanceof DOMException ? `${file.name}: found no image that this browser can read` : (e as Error).message;
    }
    this.changed();
  }

  private async prepare(): Promise<Placement> {
    const { map } = this.rows;
    const places = this.rows.places(Array.from({ length: this.rows.count }, (_, i) => i), CELLS);
    const decoded = await this.decoding.job(places.slice(), null);
    return new Placement(this.samples, places, decoded, new Box(map.places));
  }

  private add(row: NewRow, placed: Placed): void {
    this.places.push(placed);
    const limit = this.rows.map.source.description.explainedError;
    const verdict = limit === undefined ? '' : placed.error > limit ? 'not explained by this map' : 'explained';
    const name = h('button', { class: 'link', click: () => this.go(placed) }, `${this.places.length}. ${row.name}`);
    const text = h('div', { class: 'verdict' }, name, h('span', {}, `error ${digits(placed.error)}`), h('span', {}, verdict));
    const looks = this.views.isPicture
      ? [this.views.small(row.values, row.name), this.views.small(this.samples.at(placed.x, placed.y), 'generated at its coordinates')]
      : [];
    this.list.prepend(h('div', { class: 'new-row' }, ...looks, text));
    this.go(placed);
  }
}
