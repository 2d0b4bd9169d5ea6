import { isMissing, missingName, type ValueColumn } from '../columns/mapColumn';

/** What a column must be for a row to be shown. */
export type Condition =
  | {
      readonly kind: 'range';
      /** Both ends are included; rows without a value are hidden. */
      readonly low: number;
      readonly high: number;
    }
  | {
      readonly kind: 'without';
      /** Hidden categories; -1 stands for rows without a value. */
      readonly hidden: ReadonlySet<number>;
    };

/** A condition on a column, with its values. */
export interface Filter {
  readonly column: ValueColumn;
  readonly values: ArrayLike<number>;
  readonly condition: Condition;
}

/** Marks in `mask` the rows that do not meet a condition. */
export function hideIn(mask: Uint8Array, { values, condition, column }: Filter): void {
  if (condition.kind === 'range') {
    const { low, high } = condition;
    // Written so that NaN is hidden.
    for (let row = 0; row < mask.length; row++) if (!(values[row] >= low && values[row] <= high)) mask[row] = 1;
    return;
  }
  const { hidden } = condition;
  for (let row = 0; row < mask.length; row++) {
    const value = isMissing(column, values[row]) ? -1 : values[row];
    if (hidden.has(value)) mask[row] = 1;
  }
}

/** A condition in words. */
export function inWords(column: ValueColumn, condition: Condition): string {
  if (condition.kind === 'range') return `${column.name}: ${column.text(condition.low)} to ${column.text(condition.high)}`;
  const names = [...condition.hidden].map((code) => (code < 0 ? missingName(column) : column.text(code)));
  return `${column.name}: without ${names.length > 3 ? `${names.length} of its values` : names.join(', ')}`;
}
