import type { LoadedMap } from '../data/loaded';

/** The total to which counts are scaled. */
const TOTAL = 10_000;

/** Counts of genes as biologists compare them: logarithms of counts per 10,000. As org.gne.analysis.Expression. */
export interface Expression {
  /** Logarithms of the counts of all rows. */
  measured(counts: ArrayLike<number>): Float32Array;
  /** The logarithm of a decoded mean. */
  decoded(mean: number): number;
}

/** What the numbers are. */
export const UNIT = 'log(1 + count per 10,000)';

/** The expression of a map of counts, or null: all its columns are counts, and the totals of its rows are known. */
export function expressionOf(map: LoadedMap): Expression | null {
  const { schema } = map.source.description;
  const totals = map.facts.find(({ name, categories }) => name === 'total' && !categories)?.values;
  if (!totals || schema.kind !== 'table' || schema.columns.some(({ kind }) => kind !== 'count')) return null;
  let sum = 0;
  let known = 0;
  for (let row = 0; row < totals.length; row++) {
    if (Number.isNaN(totals[row])) continue;
    sum += totals[row];
    known++;
  }
  if (!(sum > 0)) return null;
  const scaled = (count: number, total: number) => (total > 0 ? Math.log1p((TOTAL * count) / total) : count > 0 ? NaN : 0);
  return {
    measured: (counts) => Float32Array.from(counts, (count, row) => scaled(count, totals[row])),
    decoded: (mean) => scaled(mean, sum / known),
  };
}
