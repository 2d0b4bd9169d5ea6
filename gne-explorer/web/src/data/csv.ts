import { type MapColumn, textOf } from '../columns/mapColumn';

/** A field of CSV, quoted if it must be. */
export function quoted(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows with their coordinates and all columns, as CSV. Numbers are written in full; missing values are empty.
 *
 * @param columns with their values, `[]` for texts
 * @param exact the exact text of a number, for columns that are not kept in the units of the data
 */
export function rowsCsv(
  rows: readonly number[],
  places: Float32Array,
  columns: readonly { readonly column: MapColumn; readonly values: ArrayLike<number> }[],
  exact: (column: MapColumn, value: number) => string,
): string {
  const lines = [['row', 'x', 'y', ...columns.map(({ column }) => quoted(column.name))].join(',')];
  for (const row of rows) {
    const cells = columns.map(({ column, values }) =>
      column.kind === 'number' ? (Number.isNaN(values[row]) ? '' : quoted(exact(column, values[row]))) : quoted(textOf(column, values, row)),
    );
    lines.push([row, places[2 * row], places[2 * row + 1], ...cells].join(','));
  }
  lines.push('');
  return lines.join('\n');
}
