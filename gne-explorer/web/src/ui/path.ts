import type { Samples } from '../model/samples';
import type { Point } from '../map/view';
import { card, h } from './dom';
import type { SampleViews } from './sample';

/** The number of samples in the strip under the slider. */
const STRIP = 10;

/** A line over the map: a slider moves the spot along it. */
export class Path {
  readonly element: HTMLElement;
  line: readonly Point[] = [];
  private readonly slider = h('input', {
    type: 'range',
    min: 0,
    max: 1000,
    value: 0,
    'aria-label': 'position along the path',
    input: () => this.scrub(),
  });
  private readonly strip = h('div', { class: 'strip even' });

  constructor(
    private readonly samples: Samples,
    private readonly views: SampleViews,
    private readonly go: (at: Point) => void,
    clear: () => void,
  ) {
    this.element = card('Path', [h('button', { class: 'quiet', click: clear }, 'Clear')], this.slider, this.strip);
    this.element.hidden = true;
  }

  show(line: readonly Point[]): void {
    this.line = line;
    this.element.hidden = line.length < 2;
    this.slider.value = '0';
    if (line.length < 2 || !this.views.isPicture) {
      this.strip.replaceChildren();
      return;
    }
    this.strip.replaceChildren(
      ...Array.from({ length: STRIP }, (_, i) => {
        const at = along(line, i / (STRIP - 1));
        return this.views.small(this.samples.at(at.x, at.y), `sample ${i + 1} of ${STRIP} along the path`);
      }),
    );
  }

  private scrub(): void {
    if (this.line.length > 1) this.go(along(this.line, Number(this.slider.value) / 1000));
  }
}

/** The point at a share, 0-1, of a line's length. */
export function along(line: readonly Point[], share: number): Point {
  const lengths = line.slice(1).map((p, i) => Math.hypot(p.x - line[i].x, p.y - line[i].y));
  let left = share * lengths.reduce((a, b) => a + b, 0);
  for (let i = 0; i < lengths.length; i++) {
    if (left <= lengths[i] && lengths[i] > 0) {
      const t = left / lengths[i];
      return { x: line[i].x + t * (line[i + 1].x - line[i].x), y: line[i].y + t * (line[i + 1].y - line[i].y) };
    }
    left -= lengths[i];
  }
  return line[line.length - 1];
}
