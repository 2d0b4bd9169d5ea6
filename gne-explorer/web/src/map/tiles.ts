import type { PictureSchema } from '../data/description';
import type { Decoding } from '../model/decoding';
import { picture, type Tint } from './pixels';
import type { View } from './view';

/** The smallest side of a tile on the screen, in pixels; tiles are less than twice as large. */
const LEAST = 32;

const KEPT = 6000;

/**
 * Generated images all over the map, each at the point it was decoded from. They lie on grids with steps of 2^k map
 * units: the more the map is zoomed, the finer the grid. Until a grid is decoded, a coarser one is shown.
 */
export class Tiles {
  private readonly made = new Map<string, HTMLCanvasElement>();
  private run = 0;

  constructor(
    private readonly schema: PictureSchema,
    private readonly decoding: Decoding,
    private readonly redraw: () => void,
  ) {}

  /** Drops all tiles, because colours have changed. */
  clear(): void {
    this.made.clear();
    this.run++;
  }

  draw(g: CanvasRenderingContext2D, view: View): void {
    const level = Math.ceil(Math.log2(LEAST / view.scale));
    for (let coarser = 3; coarser >= 0; coarser--) this.drawLevel(g, view, level + coarser);
  }

  private drawLevel(g: CanvasRenderingContext2D, view: View, level: number): void {
    for (const { i, j } of cells(view, level)) {
      const tile = this.made.get(`${level}/${i}/${j}`);
      if (!tile) continue;
      const step = 2 ** level;
      const from = view.toScreen(i * step, (j + 1) * step);
      const to = view.toScreen((i + 1) * step, j * step);
      const margin = 0.04 * (to.x - from.x);
      // The shape of the image, inside the square of the cell.
      const side = to.x - from.x - 2 * margin;
      const across = side * Math.min(1, this.schema.columns / this.schema.height);
      const down = side * Math.min(1, this.schema.height / this.schema.columns);
      g.drawImage(tile, (from.x + to.x - across) / 2, (from.y + to.y - down) / 2, across, down);
    }
  }

  /** Decodes the missing tiles of the visible part, from the middle outwards. A later call ends an earlier one. */
  async refine(view: View, tint: Tint): Promise<void> {
    const run = ++this.run;
    const level = Math.ceil(Math.log2(LEAST / view.scale));
    const step = 2 ** level;
    const missing = cells(view, level)
      .filter(({ i, j }) => !this.made.has(`${level}/${i}/${j}`))
      .map((cell) => ({ ...cell, far: Math.hypot((cell.i + 0.5) * step - view.x, (cell.j + 0.5) * step - view.y) }))
      .sort((a, b) => a.far - b.far);
    const places = new Float32Array(2 * missing.length);
    missing.forEach(({ i, j }, k) => places.set([(i + 0.5) * step, (j + 0.5) * step], 2 * k));
    const width = this.schema.columns * this.schema.height * this.schema.channels;
    await this.decoding.run(
      places,
      null,
      () => run === this.run,
      (samples, from) => {
        if (run !== this.run) return;
        for (let k = 0; k < samples.length / width; k++) {
          const { i, j } = missing[from + k];
          this.made.set(`${level}/${i}/${j}`, picture(this.schema, samples, tint, k * width));
          if (this.made.size > KEPT) this.made.delete(this.made.keys().next().value!);
        }
        this.redraw();
      },
    );
  }
}

function cells(view: View, level: number): { i: number; j: number }[] {
  const step = 2 ** level;
  const low = view.toMap(0, view.height);
  const high = view.toMap(view.width, 0);
  const found: { i: number; j: number }[] = [];
  for (let j = Math.floor(low.y / step); j * step < high.y; j++) {
    for (let i = Math.floor(low.x / step); i * step < high.x; i++) found.push({ i, j });
  }
  return found;
}
