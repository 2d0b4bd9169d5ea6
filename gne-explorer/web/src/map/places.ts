import Flatbush from 'flatbush';
import type { Point } from './view';

/** Finds rows by their coordinates. */
export class Places {
  private readonly index: Flatbush | null;
  /** The row at each position of the index; null if all rows are in it. */
  private readonly rows: readonly number[] | null;

  /**
   * @param places `[rows, 2]`
   * @param rows the rows that are found; all by default
   */
  constructor(
    readonly places: Float32Array,
    rows: readonly number[] | null = null,
  ) {
    this.rows = rows;
    const n = rows ? rows.length : places.length / 2;
    this.index = n ? new Flatbush(n, 16, Float32Array) : null;
    for (let i = 0; i < n; i++) {
      const row = rows ? rows[i] : i;
      this.index!.add(places[2 * row], places[2 * row + 1]);
    }
    this.index?.finish();
  }

  /** The nearest rows, nearest first. */
  nearest(at: Point, count: number): number[] {
    return this.named(this.index?.neighbors(at.x, at.y, count) ?? []);
  }

  private named(found: number[]): number[] {
    const { rows } = this;
    return rows ? found.map((i) => rows[i]) : found;
  }

  distance(row: number, at: Point): number {
    return Math.hypot(this.places[2 * row] - at.x, this.places[2 * row + 1] - at.y);
  }

  /** The rows between two corners. */
  inBox(low: Point, high: Point): number[] {
    return this.named(this.index?.search(low.x, low.y, high.x, high.y) ?? []);
  }

  /** The rows inside a closed line, in ascending order. A point is inside if a ray from it crosses the line an odd number of times. */
  within(line: readonly Point[]): number[] {
    if (line.length < 3) return [];
    const xs = line.map((p) => p.x);
    const ys = line.map((p) => p.y);
    return this.inBox({ x: Math.min(...xs), y: Math.min(...ys) }, { x: Math.max(...xs), y: Math.max(...ys) })
      .filter((row) => inside(line, this.places[2 * row], this.places[2 * row + 1]))
      .sort((a, b) => a - b);
  }
}

function inside(line: readonly Point[], x: number, y: number): boolean {
  let odd = false;
  for (let i = 0, j = line.length - 1; i < line.length; j = i++) {
    const a = line[i];
    const b = line[j];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) odd = !odd;
  }
  return odd;
}
