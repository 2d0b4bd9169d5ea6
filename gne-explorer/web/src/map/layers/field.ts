import { h } from '../../ui/dom';
import { gradient, viridis } from '../colors';
import type { View } from '../view';
import { type CellPicture, Cells } from './cells';
import { type MapField, mapFields } from './fields';
import type { Layer, LayerContext, LayerKind } from './layer';

/** The sides of cells in pixels: a coarse picture appears at once, a finer one follows. */
const SIDES = [40, 10] as const;

export const field: LayerKind = {
  id: 'field',
  title: 'Field',
  available: () => true,
  create: (context) => new FieldLayer(context),
};

/** One number at every point of the map, on a colour scale. */
export class FieldLayer implements Layer {
  readonly id = field.id;
  readonly title = field.title;
  readonly fields: readonly MapField[];
  private chosen: MapField;
  private picture: CellPicture | null = null;
  private ends: readonly [number, number] | null = null;
  private run = 0;
  /** Is called when another field or another scale is shown. */
  changed: () => void = () => undefined;

  constructor(private readonly context: LayerContext) {
    this.fields = mapFields(context);
    this.chosen = this.fields[0];
  }

  get field(): MapField {
    return this.chosen;
  }

  get follows(): boolean {
    return this.chosen.decoded === true && this.context.decoding.fast;
  }

  get scale(): string {
    return this.chosen.column ?? `field:${this.chosen.id}`;
  }

  choose(id: string): boolean {
    const found = this.fields.find((each) => each.id === id);
    if (found) this.chosen = found;
    this.clear();
    return found !== undefined;
  }

  clear(): void {
    this.picture = null;
    this.run++;
  }

  async refine(view: View): Promise<void> {
    const run = ++this.run;
    const wanted = () => run === this.run;
    const { chosen } = this;
    const cells = SIDES.map((side) => new Cells(view, side));
    for (const each of cells) {
      const values = await chosen.values(each, wanted);
      if (!values || !wanted()) return;
      const ends = await chosen.range(values);
      if (!wanted()) return;
      const moved = String(ends) !== String(this.ends);
      this.ends = ends;
      this.paint(each, values, ends);
      if (moved) this.changed();
    }
  }

  private paint(cells: Cells, values: Float32Array, [low, high]: readonly [number, number]): void {
    const { shown, dark } = this.context;
    this.picture = cells.paint((cell) => {
      if (Number.isNaN(values[cell])) return null;
      // Pale where there are no rows: the decoder was not trained there.
      const at = cells.centre(cell);
      const row = shown.nearest(at, 1)[0];
      const far = row === undefined ? Infinity : shown.distance(row, at) / cells.reach;
      return [viridis((values[cell] - low) / (high - low), dark), Math.max(0.12, 0.75 - 0.3 * far)];
    });
    this.context.redraw();
  }

  draw(g: CanvasRenderingContext2D, view: View): void {
    this.picture?.draw(g, view);
  }

  legend(): HTMLElement {
    const { chosen, ends } = this;
    const bar = h('div', { class: 'scale' });
    bar.style.background = gradient(this.context.dark);
    const end = (i: 0 | 1) => h('span', {}, ends ? chosen.text(ends[i]) : '…');
    return h('div', {}, bar, h('div', { class: 'ends' }, end(0), end(1)), h('p', { class: 'note' }, chosen.note));
  }
}
