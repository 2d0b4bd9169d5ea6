import type { Heads } from './heads';
import type { Samples } from './samples';

/** The coordinates of a new row, and the error of its reconstruction there. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  /** Mean weighted deviance over the known values; for numbers and pixels, the mean squared error in scaled units. */
  readonly error: number;
}

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

  get reach(): number {
    return Math.max(this.high[0] - this.low[0], this.high[1] - this.low[1]) || 1;
  }
}

/** The number of points from which a descent starts. */
const STARTS = 4;
const STEPS = 25;

/**
 * Finds the coordinates with the lowest weighted loss of a row, in the same way as org.gne.place.Placement: it takes
 * the best of many decoded points, then runs damped Gauss-Newton on the two coordinates with the decoder fixed.
 */
export class Placement {
  private readonly heads: Heads;
  /** The decoded points in scaled units `[n, width]`. */
  private readonly means: Float32Array;
  private readonly residual: Float64Array;
  private readonly factor: Float64Array;

  /**
   * @param places coordinates `[n, 2]` of the decoded points
   * @param decoded their samples `[n, width]`, in the shown units
   */
  constructor(
    private readonly samples: Samples,
    private readonly places: Float32Array,
    decoded: Float32Array,
    private readonly box: Box,
  ) {
    const { width } = samples;
    this.heads = samples.decoder.heads;
    this.residual = new Float64Array(width);
    this.factor = new Float64Array(width);
    this.means = new Float32Array(decoded.length);
    for (let at = 0; at < decoded.length; at += width) {
      this.means.set(samples.scaling.scaled(decoded.subarray(at, at + width)), at);
    }
  }

  /** @param shown values in the shown units, NaN for a missing value */
  place(shown: Float32Array): Placed {
    const row = this.samples.scaling.scaled(shown);
    const width = row.length;
    const known = this.heads.known(row) || 1;
    const errors = Array.from({ length: this.places.length / 2 }, (_, i) => ({
      i,
      error: this.heads.deviance(row, this.means, i * width),
    }));
    errors.sort((a, b) => a.error - b.error);
    let best: Placed | null = null;
    for (const { i } of errors.slice(0, STARTS)) {
      const found = this.descend(row, this.places[2 * i], this.places[2 * i + 1]);
      if (!best || found.error < best.error) best = found;
    }
    return { ...best!, error: best!.error / known };
  }

  /** Levenberg-Marquardt: a step is taken only if it lowers the error. */
  private descend(row: Float32Array, x0: number, y0: number): Placed {
    const { heads, samples, residual, factor } = this;
    let at: Placed = { x: x0, y: y0, error: heads.deviance(row, samples.means(x0, y0)) };
    let damping = 1e-2;
    const step = 1e-3 * this.box.reach;
    for (let i = 0; i < STEPS && damping < 1e6; i++) {
      const here = samples.means(at.x, at.y);
      const right = samples.means(at.x + step, at.y);
      const up = samples.means(at.x, at.y + step);
      heads.whiten(row, here, residual, factor);
      let [a, b, c, p, q] = [0, 0, 0, 0, 0];
      for (let j = 0; j < row.length; j++) {
        const dx = ((right[j] - here[j]) * factor[j]) / step;
        const dy = ((up[j] - here[j]) * factor[j]) / step;
        a += dx * dx;
        b += dx * dy;
        c += dy * dy;
        p += dx * residual[j];
        q += dy * residual[j];
      }
      let lower: Placed | null = null;
      while (!lower && damping < 1e6) {
        const [d, e] = [a * (1 + damping) + 1e-12, c * (1 + damping) + 1e-12];
        const det = d * e - b * b;
        const x = this.box.clamp(0, at.x + (p * e - q * b) / det);
        const y = this.box.clamp(1, at.y + (q * d - p * b) / det);
        const error = heads.deviance(row, samples.means(x, y));
        if (error < at.error) lower = { x, y, error };
        else damping *= 8;
      }
      if (!lower) return at;
      const done = at.error - lower.error < 1e-7 * at.error;
      at = lower;
      if (done) return at;
      damping /= 8;
    }
    return at;
  }
}
