import type { PictureSchema } from '../data/description';
import { css } from './colors';
import { picture, type Tint } from './pixels';
import type { Ink } from './points';
import type { Point, View } from './view';

/** The side of the image of a row, in pixels. */
const SIDE = 34;

/** The side of the image of a cluster without a name, on the first level and below. */
const LARGE = [56, 42] as const;

/** Images that are kept. */
const KEPT = 4000;

/** An image on the map. */
export interface Thumb {
  readonly row: number;
  /** Its middle in map units. */
  readonly at: Point;
  readonly side: number;
}

/** A cluster that its typical row stands for. */
export interface Medoid {
  readonly row: number;
  readonly level: number;
  readonly at: Point;
}

/**
 * Chooses the images on the map: of clusters without names, and of rows when they are so near that most of them have room. None covers
 * another.
 *
 * @param rows the shown rows in the visible part, in ascending order
 */
export function chosenThumbs(view: View, rows: readonly number[], places: Float32Array, medoids: readonly Medoid[]): Thumb[] {
  const found: Thumb[] = [];
  const boxes: { x: number; y: number; side: number }[] = [];
  const cells = new Map<string, number[]>();
  const cell = LARGE[0] + 4;
  const put = (row: number, at: Point, side: number) => {
    const { x, y } = view.toScreen(at.x, at.y);
    const [i, j] = [Math.floor(x / cell), Math.floor(y / cell)];
    for (let di = -1; di <= 1; di++) {
      for (let dj = -1; dj <= 1; dj++) {
        for (const k of cells.get(`${i + di},${j + dj}`) ?? []) {
          const o = boxes[k];
          if (Math.max(Math.abs(o.x - x), Math.abs(o.y - y)) < (o.side + side) / 2 + 4) return;
        }
      }
    }
    const key = `${i},${j}`;
    cells.set(key, [...(cells.get(key) ?? []), boxes.length]);
    boxes.push({ x, y, side });
    found.push({ row, at, side });
  };
  for (const { row, level, at } of medoids) put(row, at, LARGE[Math.min(level, 1)]);
  const room = (view.width * view.height) / (SIDE + 4) ** 2;
  if (rows.length <= room) for (const row of rows) put(row, { x: places[2 * row], y: places[2 * row + 1] }, SIDE);
  return found;
}

/** The images of rows, which are loaded when they are first seen. */
export class Thumbnails {
  thumbs: readonly Thumb[] = [];
  private readonly made = new Map<number, HTMLCanvasElement>();
  private dark = false;

  /**
   * @param load the values of some rows, one after the other
   * @param redraw is called when images have arrived
   */
  constructor(
    private readonly schema: PictureSchema,
    private readonly load: (rows: readonly number[]) => Promise<Float32Array>,
    private readonly redraw: () => void,
  ) {}

  setDark(dark: boolean): void {
    if (dark !== this.dark) this.made.clear();
    this.dark = dark;
  }

  /** Shows some images, and loads those that are not there. */
  async show(thumbs: readonly Thumb[]): Promise<void> {
    this.thumbs = thumbs;
    const missing = thumbs.map(({ row }) => row).filter((row) => !this.made.has(row));
    if (!missing.length) return;
    const { dark } = this;
    const values = await this.load(missing);
    if (dark !== this.dark) return;
    const tint: Tint = this.schema.channels === 1 ? { paper: dark ? [14, 17, 22] : [255, 255, 255], ink: dark ? [238, 241, 245] : [20, 24, 31] } : null;
    const width = this.schema.columns * this.schema.height * this.schema.channels;
    missing.forEach((row, i) => this.made.set(row, picture(this.schema, values, tint, i * width)));
    while (this.made.size > KEPT) this.made.delete(this.made.keys().next().value!);
    this.redraw();
  }

  /** Draws the images with a frame in the colour of their rows. */
  draw(g: CanvasRenderingContext2D, view: View, ink: (row: number) => Ink): void {
    const { columns, height } = this.schema;
    for (const { row, at, side } of this.thumbs) {
      const image = this.made.get(row);
      const { x, y } = view.toScreen(at.x, at.y);
      if (!image || x < -side || y < -side || x > view.width + side || y > view.height + side) continue;
      const across = side * Math.min(1, columns / height);
      const down = side * Math.min(1, height / columns);
      g.fillStyle = css(ink(row).color);
      g.fillRect(x - across / 2 - 2, y - down / 2 - 2, across + 4, down + 4);
      g.drawImage(image, x - across / 2, y - down / 2, across, down);
    }
  }
}
