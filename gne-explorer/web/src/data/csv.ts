import { dsvFormat } from 'd3-dsv';
import { type MapColumn, textOf } from '../columns/mapColumn';

const DELIMITERS = [',', '\t', ';', '|'] as const;

/** Lines of a table as text, without empty ones. Values lie between commas, or tabs, semicolons or bars if the first line has more of these. */
export function csvLines(text: string): string[][] {
  const first = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.replace(/^\ufeff/, '').trimStart())![0].replaceAll(/"(?:[^"]|"")*"/g, '');
  const count = (delimiter: string) => first.split(delimiter).length;
  const delimiter = DELIMITERS.reduce((best, each) => (count(each) > count(best) ? each : best));
  return dsvFormat(delimiter)
    .parseRows(text.replace(/^\ufeff/, ''))
    .filter((line) => line.length > 1 || line[0].trim() !== '');
}

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
