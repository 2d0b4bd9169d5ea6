import type { Decoding } from '../model/decoding';
import { css, type Rgb, viridis } from './colors';
import type { Places } from './places';
import type { View } from './view';

/** The side of a cell on the screen, in pixels. */
const CELL = 10;

/** A row counts for a point of the map up to this distance, in pixels. */
const REACH = 45;

/** The class of a point is the most frequent class of this many nearest rows. */
const VOTERS = 15;

/** A layer with a colour at every point of the map. It is a canvas that keeps its coordinates while the map moves. */
export class Field {
  private picture: { canvas: HTMLCanvasElement; left: number; top: number; across: number; down: number } | null = null;
  private run = 0;

  constructor(private readonly redraw: () => void) {}

  clear(): void {
    this.picture = null;
    this.run++;
  }

  draw(g: CanvasRenderingContext2D, view: View): void {
    if (!this.picture) return;
    const { canvas, left, top, across, down } = this.picture;
    const from = view.toScreen(left, top);
    g.imageSmoothingEnabled = true;
    g.drawImage(canvas, from.x, from.y, across * view.scale, down * view.scale);
  }

  private paint(view: View, color: (cell: number) => readonly [Rgb, number] | null, columns: number, lines: number): void {
    const canvas = document.createElement('canvas');
    canvas.width = columns;
    canvas.height = lines;
    const g = canvas.getContext('2d')!;
    const image = g.createImageData(columns, lines);
    for (let cell = 0; cell < columns * lines; cell++) {
      const found = color(cell);
      if (found) image.data.set([...found[0], Math.round(255 * found[1])], 4 * cell);
    }
    g.putImageData(image, 0, 0);
    const corner = view.toMap(0, 0);
    const unit = CELL / view.scale;
    this.picture = { canvas, left: corner.x, top: corner.y, across: columns * unit, down: lines * unit };
    this.redraw();
  }

  /** Draws how many rows lie around each point, smoothed. */
  density(view: View, places: Float32Array, dark: boolean): void {
    this.run++;
    const { columns, lines } = size(view);
    let counts = new Float32Array(columns * lines);
    for (let i = 0; i < places.length; i += 2) {
      const at = view.toScreen(places[i], places[i + 1]);
      const column = Math.floor(at.x / CELL);
      const line = Math.floor(at.y / CELL);
      if (column >= 0 && line >= 0 && column < columns && line < lines) counts[line * columns + column]++;
    }
    for (let pass = 0; pass < 3; pass++) counts = blurred(counts, columns, lines);
    const most = counts.reduce((a, b) => Math.max(a, b), 1e-9);
    // Steps like contours: the eye compares these better than a gradient. Grey, because no class has that colour.
    const steps = 8;
    const ink: Rgb = dark ? [214, 224, 240] : [38, 50, 74];
    this.paint(
      view,
      (cell) => {
        const step = Math.ceil(steps * Math.sqrt(counts[cell] / most) - 0.25) / steps;
        return step > 0 ? [ink, 0.05 + 0.4 * step] : null;
      },
      columns,
      lines,
    );
  }

  /** Draws the class of each point by its nearest rows; paler where their classes differ. */
  regions(view: View, places: Places, classes: Int32Array, colors: readonly Rgb[]): void {
    this.run++;
    const { columns, lines } = size(view);
    const reach = REACH / view.scale;
    const votes = new Map<number, number>();
    this.paint(
      view,
      (cell) => {
        const at = centre(view, cell, columns);
        const rows = places.nearest(at, VOTERS);
        if (!rows.length || places.distance(rows[0], at) > reach) return null;
        votes.clear();
        for (const row of rows) votes.set(classes[row], (votes.get(classes[row]) ?? 0) + 1);
        const [label, count] = [...votes].reduce((a, b) => (b[1] > a[1] ? b : a));
        if (label < 0) return null;
        const share = count / rows.length;
        const far = Math.max(0, 1 - places.distance(rows[0], at) / reach);
        return [colors[label], (0.15 + 0.45 * share * share) * Math.min(1, 3 * far)];
      },
      columns,
      lines,
    );
  }

  /** Draws one decoded value at each point. The ends of `range` are the ends of the colour scale. */
  async decoded(
    view: View,
    decoding: Decoding,
    rows: Places,
    column: { readonly value: number; readonly range: readonly [number, number] },
    dark: boolean,
  ): Promise<void> {
    const run = ++this.run;
    const { columns, lines } = size(view);
    const seen = Object.assign(Object.create(Object.getPrototypeOf(view)) as View, view);
    const places = new Float32Array(2 * columns * lines);
    for (let cell = 0; cell < columns * lines; cell++) {
      const at = centre(seen, cell, columns);
      places.set([at.x, at.y], 2 * cell);
    }
    const values = new Float32Array(columns * lines);
    const whole = await decoding.run(places, column.value, () => run === this.run, (some, from) => values.set(some, from));
    if (!whole) return;
    const [low, high] = column.range;
    this.paint(
      seen,
      (cell) => {
        // Pale where there are no rows: the decoder was not trained there.
        const at = { x: places[2 * cell], y: places[2 * cell + 1] };
        const far = rows.distance(rows.nearest(at, 1)[0], at) * seen.scale;
        return [viridis((values[cell] - low) / (high - low), dark), Math.max(0.15, 0.75 - (0.3 * far) / REACH)];
      },
      columns,
      lines,
    );
  }
}

/** The colour scale as a CSS gradient. */
export function gradient(dark: boolean): string {
  const stops = Array.from({ length: 9 }, (_, i) => css(viridis(i / 8, dark)));
  return `linear-gradient(to right, ${stops.join(', ')})`;
}

function size(view: View): { columns: number; lines: number } {
  return { columns: Math.ceil(view.width / CELL), lines: Math.ceil(view.height / CELL) };
}

function centre(view: View, cell: number, columns: number): { x: number; y: number } {
  return view.toMap(((cell % columns) + 0.5) * CELL, (Math.floor(cell / columns) + 0.5) * CELL);
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
