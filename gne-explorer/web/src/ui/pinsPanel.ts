import type { Change, Panel } from '../state/session';
import { card, h } from './dom';
import type { Page } from './page';

/** Samples that were kept, side by side, to compare them. */
export class PinsPanel implements Panel {
  readonly element: HTMLElement;
  private readonly list = h('div', { class: 'strip' });

  constructor(private readonly page: Page) {
    this.element = card('pinned', 'Pinned', [h('button', { class: 'quiet', click: () => this.set([]) }, 'Clear')], this.list);
    this.element.hidden = true;
  }

  told(change: Change): void {
    if (change !== 'pins') return;
    const { session, samples, views, go } = this.page;
    this.element.hidden = session.pins.length === 0;
    this.list.replaceChildren(
      ...session.pins.map((at, i) => {
        const name = `pin ${i + 1}`;
        const content = views.small(samples.at(at.x, at.y), `${name}, generated sample`);
        return h(
          'figure',
          { class: 'pinned' },
          h('button', { class: 'bare', 'aria-label': `go to ${name}`, click: () => go(at) }, content),
          h(
            'figcaption',
            {},
            String(i + 1),
            h('button', { class: 'x', 'aria-label': `remove ${name}`, click: () => this.set(session.pins.filter((_, k) => k !== i)) }, '×'),
          ),
        );
      }),
    );
  }

  private set(pins: typeof this.page.session.pins): void {
    this.page.session.pins = pins;
    this.page.session.tell('pins');
  }
}
