import type { Decoding } from '../model/decoding';
import type { Point } from '../map/view';
import { card, digits, h, whole } from './dom';
import { type Field, fields, text } from './fields';
import type { Rows } from './rows';
import type { SampleViews } from './sample';

/** At most this many rows, at even steps, are decoded for the mean. */
const AVERAGED = 512;
const LISTED = 60;
const THUMBNAILS = 18;

/** Describes the selected rows: their number, classes, mean sample, and how they differ from all rows. */
export class Selection {
  readonly element: HTMLElement;
  rows: readonly number[] = [];
  private readonly body = h('div', {});
  private readonly heading: HTMLElement;
  private all: Promise<{ mean: Float32Array; spread: Float32Array }> | undefined;
  private turn = 0;

  constructor(
    private readonly known: Rows,
    private readonly decoding: Decoding,
    private readonly views: SampleViews,
    private readonly go: (at: Point) => void,
    clear: () => void,
  ) {
    this.element = card(
      'Selection',
      [
        h('button', { class: 'quiet', click: () => this.download() }, 'Export CSV'),
        h('button', { class: 'quiet', click: clear }, 'Clear'),
      ],
      this.body,
    );
    this.heading = this.element.querySelector('h2')!;
    this.element.hidden = true;
  }

  async show(rows: readonly number[]): Promise<void> {
    const turn = ++this.turn;
    this.rows = rows;
    this.element.hidden = rows.length === 0;
    if (!rows.length) return;
    this.heading.textContent = `Selection: ${whole(rows.length)} ${rows.length === 1 ? 'row' : 'rows'}`;
    const looks = h('div', { class: 'looks' });
    const thumbnails = h('div', { class: 'strip even' });
    this.body.replaceChildren(this.numbers(rows), this.classes(rows), looks, thumbnails, this.table(rows));
    this.all ??= this.summary(Array.from({ length: this.known.count }, (_, i) => i));
    const [own, all] = await Promise.all([this.summary(rows), this.all]);
    if (turn !== this.turn) return;
    looks.append(...this.look(own, all));
    if (this.views.isPicture) await this.thumbnails(rows, thumbnails, turn);
  }

  private async summary(rows: readonly number[]): Promise<{ mean: Float32Array; spread: Float32Array }> {
    const width = this.known.map.source.description.decoder.out;
    const places = this.known.places(rows, AVERAGED);
    const n = places.length / 2;
    const samples = await this.decoding.job(places, null);
    const mean = new Float32Array(width);
    const spread = new Float32Array(width);
    for (let i = 0; i < samples.length; i++) mean[i % width] += samples[i] / n;
    for (let i = 0; i < samples.length; i++) spread[i % width] += (samples[i] - mean[i % width]) ** 2 / n;
    return { mean, spread: spread.map(Math.sqrt) };
  }

  private look(own: { mean: Float32Array; spread: Float32Array }, all: { mean: Float32Array; spread: Float32Array }): HTMLElement[] {
    if (this.views.isPicture) {
      // The largest standard deviation is drawn white.
      const most = own.spread.reduce((a, b) => Math.max(a, b), 1e-6);
      const figure = (sample: Float32Array, caption: string) =>
        h('figure', {}, this.views.small(sample, `${caption} of the selection`), h('figcaption', {}, caption));
      return [
        h(
          'div',
          { class: 'pair' },
          figure(own.mean, 'decoded mean'),
          figure(own.spread.map((v) => v / most), 'where rows differ'),
        ),
      ];
    }
    const { schema } = this.known.map.source.description;
    const apart = (schema.kind === 'table' ? fields(schema) : [])
      .filter((field) => field.kind !== 'category')
      .map((field): [Field, number] => [field, (own.mean[field.from] - all.mean[field.from]) / (all.spread[field.from] || 1)])
      .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
      .slice(0, 5);
    return [
      h('h3', {}, 'Differences from all rows'),
      h(
        'ul',
        { class: 'apart' },
        ...apart.map(([field, by]) =>
          h(
            'li',
            { title: `mean ${text(field, own.mean[field.from])}, ${digits(Math.abs(by))} standard deviations from the mean of all rows` },
            h('span', { class: 'name' }, field.name),
            h('span', { class: 'value' }, text(field, own.mean[field.from])),
            h('span', { class: 'value real' }, `${Math.abs(by).toFixed(1)} sd ${by < 0 ? 'lower' : 'higher'}`),
          ),
        ),
      ),
      h('h3', {}, 'Decoded mean'),
      this.views.bars(own.mean, null),
    ];
  }

  private async thumbnails(rows: readonly number[], strip: HTMLElement, turn: number): Promise<void> {
    const step = Math.max(1, rows.length / THUMBNAILS);
    for (let i = 0; i < Math.min(THUMBNAILS, rows.length); i++) {
      const row = rows[Math.floor(i * step)];
      const real = await this.known.map.source.row(row);
      if (turn !== this.turn || !real) return;
      strip.append(this.views.small(real, this.known.name(row)));
    }
  }

  /** The mean of labels that are numbers, beside that of all rows. */
  private numbers(rows: readonly number[]): HTMLElement {
    const { target } = this.known.map;
    const facts = h('dl', { class: 'facts' });
    facts.hidden = target === null;
    if (!target) return facts;
    const name = this.known.map.source.description.target ?? 'label';
    const own = mean(Float64Array.from(rows, (row) => target[row]));
    const all = mean(target);
    const lines: [string, string][] = [[`mean ${name}`, `${digits(own.mean)} (all rows ${digits(all.mean)})`]];
    if (own.known < rows.length) lines.push([`${name} not known`, whole(rows.length - own.known)]);
    facts.append(...lines.flatMap(([term, value]) => [h('dt', {}, term), h('dd', {}, value)]));
    return facts;
  }

  private classes(rows: readonly number[]): HTMLElement {
    const { classes } = this.known.map.source.description;
    const counts = new Map<number, number>();
    const labels = this.known.map.classes;
    if (labels) for (const row of rows) counts.set(labels[row], (counts.get(labels[row]) ?? 0) + 1);
    const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 6);
    return h(
      'ul',
      { class: 'shares' },
      ...most.map(([label, count]) => {
        const fill = h('span', { class: 'fill' });
        fill.style.width = `${(100 * count) / rows.length}%`;
        if (label >= 0) fill.style.background = classes[label].color;
        const share = `${Math.round((100 * count) / rows.length)} %`;
        return h(
          'li',
          {},
          h('span', { class: 'name' }, label < 0 ? '(no label)' : classes[label].name),
          h('span', { class: 'bar' }, fill),
          h('span', { class: 'value' }, `${whole(count)} · ${share}`),
        );
      }),
    );
  }

  private table(rows: readonly number[]): HTMLElement {
    const line = (row: number) => {
      const error = this.known.error(row);
      return h(
        'tr',
        {},
        h('td', {}, h('button', { class: 'link', click: () => this.go(this.known.place(row)) }, this.known.name(row))),
        h('td', {}, this.known.label(row) ?? ''),
        h('td', { class: 'number' }, error === null ? '' : digits(error)),
      );
    };
    const rest = rows.length - LISTED;
    return h(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'selected rows' },
      h(
        'table',
        {},
        h('thead', {}, h('tr', {}, h('th', {}, 'row'), h('th', {}, 'label'), h('th', { class: 'number' }, 'error'))),
        h('tbody', {}, ...rows.slice(0, LISTED).map(line)),
      ),
      rest > 0 ? h('p', { class: 'note' }, `… and ${whole(rest)} more. The CSV holds all of them.`) : null,
    );
  }

  private download(): void {
    const url = URL.createObjectURL(new Blob([this.known.csv(this.rows)], { type: 'text/csv' }));
    h('a', { href: url, download: 'selection.csv' }).click();
    window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}

/** The mean of the numbers that are known; NaN if there are none. */
function mean(values: Float64Array): { mean: number; known: number } {
  const known = values.filter((value) => !Number.isNaN(value));
  return { mean: known.reduce((sum, value) => sum + value / known.length, 0) + (known.length ? 0 : NaN), known: known.length };
}
