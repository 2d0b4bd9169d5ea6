import type { Change, Panel } from '../state/session';
import type { Point } from '../map/view';
import { card, h } from './dom';
import { digits, percent } from './numbers';
import type { Page } from './page';

/** Shows the generated sample at the spot, and the row that lies nearest to it. */
export class SamplePanel implements Panel {
  readonly element: HTMLElement;
  private readonly body = h('div', { class: 'pair' });
  private readonly facts = h('dl', { class: 'facts' });
  private readonly said = h('p', { class: 'unseen', 'aria-live': 'polite' });
  private readonly residual: HTMLInputElement;
  private shown = 0;
  private saying = 0;

  constructor(
    private readonly page: Page,
    pin: () => void,
  ) {
    const button = h('button', { class: 'quiet', click: pin, title: 'Keep this sample to compare it (Enter or double click)' }, 'Pin');
    this.residual = h('input', { type: 'checkbox', change: () => this.told('spot') });
    const check = h('label', { class: 'check', title: 'What the decoder leaves unexplained of the row' }, this.residual, 'row minus sample');
    this.element = card('sample', 'Sample', [button], this.body, page.views.isPicture ? check : null, this.facts, this.said);
    this.element.classList.add('card-sample');
  }

  told(change: Change): void {
    const { session } = this.page;
    if (change === 'spot' && session.spot) this.show(session.spot, session.row);
  }

  /** @param row the nearest row, or null if there is none */
  private show(at: Point, row: number | null): void {
    const turn = ++this.shown;
    const { samples, rows, map } = this.page;
    const sample = samples.at(at.x, at.y);
    if (row === null) {
      this.paint(sample, null, 'nearest');
      this.describe(at, null);
      return;
    }
    this.describe(at, row);
    const { source } = map;
    if (!source.description.payloads.includes('rows')) {
      const place = rows.place(row);
      this.paint(sample, samples.at(place.x, place.y), 'reconstructed');
      return;
    }
    // Show the generated sample at once, and the row when it has arrived, unless the spot has moved by then.
    let came = false;
    void source
      .row(row)
      .then((real) => {
        came = true;
        if (turn === this.shown) this.paint(sample, real, 'nearest');
      })
      .catch((e: unknown) => {
        if (turn === this.shown) this.facts.replaceChildren(h('dt', {}, 'row'), h('dd', {}, String(e)));
      });
    if (this.page.views.isPicture) {
      const old = this.body.querySelector('figure:last-child canvas');
      if (!came) this.paint(sample, null, 'nearest', old);
    }
  }

  private paint(sample: Float32Array, other: Float32Array | null, caption: string, keep: Element | null = null): void {
    // A map of nothing but vectors has no columns to show.
    if (this.page.views.isEmpty) return;
    if (!this.page.views.isPicture) {
      const head = h('div', { class: 'bars-head' }, h('span', {}, 'generated'), h('span', { class: 'real' }, caption));
      this.body.replaceChildren(head, this.page.views.bars(sample, other));
      return;
    }
    const figure = (content: Element | null, text: string) =>
      h('figure', {}, content ?? h('div', { class: 'picture none' }), h('figcaption', {}, text));
    const own = figure(this.page.views.small(sample, 'generated sample at the spot'), 'generated');
    const row = figure(other ? this.page.views.small(other, caption) : keep, caption);
    const less = this.residual.checked && other ? figure(this.page.views.residual(other, sample), 'row − sample') : '';
    this.body.classList.toggle('three', less !== '');
    this.body.replaceChildren(own, row, less);
  }

  private describe(at: Point, row: number | null): void {
    const facts: [string, string][] = [['coordinates', `${at.x.toFixed(2)}, ${at.y.toFixed(2)}`]];
    if (row !== null) {
      facts.push(['nearest', this.page.rows.name(row)]);
      const label = this.page.rows.label(row);
      const { classes, target } = this.page.map;
      if (classes || target) facts.push([this.page.map.source.description.target ?? 'label', label ?? 'not known']);
      const tag = this.page.tagging?.tags.of(row);
      if (tag) facts.push(['tag', tag]);
      facts.push(['distance', digits(this.page.shown.distance(row, at))]);
      const error = this.page.rows.error(row);
      const limit = this.page.map.source.description.explainedError;
      if (error !== null) {
        facts.push(['error', digits(error) + (limit !== undefined && error > limit ? ' (not explained)' : '')]);
        const explained = this.page.rows.explained(row);
        if (explained !== null) facts.push(['explained', percent(explained)]);
      }
    }
    this.facts.replaceChildren(...facts.flatMap(([name, value]) => [h('dt', {}, name), h('dd', { title: value }, value)]));
    window.clearTimeout(this.saying);
    this.saying = window.setTimeout(() => {
      this.said.textContent = facts.map(([name, value]) => `${name} ${value}`).join(', ');
    }, 600);
  }
}
