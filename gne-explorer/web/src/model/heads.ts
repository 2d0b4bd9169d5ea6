import type { Head } from '../data/description';

/** The smallest probability and mean, and the smallest distance of a probability from 1, as in org.gne.nn. */
const LEAST = 1e-7;

/** The likelihoods of a row, org.gne.nn.Heads: consecutive stretches of columns, each with its head. */
export class Heads {
  constructor(private readonly stretches: readonly Head[]) {}

  /** The head of a value. */
  of(value: number): Head {
    return this.stretches.find(({ from, width }) => value >= from && value < from + width)!;
  }

  /** Converts logits to means: the value of a number, the probabilities of booleans and categories, the expected count. */
  activate(logits: Float64Array, to: Float32Array | Float64Array, at: number): void {
    for (const { head, from, width } of this.stretches) {
      const end = from + width;
      if (head === 'categorical') {
        let highest = -Infinity;
        for (let j = from; j < end; j++) highest = Math.max(highest, logits[j]);
        let sum = 0;
        for (let j = from; j < end; j++) sum += Math.exp(logits[j] - highest);
        for (let j = from; j < end; j++) to[at + j] = Math.exp(logits[j] - highest) / sum;
      } else if (head === 'count') {
        for (let j = from; j < end; j++) to[at + j] = Math.exp(logits[j]);
      } else if (head === 'real') {
        for (let j = from; j < end; j++) to[at + j] = logits[j];
      } else {
        for (let j = from; j < end; j++) to[at + j] = 1 / (1 + Math.exp(-logits[j]));
      }
    }
  }

  /**
   * Converts a row for the comparison by distance, as org.gne.nn.Heads#represent.
   *
   * @param counted whether counts are divided by the exposure of the row; a decoded sample has exposure 1
   * @param to receives the values, from `at` on
   */
  represent(row: ArrayLike<number>, counted: boolean, to: Float32Array, at: number): void {
    for (const stretch of this.stretches) {
      const counts = stretch.head === 'count';
      const exposure = counts && counted ? exposureOf(stretch, row) : 1;
      for (let k = 0; k < stretch.width; k++) {
        const value = row[stretch.from + k];
        const scale = stretch.scales[stretch.scales.length === 1 ? 0 : k];
        to[at + stretch.from + k] = scale * (counts ? Math.log1p(value / exposure) : value);
      }
    }
  }

  /** The number of known source columns of a row; a category counts as one. */
  known(row: ArrayLike<number>): number {
    let known = 0;
    for (const { head, from, width } of this.stretches) {
      const end = head === 'categorical' ? from + 1 : from + width;
      for (let j = from; j < end; j++) if (!Number.isNaN(row[j])) known++;
    }
    return known;
  }

  /**
   * The weighted deviance of a row: its loss minus the smallest possible loss. Missing values (NaN) add nothing.
   *
   * @param row scaled values @param mean decoded means, from `at` on
   */
  deviance(row: ArrayLike<number>, mean: ArrayLike<number>, at = 0): number {
    let sum = 0;
    for (const stretch of this.stretches) {
      const exposure = stretch.head === 'count' ? exposureOf(stretch, row) : 1;
      for (let k = 0; k < stretch.width; k++) {
        const j = stretch.from + k;
        if (Number.isNaN(row[j])) continue;
        sum += weight(stretch, k) * deviance(stretch, k, row[j], exposure * mean[at + j]);
      }
    }
    return sum;
  }

  /** The weighted loss of a row over its known values: the deviance, and a part that is the same for all means. */
  cost(row: ArrayLike<number>, mean: ArrayLike<number>): number {
    let sum = 0;
    for (const stretch of this.stretches) {
      const exposure = stretch.head === 'count' ? exposureOf(stretch, row) : 1;
      for (let k = 0; k < stretch.width; k++) {
        const j = stretch.from + k;
        if (!Number.isNaN(row[j])) sum += weight(stretch, k) * loss(stretch, k, row[j], exposure * mean[j]);
      }
    }
    return sum;
  }

  /**
   * Computes what Fisher scoring needs, like org.gne.nn.Head#whiten: with the factors `s` of the columns, the Jacobian `J`
   * of the means and `d` = row minus means, `(s J)^T (s J)` and `(s J)^T (s d)` are the normal equations.
   *
   * @param residual receives `s d`, 0 for a missing value @param factor receives `s`
   */
  whiten(row: ArrayLike<number>, mean: ArrayLike<number>, residual: Float64Array, factor: Float64Array): void {
    for (const stretch of this.stretches) {
      const exposure = stretch.head === 'count' ? exposureOf(stretch, row) : 1;
      for (let k = 0; k < stretch.width; k++) {
        const j = stretch.from + k;
        const m = stretch.head === 'count' ? Math.max(LEAST, exposure * mean[j]) : mean[j];
        const missing = Number.isNaN(row[j]);
        const root = missing ? 0 : Math.sqrt(weight(stretch, k) / spread(stretch, k, m));
        residual[j] = missing ? 0 : root * (row[j] - m);
        factor[j] = root * exposure;
      }
    }
  }
}

/** The mean of one value; of a category all its logits are needed. */
export function meanOf({ head, from, width }: Head, logits: Float64Array, value: number): number {
  if (head === 'real') return logits[value];
  if (head === 'count') return Math.exp(logits[value]);
  if (head !== 'categorical') return 1 / (1 + Math.exp(-logits[value]));
  let highest = -Infinity;
  for (let j = from; j < from + width; j++) highest = Math.max(highest, logits[j]);
  let sum = 0;
  for (let j = from; j < from + width; j++) sum += Math.exp(logits[j] - highest);
  return Math.exp(logits[value] - highest) / sum;
}

function weight({ weights }: Head, k: number): number {
  return weights[weights.length === 1 ? 0 : k];
}

/** Twice the variance of the likelihood with a given mean; 1 for squared errors. */
function spread(stretch: Head, k: number, m: number): number {
  switch (stretch.head) {
    case 'unit':
    case 'real':
      return 1;
    case 'count':
      return 2 * (m + (m * m) / stretch.dispersion![k]);
    case 'categorical':
      return 2 * Math.max(LEAST, m);
    default:
      return 2 * Math.max(LEAST, m * (1 - m));
  }
}

function loss(stretch: Head, k: number, x: number, mean: number): number {
  switch (stretch.head) {
    case 'unit':
    case 'real':
      return (x - mean) ** 2;
    case 'count':
      return countLoss(x, Math.max(LEAST, mean), stretch.dispersion![k]);
    case 'categorical':
      return x > 0 ? -x * Math.log(Math.max(LEAST, mean)) : 0;
    default:
      return (x > 0 ? -x * Math.log(Math.max(LEAST, mean)) : 0) + (x < 1 ? -(1 - x) * Math.log(Math.max(LEAST, 1 - mean)) : 0);
  }
}

function deviance(stretch: Head, k: number, x: number, mean: number): number {
  switch (stretch.head) {
    case 'unit':
    case 'real':
      return (x - mean) ** 2;
    case 'count': {
      const r = stretch.dispersion![k];
      return countLoss(x, Math.max(LEAST, mean), r) - (x > 0 ? countLoss(x, x, r) : 0);
    }
    case 'categorical':
      return surplus(x, Math.max(LEAST, mean));
    default: {
      const y = Math.min(1 - LEAST, Math.max(LEAST, mean));
      return surplus(x, y) + surplus(1 - x, 1 - y);
    }
  }
}

function surplus(x: number, y: number): number {
  return x > 0 ? x * Math.log(x / y) : 0;
}

/** The negative logarithm of a negative binomial likelihood, without the terms that do not depend on the mean. */
function countLoss(x: number, mean: number, r: number): number {
  const both = (x + r) * Math.log1p(mean / r);
  return x > 0 ? both - x * Math.log(mean / r) : both;
}

/** The total of the known counts of a row, divided by the usual total; 1 if the total is 0 or there is only one column. */
function exposureOf({ from, width, usual }: Head, row: ArrayLike<number>): number {
  if (width === 1) return 1;
  let total = 0;
  let expected = 0;
  for (let k = 0; k < width; k++) {
    if (Number.isNaN(row[from + k])) continue;
    total += row[from + k];
    expected += usual![k];
  }
  return total > 0 && expected > 0 ? total / expected : 1;
}
