import type { ValueColumn } from '../columns/mapColumn';
import { type Condition, type Filter, hideIn } from './filter';

/** What can be undone: which rows are shown and which are selected. */
export interface RowState {
  readonly filters: readonly Filter[];
  readonly selection: readonly number[];
  /** The only rows that are shown, or null for all. */
  readonly isolated: readonly number[] | null;
}

/** How a new set of rows changes the selection. */
export type Combine = 'replace' | 'add' | 'subtract';

const REMEMBERED = 100;

/** The selected rows and the shown rows, with the steps that led there. */
export class RowSets {
  private state: RowState = { filters: [], selection: [], isolated: null };
  /** Earlier states, and what undoes other steps. */
  private readonly past: (RowState | (() => void))[] = [];
  /** 1 for each row that is not shown. */
  readonly hidden: Uint8Array;
  shownCount: number;

  constructor(readonly rows: number) {
    this.hidden = new Uint8Array(rows);
    this.shownCount = rows;
  }

  get selection(): readonly number[] {
    return this.state.selection;
  }

  get filters(): readonly Filter[] {
    return this.state.filters;
  }

  get isolated(): readonly number[] | null {
    return this.state.isolated;
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  visible = (row: number): boolean => this.hidden[row] === 0;

  /** The shown rows. */
  shown(): number[] {
    const rows: number[] = [];
    for (let row = 0; row < this.rows; row++) if (this.hidden[row] === 0) rows.push(row);
    return rows;
  }

  condition(column: ValueColumn): Condition | null {
    return this.state.filters.find((filter) => filter.column.id === column.id)?.condition ?? null;
  }

  /**
   * Sets the condition on a column; null removes it.
   *
   * @param same whether this continues the last change, so that both are undone in one step
   */
  setCondition(column: ValueColumn, values: ArrayLike<number>, condition: Condition | null, same = false): void {
    const filters = this.state.filters.filter((filter) => filter.column.id !== column.id);
    const none = condition === null || (condition.kind === 'without' && condition.hidden.size === 0);
    this.change({ ...this.state, filters: none ? filters : [...filters, { column, values, condition }] }, same);
  }

  select(rows: readonly number[], combine: Combine = 'replace'): void {
    this.change({ ...this.state, selection: combined(this.state.selection, rows, combine) });
  }

  /** Selects the shown rows that are not selected. */
  invert(): void {
    const selected = new Set(this.state.selection);
    this.change({ ...this.state, selection: this.shown().filter((row) => !selected.has(row)) });
  }

  /** Shows only the selected rows. */
  isolate(): void {
    if (this.state.selection.length) this.change({ ...this.state, isolated: this.state.selection });
  }

  /** Shows all rows. */
  showAll(): void {
    this.change({ ...this.state, filters: [], isolated: null });
  }

  /** Replaces everything, as one step. */
  set(state: RowState): void {
    this.change(state);
  }

  undo(): boolean {
    const before = this.past.pop();
    if (typeof before === 'function') before();
    else if (before) this.apply(before);
    return before !== undefined;
  }

  /** Remembers a step that is none of the rows shown and selected. */
  remember(back: () => void): void {
    this.past.push(back);
    if (this.past.length > REMEMBERED) this.past.shift();
  }

  /** The values of a column have changed. @returns whether rows are filtered by it */
  refresh(column: string): boolean {
    const filtered = this.state.filters.some((filter) => filter.column.id === column);
    if (filtered) this.apply(this.state);
    return filtered;
  }

  private change(next: RowState, same = false): void {
    if (!same) this.past.push(this.state);
    if (this.past.length > REMEMBERED) this.past.shift();
    this.apply(next);
  }

  private apply(next: RowState): void {
    this.state = next;
    const { hidden } = this;
    hidden.fill(next.isolated ? 1 : 0);
    for (const row of next.isolated ?? []) hidden[row] = 0;
    for (const filter of next.filters) hideIn(hidden, filter);
    let shown = this.rows;
    for (let row = 0; row < hidden.length; row++) shown -= hidden[row];
    this.shownCount = shown;
  }
}

/** Ascending row numbers. */
export function combined(before: readonly number[], rows: readonly number[], combine: Combine): number[] {
  if (combine === 'replace') return [...rows];
  if (combine === 'add') return [...new Set([...before, ...rows])].sort((a, b) => a - b);
  const less = new Set(rows);
  return before.filter((row) => !less.has(row));
}
