import { viridis } from '../map/colors';
import { Box } from '../model/box';
import type { Change, Panel } from '../state/session';
import { card, h } from './dom';
import { type Field, fields } from './fields';
import type { Page } from './page';

/** Small maps that are shown. */
const MOST = 12;

/** Cells along a side of a small map. */
const SIDE = 32;

/** Small maps of the columns that the decoder varies most over the rows; a click shows one as the layer. */
export class MultiplesPanel implements Panel {
  readonly element: HTMLElement;
  private readonly list = h('div', { class: 'multiples' });
  private readonly numbers: readonly Field[];
  private made = false;

  /** @param choose shows a field as the layer */
  constructor(
    private readonly page: Page,
    private readonly choose: (id: string) => void,
  ) {
    const { schema } = page.map.source.description;
    this.numbers = schema.kind === 'table' ? fields(schema).filter(({ kind }) => kind !== 'category') : [];
    this.element = card('multiples', 'Columns that vary most', [], this.list);
    this.element.hidden = this.numbers.length < 2;
    this.element.addEventListener('fold', () => this.told('panels'));
  }

  told(change: Change): void {
    const open = !this.element.querySelector<HTMLElement>('.body')!.hidden;
    if (!open || this.element.hidden) return;
    if (change === 'theme' || !this.made) void this.make();
  }

  private async make(): Promise<void> {
    this.made = true;
    const { map, decoding, samples, shown, session } = this.page;
    const box = new Box(map.places);
    const places = new Float32Array(2 * SIDE * SIDE);
    const far = new Float32Array(SIDE * SIDE);
    for (let cell = 0; cell < SIDE * SIDE; cell++) {
      const x = box.low[0] + (((cell % SIDE) + 0.5) * box.length(0)) / SIDE;
      const y = box.high[1] - ((Math.floor(cell / SIDE) + 0.5) * box.length(1)) / SIDE;
      places.set([x, y], 2 * cell);
      const row = shown.nearest({ x, y }, 1)[0];
      far[cell] = row === undefined ? Infinity : (shown.distance(row, { x, y }) * SIDE) / box.longest;
    }
    const decoded = await decoding.job(places, null);
    const { width } = samples;
    const near = Array.from(far.keys()).filter((cell) => far[cell] < 1.5);
    const ranked = this.numbers
      .map((field) => {
        const [low, high] = this.page.views.range(field.from);
        const unit = near.map((cell) => (decoded[cell * width + field.from] - low) / (high - low));
        const mean = unit.reduce((a, b) => a + b, 0) / unit.length;
        return { field, spread: unit.reduce((a, b) => a + (b - mean) ** 2, 0) / unit.length };
      })
      .sort((a, b) => b.spread - a.spread)
      .slice(0, MOST);
    this.list.replaceChildren(
      ...ranked.map(({ field }) => {
        const [low, high] = this.page.views.range(field.from);
        const canvas = h('canvas', { width: SIDE, height: SIDE, 'aria-hidden': 'true' });
        const g = canvas.getContext('2d')!;
        const image = g.createImageData(SIDE, SIDE);
        for (let cell = 0; cell < SIDE * SIDE; cell++) {
          const color = viridis((decoded[cell * width + field.from] - low) / (high - low), session.dark);
          image.data.set([...color, 255 * Math.max(0.1, Math.min(1, 2 - far[cell] / 2))], 4 * cell);
        }
        g.putImageData(image, 0, 0);
        return h('button', { class: 'bare', title: `Show ${field.name} as the layer`, click: () => this.choose(field.name) }, canvas, h('span', { class: 'name' }, field.name));
      }),
    );
  }
}
