import type { LoadedMap } from '../data/loaded';
import type { Point } from '../map/view';

/** The explained share of each row; NaN if a row has no known value. */
export function explainedShares(map: LoadedMap): Float32Array {
  const nullError = map.source.description.nullError!;
  return map.errors!.map((error) => 1 - error / nullError);
}

/** The names, labels, errors and coordinates of the rows. */
export class Rows {
  constructor(readonly map: LoadedMap) {}

  get count(): number {
    return this.map.source.description.rows;
  }

  /** The row's id, or its number if the rows have no ids. */
  name(row: number): string {
    return this.map.ids?.[row] ?? `row ${row}`;
  }

  /** The name of a row's class, or its number; null if it is not known. */
  label(row: number): string | null {
    const number = this.map.target?.[row];
    if (number !== undefined) return Number.isNaN(number) ? null : String(number);
    const label = this.map.classes?.[row] ?? -1;
    return label < 0 ? null : this.map.source.description.classes[label].name;
  }

  error(row: number): number | null {
    return this.map.errors?.[row] ?? null;
  }

  /** The share of a row that the decoder explains: 1 is best, 0 is a constant; null if it is not known. */
  explained(row: number): number | null {
    const error = this.error(row);
    const { nullError } = this.map.source.description;
    return error === null || nullError === undefined ? null : 1 - error / nullError;
  }

  place(row: number): Point {
    return { x: this.map.places[2 * row], y: this.map.places[2 * row + 1] };
  }

  /** The coordinates of some rows: all of them, or `most` of them at even steps. @returns `[n, 2]` */
  places(rows: ArrayLike<number>, most: number): Float32Array {
    const step = Math.max(1, rows.length / most);
    const n = Math.min(rows.length, most);
    const places = new Float32Array(2 * n);
    for (let i = 0; i < n; i++) {
      const row = rows[Math.floor(i * step)];
      places.set([this.map.places[2 * row], this.map.places[2 * row + 1]], 2 * i);
    }
    return places;
  }
}
