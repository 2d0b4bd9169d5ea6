import { h } from '../../ui/dom';
import type { Rgb } from '../colors';
import { classColor } from '../looks';
import type { View } from '../view';
import { type CellPicture, Cells, REACH } from './cells';
import type { Layer, LayerContext, LayerKind } from './layer';

const CELL = 10;

/** The class of a point is the most frequent class of this many nearest rows. */
const VOTERS = 15;

export const regions: LayerKind = {
  id: 'regions',
  title: 'Regions',
  available: (map) => map.classes !== null,
  create: (context) => new Regions(context, context.map.classes!),
};

/** The class of each point by its nearest shown rows; paler where their classes differ. */
class Regions implements Layer {
  readonly id = regions.id;
  readonly title = regions.title;
  readonly scale = 'label';
  private picture: CellPicture | null = null;

  constructor(
    private readonly context: LayerContext,
    private readonly classes: Int32Array,
  ) {}

  clear(): void {
    this.picture = null;
  }

  refine(view: View): void {
    const { shown, map, dark } = this.context;
    const colors: Rgb[] = map.source.description.classes.map((style) => classColor(style, dark));
    const reach = REACH / view.scale;
    const cells = new Cells(view, CELL);
    const votes = new Map<number, number>();
    this.picture = cells.paint((cell) => {
      const at = cells.centre(cell);
      const rows = shown.nearest(at, VOTERS);
      if (!rows.length || shown.distance(rows[0], at) > reach) return null;
      votes.clear();
      for (const row of rows) votes.set(this.classes[row], (votes.get(this.classes[row]) ?? 0) + 1);
      const [label, count] = [...votes].reduce((a, b) => (b[1] > a[1] ? b : a));
      if (label < 0) return null;
      const share = count / rows.length;
      const far = Math.max(0, 1 - shown.distance(rows[0], at) / reach);
      return [colors[label], (0.15 + 0.45 * share * share) * Math.min(1, 3 * far)];
    });
    this.context.redraw();
  }

  draw(g: CanvasRenderingContext2D, view: View): void {
    this.picture?.draw(g, view);
  }

  legend(): HTMLElement {
    return h('p', { class: 'note' }, `The most frequent label of the ${VOTERS} nearest shown rows, in the colours of the labels; paler where they differ.`);
  }
}
