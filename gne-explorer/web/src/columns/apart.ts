import type { CategoryColumn, NumberColumn, ValueColumn } from './mapColumn';

/** How the selected rows differ from all others in one column. */
export type Difference =
  | {
      readonly kind: 'number';
      readonly column: NumberColumn;
      /** The difference of the means, in standard deviations of all rows. */
      readonly effect: number;
      readonly own: number;
      readonly rest: number;
      readonly values: ArrayLike<number>;
    }
  | {
      readonly kind: 'category';
      readonly column: CategoryColumn;
      readonly effect: number;
      readonly category: number;
      /** The shares of the category among the selected rows and among the others; missing values do not count. */
      readonly own: number;
      readonly rest: number;
      readonly values: ArrayLike<number>;
    };

/**
 * Compares the values of the selected rows with those of all other rows. Numbers: the standardised difference of the means (Cohen's
 * d with the deviation of all rows). Categories: the category with the largest difference of its shares (Cohen's h).
 *
 * @param selected 1 for each selected row
 * @returns null if either side has no known values
 */
export function difference(column: ValueColumn, values: ArrayLike<number>, selected: Uint8Array): Difference | null {
  return column.kind === 'number' ? ofNumbers(column, values, selected) : ofCategories(column, values, selected);
}

function ofNumbers(column: NumberColumn, values: ArrayLike<number>, selected: Uint8Array): Difference | null {
  const n = [0, 0];
  const mean = [0, 0];
  let all = 0;
  let center = 0;
  let square = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (!Number.isFinite(value)) continue;
    const side = selected[row];
    mean[side] += (value - mean[side]) / ++n[side];
    const before = value - center;
    center += before / ++all;
    square += before * (value - center);
  }
  if (!n[0] || !n[1]) return null;
  const spread = Math.sqrt(square / all);
  return { kind: 'number', column, effect: spread > 0 ? (mean[1] - mean[0]) / spread : 0, own: mean[1], rest: mean[0], values };
}

function ofCategories(column: CategoryColumn, values: ArrayLike<number>, selected: Uint8Array): Difference | null {
  const counts = [new Float64Array(column.categories.length), new Float64Array(column.categories.length)];
  const n = [0, 0];
  for (let row = 0; row < values.length; row++) {
    if (values[row] < 0) continue;
    counts[selected[row]][values[row]]++;
    n[selected[row]]++;
  }
  if (!n[0] || !n[1]) return null;
  let best: Difference | null = null;
  for (let category = 0; category < column.categories.length; category++) {
    const own = counts[1][category] / n[1];
    const rest = counts[0][category] / n[0];
    const effect = 2 * Math.asin(Math.sqrt(own)) - 2 * Math.asin(Math.sqrt(rest));
    if (!best || Math.abs(effect) > Math.abs(best.effect)) best = { kind: 'category', column, effect, category, own, rest, values };
  }
  return best;
}

/** In words: by how much the selection differs. */
export function inWords(found: Difference): string {
  if (found.kind === 'number') return `${Math.abs(found.effect).toFixed(1)} sd ${found.effect < 0 ? 'lower' : 'higher'}`;
  if (found.rest === 0) return 'only here';
  const lift = found.own / found.rest;
  return `${lift >= 10 ? Math.round(lift) : Number(lift.toPrecision(2))} × as frequent`;
}
