import Flatbush from 'flatbush';
import type { Point } from './view';

/** Finds rows by their coordinates. */
export class Places {
  private readonly index: Flatbush;

  /** @param places `[rows, 2]` */
  constructor(readonly places: Float32Array) {
    this.index = new Flatbush(places.length / 2, 16, Float32Array);
    for (let i = 0; i < places.length; i += 2) this.index.add(places[i], places[i + 1]);
    this.index.finish();
  }

  /** The nearest rows, nearest first. */
  nearest(at: Point, count: number, wanted?: (row: number) => boolean): number[] {
    return this.index.neighbors(at.x, at.y, count, Infinity, wanted);
  }

  distance(row: number, at: Point): number {
    return Math.hypot(this.places[2 * row] - at.x, this.places[2 * row + 1] - at.y);
  }

  /** The rows inside a closed line, in ascending order. A point is inside if a ray from it crosses the line an odd number of times. */
  within(line: readonly Point[]): number[] {
    if (line.length < 3) return [];
    const xs = line.map((p) => p.x);
    const ys = line.map((p) => p.y);
    return this.index
      .search(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys))
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
