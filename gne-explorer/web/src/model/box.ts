/** The part of the map in which new rows are placed: the bounding box of the rows, and 5 % of its side more on each side. */
export class Box {
  readonly low: readonly [number, number];
  readonly high: readonly [number, number];

  /** @param places coordinates `[n, 2]` */
  constructor(places: Float32Array) {
    const low: [number, number] = [Infinity, Infinity];
    const high: [number, number] = [-Infinity, -Infinity];
    for (let i = 0; i < places.length; i++) {
      low[i % 2] = Math.min(low[i % 2], places[i]);
      high[i % 2] = Math.max(high[i % 2], places[i]);
    }
    const margin = [0, 1].map((axis) => 0.05 * (high[axis] - low[axis]));
    this.low = [low[0] - margin[0], low[1] - margin[1]];
    this.high = [high[0] + margin[0], high[1] + margin[1]];
  }

  clamp(axis: 0 | 1, value: number): number {
    return Math.min(this.high[axis], Math.max(this.low[axis], value));
  }

  length(axis: 0 | 1): number {
    return this.high[axis] - this.low[axis];
  }

  get longest(): number {
    return Math.max(this.length(0), this.length(1));
  }
}
