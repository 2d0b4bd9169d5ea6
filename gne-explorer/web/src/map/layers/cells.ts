import type { Rgb } from '../colors';
import type { Point, View } from '../view';

/** A colour and its opacity, 0-1; null draws nothing. */
export type CellColor = readonly [Rgb, number] | null;

/** Cells of equal size over the visible part of the map, line by line. */
export class Cells {
  readonly columns: number;
  readonly lines: number;
  private readonly left: number;
  private readonly top: number;
  /** The side of a cell in map units. */
  readonly unit: number;
  /** {@link REACH} in map units. */
  readonly reach: number;

  /**
   * @param side the side of a cell in pixels
   * @param border cells beyond each edge of the visible part
   */
  constructor(view: View, side: number, border = 0) {
    this.columns = Math.ceil(view.width / side) + 2 * border;
    this.lines = Math.ceil(view.height / side) + 2 * border;
    this.unit = side / view.scale;
    this.reach = REACH / view.scale;
    const corner = view.toMap(-border * side, -border * side);
    this.left = corner.x;
    this.top = corner.y;
  }

  get count(): number {
    return this.columns * this.lines;
  }

  centre(cell: number): Point {
    return {
      x: this.left + ((cell % this.columns) + 0.5) * this.unit,
      y: this.top - (Math.floor(cell / this.columns) + 0.5) * this.unit,
    };
  }

  /** The point at a number of cells from the left and from the top. */
  corner(columns: number, lines: number): [number, number] {
    return [this.left + columns * this.unit, this.top - lines * this.unit];
  }

  /** The numbers of cells from the left and from the top: the inverse of {@link corner}. */
  from(x: number, y: number): [number, number] {
    return [(x - this.left) / this.unit, (this.top - y) / this.unit];
  }

  /** The corners with the lowest and with the highest coordinates. */
  get low(): Point {
    return { x: this.left, y: this.top - this.lines * this.unit };
  }

  get high(): Point {
    return { x: this.left + this.columns * this.unit, y: this.top };
  }

  /** Coordinates of all centres, `[count, 2]`. */
  centres(): Float32Array {
    const places = new Float32Array(2 * this.count);
    for (let cell = 0; cell < this.count; cell++) {
      const { x, y } = this.centre(cell);
      places[2 * cell] = x;
      places[2 * cell + 1] = y;
    }
    return places;
  }

  /** The cell of a point, or -1 if it is outside. */
  at(x: number, y: number): number {
    const column = Math.floor((x - this.left) / this.unit);
    const line = Math.floor((this.top - y) / this.unit);
    return column >= 0 && line >= 0 && column < this.columns && line < this.lines ? line * this.columns + column : -1;
  }

  paint(color: (cell: number) => CellColor): CellPicture {
    const canvas = document.createElement('canvas');
    canvas.width = this.columns;
    canvas.height = this.lines;
    const g = canvas.getContext('2d')!;
    const image = g.createImageData(this.columns, this.lines);
    for (let cell = 0; cell < this.count; cell++) {
      const found = color(cell);
      if (!found) continue;
      const [[r, green, b], opacity] = found;
      image.data[4 * cell] = r;
      image.data[4 * cell + 1] = green;
      image.data[4 * cell + 2] = b;
      image.data[4 * cell + 3] = 255 * opacity;
    }
    g.putImageData(image, 0, 0);
    return new CellPicture(canvas, this.left, this.top, this.columns * this.unit, this.lines * this.unit);
  }
}

/** Painted cells, which keep their coordinates while the map moves. */
export class CellPicture {
  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly left: number,
    private readonly top: number,
    private readonly across: number,
    private readonly down: number,
  ) {}

  draw(g: CanvasRenderingContext2D, view: View): void {
    const from = view.toScreen(this.left, this.top);
    g.imageSmoothingEnabled = true;
    g.drawImage(this.canvas, from.x, from.y, this.across * view.scale, this.down * view.scale);
  }
}

/** A row counts for a point of the map up to this distance, in pixels. */
export const REACH = 45;
