import type { TableSchema } from '../data/description';

/** A column of the table, and the index of its first value in a row of numbers. */
export interface Field {
  readonly name: string;
  readonly kind: 'number' | 'boolean' | 'category';
  readonly categories: readonly string[];
  readonly from: number;
}

export function fields(schema: TableSchema): Field[] {
  let from = 0;
  return schema.columns.map((column) => {
    const field: Field = { ...column, from };
    from += column.kind === 'category' ? column.categories.length : 1;
    return field;
  });
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
