import { Box } from './box';
import type { Heads } from './heads';
import { RowDistance } from './rowDistance';
import type { Samples } from './samples';

/** The coordinates of a new row, and the error of its reconstruction there. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  /** Mean weighted deviance over the known values; for numbers and pixels, the mean squared error in scaled units. */
  readonly error: number;
}

// org.gne.place.PlacementOptions
const CELLS = 9216;
const STARTS = 4;
const TRIALS = 2;
const STEPS = 16;

/** At most this many decoded values are kept, so maps of very wide rows have fewer cells. */
const MOST_VALUES = 1 << 25;

/** The share of the rows beyond either end of the grid, and the number of rows that the ends are found from. */
const OUTSIDE = 0.0005;
const MOST_ROWS = 100_000;

// org.gne.place.GaussNewton
const FIRST_LAMBDA = 0.1;
const EASIER = 0.25;
const HARDER = 4;
const MOST_LAMBDA = 1e5;
const LITTLE = 1e-5;

/** The points of a grid and their samples. */
interface DecodedGrid {
  readonly side: number;
  /** Coordinates `[cells, 2]`. */
  readonly cells: Float32Array;
  /** The samples, converted for the comparison by distance `[cells, width]`. */
  readonly represented: Float32Array;
  readonly halfSquares: Float64Array;
  /** What each cell costs because it is far from all rows; null for nothing. */
  readonly costs: Float64Array | null;
}

/** A descent: where it is, its cost there, and its damping. */
interface Descent {
  x: number;
  y: number;
  cost: number;
  lambda: number;
}

/**
 * Finds the coordinates of new rows in the same way as org.gne.place.Placement: compares a row with the samples at the points of a grid, then
 * runs damped Gauss-Newton on the two coordinates from the best points that lie apart, with the decoder fixed. Points far from all
 * rows cost more than the row's loss there. Java computes in floats and compares wide rows on principal components; elsewhere the results agree.
 */
export class Placement {
  private readonly heads: Heads;
  private readonly box: Box;
  /** Decoded at the first row that is sought on the whole map. */
  private decoded: DecodedGrid | undefined;
  private readonly distance: RowDistance | null;
  private readonly centre: readonly [number, number];
  private readonly residual: Float64Array;
  private readonly factor: Float64Array;

  /**
   * @param places coordinates of all rows `[n, 2]`
   * @param away the weight of {@link RowDistance}; 0 turns it off
   */
  constructor(
    private readonly samples: Samples,
    private readonly places: Float32Array,
    away: number,
  ) {
    const { width } = samples;
    this.heads = samples.decoder.heads;
    this.residual = new Float64Array(width);
    this.factor = new Float64Array(width);
    this.box = new Box(places);
    this.distance = away > 0 ? new RowDistance(places, this.box, away) : null;
    const sum = [0, 0];
    for (let i = 0; i < places.length; i++) sum[i % 2] += places[i];
    this.centre = [(2 * sum[0]) / places.length, (2 * sum[1]) / places.length];
  }

  /** @param shown values in the shown units, NaN for a missing value. A row without known values goes to the centre of the map. */
  place(shown: Float32Array): Placed {
    const row = this.samples.scaling.scaled(shown);
    const known = this.heads.known(row);
    if (known === 0) return { x: this.centre[0], y: this.centre[1], error: NaN };
    const grid = (this.decoded ??= this.decode());
    const tried = this.starts(row, grid).map((cell) => this.descend(row, grid.cells[2 * cell], grid.cells[2 * cell + 1], FIRST_LAMBDA, TRIALS));
    const best = tried.reduce((a, b) => (b.cost < a.cost ? b : a));
    const { x, y } = this.descend(row, best.x, best.y, best.lambda, STEPS);
    return { x, y, error: this.heads.deviance(row, this.samples.means(x, y)) / known };
  }

  /** Places a row that has changed a little: from its last coordinates only. */
  again(shown: Float32Array, from: { readonly x: number; readonly y: number }): Placed {
    const row = this.samples.scaling.scaled(shown);
    const { x, y } = this.descend(row, from.x, from.y, FIRST_LAMBDA, STEPS);
    return { x, y, error: this.heads.deviance(row, this.samples.means(x, y)) / Math.max(1, this.heads.known(row)) };
  }

  private decode(): DecodedGrid {
    const { samples, distance, heads } = this;
    const { width } = samples;
    const most = Math.max(1, Math.min(CELLS, Math.floor(MOST_VALUES / width)));
    const side = Math.max(2, Math.round(Math.sqrt(most)));
    const cells = grid(this.places, side);
    const count = side * side;
    const represented = new Float32Array(count * width);
    const halfSquares = new Float64Array(count);
    for (let cell = 0; cell < count; cell++) {
      heads.represent(samples.means(cells[2 * cell], cells[2 * cell + 1]), false, represented, cell * width);
      let square = 0;
      for (let j = cell * width; j < (cell + 1) * width; j++) square += represented[j] * represented[j];
      halfSquares[cell] = square / 2;
    }
    const costs = distance && Float64Array.from(halfSquares, (_, cell) => distance.cost(cells[2 * cell], cells[2 * cell + 1]));
    return { side, cells, represented, halfSquares, costs };
  }

  /** The cells that explain a row best and lie apart: no cell beside them is better. */
  private starts(row: Float32Array, { side, represented, halfSquares, costs }: DecodedGrid): number[] {
    const { width } = this.samples;
    const own = new Float32Array(width);
    this.heads.represent(row, true, own, 0);
    const whole = own.every((value) => !Number.isNaN(value));
    const scores = new Float64Array(side * side);
    for (let cell = 0; cell < scores.length; cell++) {
      const at = cell * width;
      let score = whole ? halfSquares[cell] : 0;
      for (let j = 0; j < width; j++) {
        const x = own[j];
        const g = represented[at + j];
        if (whole) score -= x * g;
        else if (!Number.isNaN(x)) score += (g * g) / 2 - x * g;
      }
      scores[cell] = score + (costs?.[cell] ?? 0);
    }
    const lowest: number[] = [];
    for (let cell = 0; cell < scores.length; cell++) {
      if (lowest.length === STARTS && scores[cell] >= scores[lowest[STARTS - 1]]) continue;
      const [i, j] = [cell % side, Math.floor(cell / side)];
      const score = scores[cell];
      if ((i > 0 && scores[cell - 1] < score) || (i < side - 1 && scores[cell + 1] < score)) continue;
      if ((j > 0 && scores[cell - side] < score) || (j < side - 1 && scores[cell + side] < score)) continue;
      let at = lowest.length;
      while (at > 0 && scores[lowest[at - 1]] > score) at--;
      lowest.splice(at, 0, cell);
      lowest.length = Math.min(STARTS, lowest.length);
    }
    return lowest;
  }

  /** Levenberg-Marquardt: a step is taken only if it lowers the cost. */
  private descend(row: Float32Array, x0: number, y0: number, lambda: number, most: number): Descent {
    const at: Descent = { x: x0, y: y0, cost: Infinity, lambda };
    let [x, y] = [x0, y0];
    let sums: Sums | null = null;
    for (let steps = 0; ; steps++) {
      const slopes = this.samples.slopes.at(x, y);
      const cost = this.heads.cost(row, slopes.mean) + (this.distance?.cost(x, y) ?? 0);
      const before = at.cost;
      if (cost < before) {
        [at.x, at.y, at.cost] = [x, y, cost];
        if (steps > 0) {
          at.lambda *= EASIER;
          if (before - cost <= LITTLE * before) return at;
        }
        if (steps >= most) return at;
        sums = this.equations(row, slopes, x, y);
      } else {
        at.lambda *= HARDER;
        if (steps === 0 || at.lambda > MOST_LAMBDA || steps >= most) return at;
      }
      const step = solve(sums!, at.lambda);
      if (!step) return at;
      x = this.box.clamp(0, at.x + step[0]);
      y = this.box.clamp(1, at.y + step[1]);
    }
  }

  private equations(row: Float32Array, { mean, dx, dy }: { mean: Float64Array; dx: Float64Array; dy: Float64Array }, x: number, y: number): Sums {
    const { residual, factor } = this;
    this.heads.whiten(row, mean, residual, factor);
    let [xx, xy, yy, xr, yr] = [0, 0, 0, 0, 0];
    for (let j = 0; j < row.length; j++) {
      const a = dx[j] * factor[j];
      const b = dy[j] * factor[j];
      xx += a * a;
      xy += a * b;
      yy += b * b;
      xr += a * residual[j];
      yr += b * residual[j];
    }
    if (this.distance) {
      const { factor: pull, u, slope } = this.distance.pull(x, y);
      xx += pull * slope[0] * slope[0];
      xy += pull * slope[0] * slope[1];
      yy += pull * slope[1] * slope[1];
      xr -= pull * u * slope[0];
      yr -= pull * u * slope[1];
    }
    return { xx, xy, yy, xr, yr };
  }
}

/** `J^T J` and `J^T r` of the whitened derivatives J and residuals r. */
interface Sums {
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
  readonly xr: number;
  readonly yr: number;
}

/** Solves `(J^T J + lambda D) step = J^T r`, with D the diagonal; null if the sample does not change with the coordinates. */
function solve({ xx, xy, yy, xr, yr }: Sums, lambda: number): readonly [number, number] | null {
  const trace = xx + yy;
  if (!(trace > 0) || trace === Infinity) return null;
  const a = xx + lambda * (xx + 1e-6 * trace);
  const c = yy + lambda * (yy + 1e-6 * trace);
  const det = a * c - xy * xy;
  return det > 0 ? [(xr * c - yr * xy) / det, (yr * a - xr * xy) / det] : null;
}

/** The centres of `side x side` cells over the central 99.9 % of the rows: org.gne.search.MapGrid. */
function grid(places: Float32Array, side: number): Float32Array {
  const n = places.length / 2;
  const used = Math.min(n, MOST_ROWS);
  const ends = [0, 1].map((axis) => {
    const values = Float32Array.from({ length: used }, (_, i) => places[2 * Math.floor((i * n) / used) + axis]).sort();
    const last = used - 1;
    const low = values[Math.floor(OUTSIDE * last)];
    return { low, cell: (values[Math.ceil((1 - OUTSIDE) * last)] - low) / side };
  });
  const cells = new Float32Array(2 * side * side);
  for (let i = 0; i < side * side; i++) {
    cells[2 * i] = ends[0].low + ((i % side) + 0.5) * ends[0].cell;
    cells[2 * i + 1] = ends[1].low + (Math.floor(i / side) + 0.5) * ends[1].cell;
  }
  return cells;
}
