import { h } from '../../ui/dom';
import type { Rgb } from '../colors';
import type { View } from '../view';
import { type CellPicture, Cells } from './cells';
import type { Layer, LayerContext, LayerKind } from './layer';

const CELL = 8;

/** Steps like contours: the eye compares these better than a gradient. */
const STEPS = 8;

export const density: LayerKind = {
  id: 'density',
  title: 'Density',
  available: () => true,
  create: (context) => new Density(context),
};

/** How many shown rows lie around each point. It is grey, because no class and no scale has that colour. */
class Density implements Layer {
  readonly id = density.id;
  readonly title = density.title;
  readonly scale = null;
  private picture: CellPicture | null = null;

  constructor(private readonly context: LayerContext) {}

  clear(): void {
    this.picture = null;
  }

  refine(view: View): void {
    const { shown, dark, map } = this.context;
    const cells = new Cells(view, CELL);
    let counts = new Float32Array(cells.count);
    const low = view.toMap(0, view.height);
    const high = view.toMap(view.width, 0);
    for (const row of shown.inBox(low, high)) {
      const cell = cells.at(map.places[2 * row], map.places[2 * row + 1]);
      if (cell >= 0) counts[cell]++;
    }
    for (let pass = 0; pass < 3; pass++) counts = blurred(counts, cells.columns, cells.lines);
    const most = counts.reduce((a, b) => Math.max(a, b), 1e-9);
    const ink: Rgb = dark ? [214, 224, 240] : [38, 50, 74];
    this.picture = cells.paint((cell) => {
      const step = Math.ceil(STEPS * Math.sqrt(counts[cell] / most) - 0.25) / STEPS;
      return step > 0 ? [ink, 0.05 + 0.4 * step] : null;
    });
    this.context.redraw();
  }

  draw(g: CanvasRenderingContext2D, view: View): void {
    this.picture?.draw(g, view);
  }

  legend(): HTMLElement {
    return h('p', { class: 'note' }, 'Darker grey: more of the shown rows. The steps are even in the square root of their number.');
  }
}

/** The mean of each cell and its neighbours. */
function blurred(values: Float32Array, columns: number, lines: number): Float32Array<ArrayBuffer> {
  const out = new Float32Array(values.length);
  for (let line = 0; line < lines; line++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (let j = Math.max(0, line - 1); j <= Math.min(lines - 1, line + 1); j++) {
        for (let i = Math.max(0, column - 1); i <= Math.min(columns - 1, column + 1); i++) sum += values[j * columns + i];
      }
      out[line * columns + column] = sum / 9;
    }
  }
  return out;
}
