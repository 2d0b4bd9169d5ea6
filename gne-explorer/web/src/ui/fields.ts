import type { Column, Description, TableSchema } from '../data/description';
import { digits } from './numbers';

/** A column of the table, and the index of its first value in a row of numbers. */
export interface Field extends Column {
  readonly from: number;
}

/** The columns that a person can read: vectors, whose values have no meaning one by one, are left out. */
export function fields(schema: TableSchema): Field[] {
  let from = 0;
  return schema.columns
    .map((column) => {
      const field: Field = { ...column, from };
      from += column.size ?? (column.kind === 'category' ? column.categories.length : 1);
      return field;
    })
    .filter((field) => field.kind !== 'vector');
}

/** The first values of the booleans and categories whose samples are probabilities; models of version 0.1 have none. */
export function probabilities({ decoder }: Description): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { head, from, width } of decoder.heads) {
    if (head === 'categorical') found.add(from);
    if (head === 'binary') for (let j = 0; j < width; j++) found.add(from + j);
  }
  return found;
}

/** The text of a number, count, date or time. @param kept the value in a row or sample */
export function text(field: Column, kept: number): string {
  const { origin = 0, unit = 1 } = field;
  if (Number.isNaN(kept)) return digits(kept);
  const value = origin + unit * kept;
  if (field.kind === 'date' || field.kind === 'time') {
    const days = field.kind === 'date';
    const date = new Date(Math.round(value) * (days ? 86_400_000 : 1000));
    if (!Number.isNaN(date.getTime())) return date.toISOString().slice(0, days ? 10 : 19);
  }
  // The first four digits of a number far from 0 would be the same for all rows.
  return origin === 0 || Math.abs(unit * kept) > 0.01 * Math.abs(origin) ? digits(value) : Number(value.toPrecision(9)).toLocaleString('en', { maximumFractionDigits: 9, useGrouping: Math.abs(value) >= 10_000 });
}

/** The category with the highest value. Empty if all its values are missing. */
export function category(field: Field, sample: ArrayLike<number>): string {
  let best = -1;
  for (let i = 0; i < field.categories.length; i++) {
    const value = sample[field.from + i];
    if (!Number.isNaN(value) && (best < 0 || value > sample[field.from + best])) best = i;
  }
  return best < 0 ? '' : field.categories[best];
}

/** The lowest and highest value of each column of numbers. @param rows `[n, width]` */
export function ranges(rows: Float32Array, width: number): (readonly [number, number])[] {
  return Array.from({ length: width }, (_, j) => {
    let low = Infinity;
    let high = -Infinity;
    for (let i = j; i < rows.length; i += width) {
      if (rows[i] < low) low = rows[i];
      if (rows[i] > high) high = rows[i];
    }
    return low < high ? [low, high] : [low - 1, low + 1];
  });
}
