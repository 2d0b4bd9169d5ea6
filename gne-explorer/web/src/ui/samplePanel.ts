import type { Samples } from '../model/samples';
import type { Places } from '../map/places';
import type { Point } from '../map/view';
import { card, digits, h } from './dom';
import type { Rows } from './rows';
import type { SampleViews } from './sample';

/** Shows the generated sample at the spot, and the row that lies nearest to it. */
export class SamplePanel {
  readonly element: HTMLElement;
  private readonly body = h('div', { class: 'pair' });
  private readonly facts = h('dl', { class: 'facts' });
  private readonly said = h('p', { class: 'unseen', 'aria-live': 'polite' });
  private shown = 0;
  private saying = 0;

  constructor(
    private readonly rows: Rows,
    private readonly places: Places,
    private readonly samples: Samples,
    private readonly views: SampleViews,
    pin: () => void,
  ) {
    const button = h('button', { class: 'quiet', click: pin, title: 'Keep this sample to compare it (Enter or double click)' }, 'Pin');
    this.element = card('Sample', [button], this.body, this.facts, this.said);
    this.element.classList.add('card-sample');
  }

  /** @param row the nearest row, or null if there is none */
  show(at: Point, row: number | null): void {
    const turn = ++this.shown;
    const sample = this.samples.at(at.x, at.y);
    if (row === null) {
      this.paint(sample, null, 'nearest');
      this.describe(at, null);
      return;
    }
    this.describe(at, row);
    const { source } = this.rows.map;
    if (!source.description.payloads.includes('rows')) {
      const place = this.rows.place(row);
      this.paint(sample, this.samples.at(place.x, place.y), 'reconstructed');
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
    if (this.views.isPicture) {
      const old = this.body.querySelector('figure:last-child canvas');
      if (!came) this.paint(sample, null, 'nearest', old);
    }
  }

  private paint(sample: Float32Array, other: Float32Array | null, caption: string, keep: Element | null = null): void {
    if (!this.views.isPicture) {
      const head = h('div', { class: 'bars-head' }, h('span', {}, 'generated'), h('span', { class: 'real' }, caption));
      this.body.replaceChildren(head, this.views.bars(sample, other));
      return;
    }
    const figure = (content: Element | null, text: string) =>
      h('figure', {}, content ?? h('div', { class: 'picture none' }), h('figcaption', {}, text));
    this.body.replaceChildren(
      figure(this.views.small(sample, 'generated sample at the spot'), 'generated'),
      figure(other ? this.views.small(other, caption) : keep, caption),
    );
  }

  private describe(at: Point, row: number | null): void {
    const facts: [string, string][] = [['coordinates', `${at.x.toFixed(2)}, ${at.y.toFixed(2)}`]];
    if (row !== null) {
      facts.push(['nearest', this.rows.name(row)]);
      const label = this.rows.label(row);
      const { classes, target } = this.rows.map;
      if (classes || target) facts.push([this.rows.map.source.description.target ?? 'label', label ?? 'not known']);
      facts.push(['distance', digits(this.places.distance(row, at))]);
      const error = this.rows.error(row);
      const limit = this.rows.map.source.description.explainedError;
      if (error !== null) {
        facts.push(['error', digits(error) + (limit !== undefined && error > limit ? ' (not explained)' : '')]);
        const explained = this.rows.explained(row);
        if (explained !== null) facts.push(['explained', `${Math.round(100 * explained)} %`]);
      }
    }
    this.facts.replaceChildren(...facts.flatMap(([name, value]) => [h('dt', {}, name), h('dd', { title: value }, value)]));
    window.clearTimeout(this.saying);
    this.saying = window.setTimeout(() => {
      this.said.textContent = facts.map(([name, value]) => `${name} ${value}`).join(', ');
    }, 600);
  }
}
