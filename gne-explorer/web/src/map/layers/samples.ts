import type { PictureSchema } from '../../data/description';
import { h } from '../../ui/dom';
import type { Rgb } from '../colors';
import { picture, type Tint } from '../pixels';
import type { View } from '../view';
import type { Layer, LayerContext, LayerKind } from './layer';

/** The smallest side of a tile on the screen, in pixels; tiles are less than twice as large. */
const LEAST = 32;

const KEPT = 6000;

/** The opacity of samples where there are no rows: the decoder was not trained there. */
const FAINT = 0.12;

export const samples: LayerKind = {
  id: 'samples',
  title: 'Samples',
  available: (map) => map.source.description.schema.kind === 'picture',
  create: (context) => new SampleTiles(context, context.map.source.description.schema as PictureSchema),
};

/**
 * Generated images all over the map, each at the point it was decoded from. They lie on grids with steps of 2^k map
 * units: the more the map is zoomed, the finer the grid. Until a grid is decoded, a coarser one is shown. Images fade
 * where there are no shown rows.
 */
class SampleTiles implements Layer {
  readonly id = samples.id;
  readonly title = samples.title;
  readonly scale = null;
  private readonly made = new Map<string, HTMLCanvasElement>();
  private run = 0;

  constructor(
    private readonly context: LayerContext,
    private readonly schema: PictureSchema,
  ) {}

  clear(): void {
    this.made.clear();
    this.run++;
  }

  draw(g: CanvasRenderingContext2D, view: View): void {
    const level = Math.ceil(Math.log2(LEAST / view.scale));
    for (let coarser = 3; coarser >= 0; coarser--) this.drawLevel(g, view, level + coarser);
    g.globalAlpha = 1;
  }

  private drawLevel(g: CanvasRenderingContext2D, view: View, level: number): void {
    const step = 2 ** level;
    for (const { i, j } of cells(view, level)) {
      const tile = this.made.get(`${level}/${i}/${j}`);
      if (!tile) continue;
      const from = view.toScreen(i * step, (j + 1) * step);
      const to = view.toScreen((i + 1) * step, j * step);
      const margin = 0.04 * (to.x - from.x);
      // The shape of the image, inside the square of the cell.
      const side = to.x - from.x - 2 * margin;
      const across = side * Math.min(1, this.schema.columns / this.schema.height);
      const down = side * Math.min(1, this.schema.height / this.schema.columns);
      // A finer tile replaces a coarser one, also where both are faint.
      g.globalAlpha = 1;
      g.clearRect(from.x, from.y, to.x - from.x, to.y - from.y);
      g.globalAlpha = this.opacity(i, j, step);
      g.drawImage(tile, (from.x + to.x - across) / 2, (from.y + to.y - down) / 2, across, down);
    }
  }

  /** 1 near shown rows; less from one step away on. */
  private opacity(i: number, j: number, step: number): number {
    const { shown } = this.context;
    const at = { x: (i + 0.5) * step, y: (j + 0.5) * step };
    const row = shown.nearest(at, 1)[0];
    if (row === undefined) return FAINT;
    return Math.max(FAINT, Math.min(1, 1.7 - shown.distance(row, at) / step));
  }

  /** Decodes the missing tiles of the visible part, from the middle outwards. */
  async refine(view: View): Promise<void> {
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
    const tint = this.tint();
    const wanted = () => run === this.run;
    await this.context.decoding.run(places, null, wanted, (decoded, from) => {
      if (!wanted()) return;
      for (let k = 0; k < decoded.length / width; k++) {
        const { i, j } = missing[from + k];
        this.made.set(`${level}/${i}/${j}`, picture(this.schema, decoded, tint, k * width));
        if (this.made.size > KEPT) this.made.delete(this.made.keys().next().value!);
      }
      this.context.redraw();
    });
  }

  private tint(): Tint {
    if (this.schema.channels !== 1) return null;
    const { dark } = this.context;
    const ink: Rgb = dark ? [196, 206, 220] : [52, 66, 88];
    return { paper: dark ? [14, 17, 22] : [255, 255, 255], ink };
  }

  legend(): HTMLElement {
    return h('p', { class: 'note' }, 'What the decoder generates at each point; faint where there are no rows.');
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
