/** A property of the rows: the page colours, filters, searches, sorts and exports by columns. */
interface ColumnBase {
  /** Unique, and the same whenever the map is opened: it stands in the address. */
  readonly id: string;
  readonly name: string;
  readonly group: Group;
  /** The text of a value. */
  text(value: number): string;
}

/** Numbers; NaN where the value is missing. */
export interface NumberColumn extends ColumnBase {
  readonly kind: 'number';
  /** The share of the column that the decoder explains, if it is known. */
  readonly explained?: number;
  /** What the numbers are, if they are not those of the data. */
  readonly unit?: string;
  values(): Promise<ArrayLike<number>>;
}

/** Indices into `categories`; -1 where the value is missing. */
export interface CategoryColumn extends ColumnBase {
  readonly kind: 'category';
  readonly categories: readonly string[];
  /** Whether a category has rows, of a column whose values change; by default all have. */
  used?(code: number): boolean;
  values(): Promise<ArrayLike<number>>;
}

/** Text that is different in most rows. Values are row numbers. */
export interface TextColumn extends ColumnBase {
  readonly kind: 'text';
  readonly texts: readonly string[];
}

export type MapColumn = NumberColumn | CategoryColumn | TextColumn;

/** A column with a value of its own per row, to colour and filter by. */
export type ValueColumn = NumberColumn | CategoryColumn;

/** Where the values come from. */
export type Group = 'label' | 'tag' | 'data' | 'fact' | 'cluster' | 'decoded' | 'map';

export const GROUP_NAMES: Readonly<Record<Group, string>> = {
  label: 'Label',
  tag: 'Tags',
  data: 'Columns of the data',
  fact: 'Known of the rows',
  cluster: 'Clusters of the map',
  decoded: 'Decoded at the rows’ coordinates',
  map: 'Fit',
};

/** What rows without a value are called. */
export function missingName(column: ValueColumn): string {
  return column.group === 'label' ? 'not known' : column.group === 'tag' ? 'no tag' : 'missing';
}

/** Whether a value is missing. */
export function isMissing(column: ValueColumn, value: number): boolean {
  return column.kind === 'number' ? Number.isNaN(value) : value < 0;
}

/** The text of a row's value; empty if it is missing. */
export function textOf(column: MapColumn, values: ArrayLike<number>, row: number): string {
  if (column.kind === 'text') return column.texts[row];
  return isMissing(column, values[row]) ? '' : column.text(values[row]);
}

/** Calls `values` once, however often the result is asked for. A failed call is repeated. */
export function once(values: () => Promise<ArrayLike<number>>): () => Promise<ArrayLike<number>> {
  let found: Promise<ArrayLike<number>> | undefined;
  return () => {
    found ??= values().catch((e: unknown) => {
      found = undefined;
      throw e;
    });
    return found;
  };
}
