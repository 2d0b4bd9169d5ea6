import { contours } from 'd3-contour';
import { h } from '../../ui/dom';
import type { View } from '../view';
import { CellPicture, Cells } from './cells';
import type { Layer, LayerContext, LayerKind } from './layer';

const CELL = 8;

/** Contour lines lie at even steps in the square root of the density. */
const STEPS = 8;

/** Cells beyond the visible part, so that the density at its edge counts the rows on both sides. */
const BORDER = 6;

/** So many means of neighbouring cells are about a Gaussian. */
const PASSES = 4;

export const density: LayerKind = {
  id: 'density',
  title: 'Density',
  available: () => true,
  create: (context) => new Density(context),
};

/** Closed lines in map units. */
type Lines = readonly (readonly (readonly [number, number])[])[];

/**
 * Contours of the number of shown rows around each point, by marching squares. They are grey, because no class and no scale has that
 * colour.
 */
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
    const { shown, map } = this.context;
    const cells = new Cells(view, CELL, BORDER);
    let counts = new Float32Array(cells.count);
    for (const row of shown.inBox(cells.low, cells.high)) {
      // Shared among four cells, so that the lines around a single row are round.
      const [x, y] = cells.from(map.places[2 * row], map.places[2 * row + 1]);
      const [i, j] = [Math.floor(x - 0.5), Math.floor(y - 0.5)];
      const [u, v] = [x - 0.5 - i, y - 0.5 - j];
      if (i < 0 || j < 0 || i + 1 >= cells.columns || j + 1 >= cells.lines) continue;
      const at = j * cells.columns + i;
      counts[at] += (1 - u) * (1 - v);
      counts[at + 1] += u * (1 - v);
      counts[at + cells.columns] += (1 - u) * v;
      counts[at + cells.columns + 1] += u * v;
    }
    for (let pass = 0; pass < PASSES; pass++) counts = blurred(counts, cells.columns, cells.lines);
    const most = counts.reduce((a, b) => Math.max(a, b), 1e-9);
    const thresholds = Array.from({ length: STEPS }, (_, i) => most * ((i + 0.5) / STEPS) ** 2);
    const rings = contours().size([cells.columns, cells.lines]).thresholds(thresholds)(counts as unknown as number[]);
    const levels = rings.map(({ coordinates }) => coordinates.flat().map((ring) => ring.map(([x, y]) => cells.corner(x, y))));
    this.picture = this.painted(levels, view);
    this.context.redraw();
  }

  draw(g: CanvasRenderingContext2D, view: View): void {
    this.picture?.draw(g, view);
  }

  /** The lines as a picture of the visible part, which keeps its coordinates while the map moves. */
  private painted(levels: readonly Lines[], view: View): CellPicture {
    const { dark } = this.context;
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(view.width * ratio);
    canvas.height = Math.round(view.height * ratio);
    // On the processor: an imitated GPU takes seconds for so many corners.
    const g = canvas.getContext('2d', { willReadFrequently: true })!;
    g.scale(canvas.width / view.width, canvas.height / view.height);
    g.fillStyle = dark ? 'rgb(214 224 240 / 0.085)' : 'rgb(38 50 74 / 0.075)';
    g.strokeStyle = dark ? 'rgb(214 224 240 / 0.5)' : 'rgb(38 50 74 / 0.45)';
    g.lineWidth = 0.8;
    for (const rings of levels) {
      g.beginPath();
      for (const ring of rings) {
        ring.forEach(([x, y], i) => {
          const at = view.toScreen(x, y);
          if (i) g.lineTo(at.x, at.y);
          else g.moveTo(at.x, at.y);
        });
        g.closePath();
      }
      // Each level is filled over the one below, so that the densest parts are darkest; holes stay free.
      g.fill('evenodd');
      g.stroke();
    }
    const { x, y } = view.toMap(0, 0);
    return new CellPicture(canvas, x, y, view.width / view.scale, view.height / view.scale);
  }

  legend(): HTMLElement {
    return h('p', { class: 'note' }, 'Lines of equal density; darker grey: more of the shown rows. The steps are even in the square root of their number.');
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
