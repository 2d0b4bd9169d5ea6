import { type Field, fields } from '../ui/fields';
import { csvLines } from './csv';
import type { PictureSchema, TableSchema } from './description';

/** A row that is not part of the map's data, in the units that are shown. */
export interface NewRow {
  readonly name: string;
  readonly values: Float32Array;
}

/** At most this many rows of a file are placed. */
const MOST = 100;

const MISSING = new Set(['', 'na', 'nan', 'null', 'none', '?']);

/**
 * Reads an image and resizes it to the size of the model's images.
 *
 * @returns the image and, if the model's images are grey, also its inverse: the model may have been fitted to white
 *     strokes on black, and the file may hold black strokes on white
 */
export async function readPicture(file: File, schema: PictureSchema): Promise<NewRow[]> {
  const image = await createImageBitmap(file, {
    resizeWidth: schema.columns,
    resizeHeight: schema.height,
    resizeQuality: 'high',
  });
  const g = new OffscreenCanvas(schema.columns, schema.height).getContext('2d')!;
  g.fillStyle = '#ffffff';
  g.fillRect(0, 0, schema.columns, schema.height);
  g.drawImage(image, 0, 0);
  const { data } = g.getImageData(0, 0, schema.columns, schema.height);
  const values = new Float32Array(schema.columns * schema.height * schema.channels);
  for (let i = 0; i < data.length / 4; i++) {
    const [r, green, b] = data.subarray(4 * i, 4 * i + 3);
    if (schema.channels === 3) values.set([r / 255, green / 255, b / 255], 3 * i);
    else values[i] = (0.299 * r + 0.587 * green + 0.114 * b) / 255;
  }
  const row = { name: file.name, values };
  return schema.channels === 3 ? [row] : [row, { name: `${file.name}, inverted`, values: values.map((v) => 1 - v) }];
}

/**
 * Reads lines of CSV. If the first line holds names of the model's columns, columns are found by name; if it holds none
 * of them, the columns must be in the model's order.
 *
 * @throws Error if rows are vectors, which cannot be made here; or that says what was found and expected
 */
export function readLines(name: string, text: string, schema: TableSchema): NewRow[] {
  if (schema.columns.some((column) => column.kind === 'vector')) {
    throw new Error(`${name}: the rows of this map are texts, which the page cannot embed; the command gne place can`);
  }
  const data = csvLines(text.trim());
  if (!data.length || !data[0].length) throw new Error(`${name}: found no lines, expected at least 1`);
  const all = fields(schema);
  const header = data[0].map((cell) => cell.trim());
  const named = all.some((field) => header.includes(field.name));
  const missing = named ? all.filter((field) => !header.includes(field.name)).map((field) => field.name) : [];
  if (missing.length) throw new Error(`${name}: found no column ${missing[0]}, expected all of the model's`);
  if (!named && header.length !== all.length) {
    throw new Error(`${name}: found ${header.length} values in line 1, expected ${all.length}, or a line of names`);
  }
  const columns = all.map((field, i) => (named ? header.indexOf(field.name) : i));
  const width = all.reduce((sum, field) => sum + Math.max(1, field.categories.length), 0);
  return data.slice(named ? 1 : 0, MOST + 1).map((line, i) => {
    const values = new Float32Array(width);
    all.forEach((field, k) => write(field, (line[columns[k]] ?? '').trim(), values, `${name}, line ${i + (named ? 2 : 1)}`));
    return { name: `${name} ${i + 1}`, values };
  });
}

function write(field: Field, cell: string, values: Float32Array, place: string): void {
  const unknown = MISSING.has(cell.toLowerCase());
  if (field.kind === 'category') {
    const which = field.categories.indexOf(cell);
    if (!unknown && which < 0) throw new Error(`${place}: found ${field.name} ${cell}, expected ${field.categories.join(', ')}`);
    field.categories.forEach((_, i) => (values[field.from + i] = unknown ? NaN : Number(i === which)));
    return;
  }
  values[field.from] = unknown ? NaN : number(field, cell, place);
}

/** The stored form of a value: `(value - origin) / unit`. */
function number(field: Field, cell: string, place: string): number {
  const { origin = 0, unit = 1 } = field;
  const truth = field.kind === 'boolean' ? ['false', 'true'].indexOf(cell.toLowerCase()) : -1;
  const dated = field.kind === 'date' || field.kind === 'time';
  const value = truth >= 0 ? truth : dated ? moment(cell) / (field.kind === 'date' ? 86_400 : 1) : Number(cell);
  if (Number.isNaN(value)) {
    throw new Error(`${place}: found ${field.name} ${cell}, expected ${dated ? 'a date like 2024-02-29' : 'a number'}`);
  }
  return (value - origin) / unit;
}

/** Seconds since 1970-01-01 of `2024-02-29`, `2024-02-29T08:30:00` or the same with a space; without a time zone. */
function moment(cell: string): number {
  const found = /^(-?\d{4,6}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?$/.exec(cell);
  return found ? Date.parse(`${found[1]}T${found[2] ?? '00:00'}Z`) / 1000 : NaN;
}
