import { type Difference, difference, inWords } from '../columns/apart';
import type { Change, Panel } from '../state/session';
import { card, facts, h, heading } from './dom';
import { bars, binsOf, counts, highest } from './histogram';
import { counted, digits, percent, whole } from './numbers';
import type { Page } from './page';

/** At most this many rows, at even steps, are averaged. */
const AVERAGED = 256;
const THUMBNAILS = 18;
const DIFFERENCES = 6;

/** Smaller differences, in standard deviations or as Cohen's h, are not listed. */
const LEAST = 0.1;

/** With more columns than this, only the first ones are compared. */
const COMPARED = 120;

const BINS = 20;

/** Describes the selected rows: their number, classes, and how they differ from all other rows. */
export class SelectionPanel implements Panel {
  readonly element: HTMLElement;
  private readonly body = h('div', {});
  private turn = 0;
  private shown: readonly number[] = [];

  /** @param tag asks for a tag; null if rows cannot have any */
  constructor(
    private readonly page: Page,
    tag: (() => void) | null,
  ) {
    const { session } = page;
    const button = (name: string, title: string, act: () => void) =>
      h('button', { title, click: () => (act(), session.tell('rows')) }, name);
    this.element = card(
      'selection',
      'Selection',
      [],
      h(
        'div',
        { class: 'buttons tight' },
        button('Clear', 'Select no rows (Escape)', () => session.rows.select([])),
        button('Invert', 'Select the shown rows that are not selected (v)', () => session.rows.invert()),
        button('Isolate', 'Show only the selected rows (i)', () => session.rows.isolate()),
        tag ? h('button', { title: 'Give these rows a name (#)', click: tag }, 'Tag …') : '',
      ),
      this.body,
    );
    this.element.hidden = true;
  }

  told(change: Change): void {
    const { selection } = this.page.session.rows;
    if (change !== 'theme' && change !== 'tags' && (change !== 'rows' || selection === this.shown)) return;
    this.shown = selection;
    void this.show();
  }

  private async show(): Promise<void> {
    const turn = ++this.turn;
    const rows = this.page.session.rows.selection;
    this.element.hidden = rows.length === 0;
    if (!rows.length) return;
    heading(this.element, `Selection: ${counted(rows.length, 'row')}`);
    const apart = h('div', { class: 'apart' });
    const looks = h('div', { class: 'looks' });
    const thumbnails = h('div', { class: 'strip even' });
    this.body.replaceChildren(this.numbers(rows), this.classes(rows), apart, looks, thumbnails);
    const found = await this.differences(rows);
    if (turn !== this.turn) return;
    apart.append(...this.showDifferences(rows, found));
    if (this.page.views.isPicture) {
      await this.means(rows, looks, turn);
      await this.thumbnails(rows, thumbnails, turn);
    }
  }

  private async differences(rows: readonly number[]): Promise<Difference[]> {
    const { columns, session } = this.page;
    const selected = new Uint8Array(session.rows.rows);
    for (const row of rows) selected[row] = 1;
    // The classes are listed above; the explained share says the same as the error.
    const compared = columns.real.filter(({ id }) => id !== 'label' && id !== 'explained').slice(0, COMPARED);
    const found = await Promise.all(compared.map(async (column) => difference(column, await column.values(), selected)));
    return found
      .filter((each) => each !== null)
      .filter(({ effect }) => Math.abs(effect) >= LEAST)
      .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
      .slice(0, DIFFERENCES);
  }

  private showDifferences(rows: readonly number[], found: readonly Difference[]): HTMLElement[] {
    if (!found.length) return [];
    return [h('h3', {}, 'What sets these rows apart'), ...found.map((each) => this.one(rows, each))];
  }

  private one(rows: readonly number[], found: Difference): HTMLElement {
    const { column } = found;
    const name = found.kind === 'category' ? `${column.name}: ${column.text(found.category)}` : column.name;
    const text = found.kind === 'category' ? percent : (value: number) => column.text(value);
    const chart = h('div', { class: 'pair-bars' });
    const bins = found.kind === 'number' ? binsOf(found.values, BINS) : { low: -0.5, high: column.kind === 'category' ? column.categories.length - 0.5 : 0, count: Math.min(40, column.kind === 'category' ? column.categories.length : 1) };
    if (bins) {
      const known = found.kind === 'number' ? found.values : Array.from(found.values, (code) => (code < 0 ? NaN : code));
      const all = counts(known, bins);
      const own = counts(known, bins, rows);
      const rest = all.map((count, i) => count - own[i]);
      chart.append(
        bars([{ counts: own, style: 'own', scale: highest(own) }], 16),
        bars([{ counts: rest, style: 'rest', scale: highest(rest) }], 16),
      );
    }
    const meaning = found.kind === 'number' ? 'mean of the selection and of all other rows' : 'share in the selection and in all other rows';
    return h(
      'div',
      { class: 'difference' },
      h('div', { class: 'line' }, h('span', { class: 'name', title: name }, name), h('span', { class: 'by' }, inWords(found))),
      chart,
      h('div', { class: 'line note', title: meaning }, h('span', { class: 'own' }, `selection ${text(found.own)}`), h('span', {}, `rest ${text(found.rest)}`)),
    );
  }

  /** The mean image of the selected rows and of the others, from the real rows if they are there. */
  private async means(rows: readonly number[], looks: HTMLElement, turn: number): Promise<void> {
    const selected = new Set(rows);
    const others = this.page.session.rows.shown().filter((row) => !selected.has(row));
    const [own, rest] = [await this.mean(rows), await this.mean(others)];
    if (turn !== this.turn || !own) return;
    const figure = (sample: Float32Array, caption: string) =>
      h('figure', {}, this.page.views.small(sample, caption), h('figcaption', {}, caption));
    looks.append(h('div', { class: 'pair' }, figure(own, 'mean of the selection'), rest ? figure(rest, 'mean of the others') : ''));
  }

  private async mean(rows: readonly number[]): Promise<Float32Array | null> {
    if (!rows.length) return null;
    const { map, samples, rows: known } = this.page;
    const n = Math.min(AVERAGED, rows.length);
    const mean = new Float32Array(samples.width);
    for (let i = 0; i < n; i++) {
      const row = rows[Math.floor((i * rows.length) / n)];
      const { x, y } = known.place(row);
      const values = (await map.source.row(row)) ?? samples.at(x, y);
      for (let j = 0; j < mean.length; j++) mean[j] += values[j] / n;
    }
    return mean;
  }

  private async thumbnails(rows: readonly number[], strip: HTMLElement, turn: number): Promise<void> {
    const step = Math.max(1, rows.length / THUMBNAILS);
    for (let i = 0; i < Math.min(THUMBNAILS, rows.length); i++) {
      const row = rows[Math.floor(i * step)];
      const real = await this.page.map.source.row(row);
      if (turn !== this.turn || !real) return;
      const name = this.page.rows.name(row);
      strip.append(h('button', { class: 'bare', title: name, 'aria-label': `go to ${name}`, click: () => this.page.find(row) }, this.page.views.small(real, name)));
    }
  }

  /** The mean of labels that are numbers, beside that of all rows. */
  private numbers(rows: readonly number[]): HTMLElement | string {
    const { target, source } = this.page.map;
    if (!target) return '';
    const name = source.description.target ?? 'label';
    const own = mean(Float64Array.from(rows, (row) => target[row]));
    const all = mean(target);
    const lines: [string, string][] = [[`mean ${name}`, `${digits(own.mean)} (all rows ${digits(all.mean)})`]];
    if (own.known < rows.length) lines.push([`${name} not known`, whole(rows.length - own.known)]);
    return facts(lines);
  }

  private classes(rows: readonly number[]): HTMLElement {
    const { classes } = this.page.map.source.description;
    const { dark } = this.page.session;
    const counts = new Map<number, number>();
    const labels = this.page.map.classes;
    if (labels) for (const row of rows) counts.set(labels[row], (counts.get(labels[row]) ?? 0) + 1);
    const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 6);
    return h(
      'ul',
      { class: 'shares' },
      ...most.map(([label, count]) => {
        const fill = h('span', { class: 'fill' });
        fill.style.width = `${(100 * count) / rows.length}%`;
        if (label >= 0) fill.style.background = dark ? classes[label].dark : classes[label].color;
        return h(
          'li',
          {},
          h('span', { class: 'name' }, label < 0 ? '(no label)' : classes[label].name),
          h('span', { class: 'bar' }, fill),
          h('span', { class: 'value' }, `${whole(count)} · ${percent(count / rows.length)}`),
        );
      }),
    );
  }
}

/** The mean of the numbers that are known; NaN if there are none. */
function mean(values: Float64Array): { mean: number; known: number } {
  const known = values.filter((value) => !Number.isNaN(value));
  return { mean: known.reduce((sum, value) => sum + value / known.length, 0) + (known.length ? 0 : NaN), known: known.length };
}
