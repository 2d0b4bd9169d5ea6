import type { Samples } from '../model/samples';
import type { Point } from '../map/view';
import { card, h } from './dom';
import type { SampleViews } from './sample';

/** Samples that were kept, side by side, to compare them. */
export class Pins {
  readonly element: HTMLElement;
  readonly places: Point[] = [];
  private readonly list = h('div', { class: 'strip' });

  constructor(
    private readonly samples: Samples,
    private readonly views: SampleViews,
    private readonly go: (at: Point) => void,
    private readonly changed: () => void,
  ) {
    this.element = card('Pinned', [], this.list);
    this.element.hidden = true;
  }

  add(at: Point): void {
    this.places.push(at);
    this.show();
  }

  private show(): void {
    this.element.hidden = this.places.length === 0;
    this.list.replaceChildren(
      ...this.places.map((at, i) => {
        const name = `pin ${i + 1}`;
        const content = this.views.small(this.samples.at(at.x, at.y), `${name}, generated sample`);
        return h(
          'figure',
          { class: 'pinned' },
          h('button', { class: 'bare', 'aria-label': `go to ${name}`, click: () => this.go(at) }, content),
          h(
            'figcaption',
            {},
            String(i + 1),
            h('button', { class: 'x', 'aria-label': `remove ${name}`, click: () => this.remove(i) }, '×'),
          ),
        );
      }),
    );
    this.changed();
  }

  private remove(i: number): void {
    this.places.splice(i, 1);
    this.show();
  }
}
