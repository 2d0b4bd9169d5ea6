import Flatbush from 'flatbush';
import type { Box } from './box';

/** The nodes along a side of the grid on which distances are computed. */
const SIDE = 128;

const USUAL = 0.9;

/** Of many more rows than this, the usual distance is that of some at even steps. */
const SAMPLED = 100_000;

/** The largest and the least usual distance, relative to the longest side of the box. */
const MOST = 0.03;
const LEAST = 0.005;

/**
 * What a point costs because it lies far from all rows: `weight * log(1 + u^2 / 2)`, where u is the distance from the nearest row in
 * units of the usual one. The same as org.gne.place.RowDistance.
 */
export class RowDistance {
  private readonly away = new Float32Array(SIDE * SIDE);

  constructor(
    places: Float32Array,
    private readonly box: Box,
    private readonly weight: number,
  ) {
    const n = places.length / 2;
    const index = new Flatbush(n, 16, Float32Array);
    for (let i = 0; i < n; i++) index.add(places[2 * i], places[2 * i + 1]);
    index.finish();
    const { longest } = box;
    const usual = Math.max(Math.min(usualDistance(places, index), MOST * longest), LEAST * longest) || Number.MIN_VALUE;
    for (let i = 0; i < this.away.length; i++) {
      const x = box.low[0] + ((i % SIDE) * box.length(0)) / (SIDE - 1);
      const y = box.low[1] + (Math.floor(i / SIDE) * box.length(1)) / (SIDE - 1);
      const row = index.neighbors(x, y, 1)[0];
      this.away[i] = Math.hypot(places[2 * row] - x, places[2 * row + 1] - y) / usual;
    }
  }

  cost(x: number, y: number): number {
    const u = this.interpolated(x, y, -1);
    return this.weight * Math.log1p(0.5 * u * u);
  }

  /** What the cost adds to the normal equations: the factor of the squares, the distance, and its slopes. */
  pull(x: number, y: number): { readonly factor: number; readonly u: number; readonly slope: readonly [number, number] } {
    const u = this.interpolated(x, y, -1);
    // Of half the cost, because the equations are those of half the error.
    const factor = (0.5 * this.weight) / (1 + 0.5 * u * u);
    return { factor, u, slope: [this.interpolated(x, y, 0), this.interpolated(x, y, 1)] };
  }

  /** @param slope the axis along which the derivative is computed, or -1 for the value */
  private interpolated(x: number, y: number, slope: number): number {
    const { box, away } = this;
    const parts = ([0, 1] as const).map((axis) => {
      const length = box.length(axis);
      const position = length > 0 ? (((axis === 0 ? x : y) - box.low[axis]) / length) * (SIDE - 1) : 0;
      const low = Math.max(0, Math.min(SIDE - 2, Math.floor(position)));
      const high = Math.max(0, Math.min(1, position - low));
      const unit = length > 0 ? (SIDE - 1) / length : 0;
      return { low, weights: axis === slope ? [-unit, unit] : [1 - high, high] };
    });
    let sum = 0;
    for (let j = 0; j < 2; j++) {
      for (let i = 0; i < 2; i++) sum += parts[0].weights[i] * parts[1].weights[j] * away[(parts[1].low + j) * SIDE + parts[0].low + i];
    }
    return sum;
  }
}

/** Nine of ten rows have another one within this distance. */
function usualDistance(places: Float32Array, index: Flatbush): number {
  const n = places.length / 2;
  if (n < 2) return 0;
  const step = Math.max(1, Math.floor(n / SAMPLED));
  const distances = new Float32Array(Math.floor((n - 1) / step) + 1);
  for (let k = 0; k < distances.length; k++) {
    const i = k * step;
    const [x, y] = [places[2 * i], places[2 * i + 1]];
    const other = index.neighbors(x, y, 1, Infinity, (row) => row !== i)[0];
    distances[k] = Math.hypot(places[2 * other] - x, places[2 * other + 1] - y);
  }
  distances.sort();
  return distances[Math.floor(USUAL * (distances.length - 1))];
}
