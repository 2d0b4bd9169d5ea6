import { type MapColumn, textOf } from '../columns/mapColumn';
import type { Change, Panel } from '../state/session';
import { h } from './dom';
import { counted } from './numbers';
import type { Page } from './page';

/** The height of a line in pixels, as in the style sheet. */
const LINE = 30;

/** Lines above and below the visible ones that are kept. */
const MARGIN = 8;

/** Columns beyond this are not in the table; the CSV file has all. */
const MOST = 40;

interface Loaded {
  readonly column: MapColumn;
  readonly values: ArrayLike<number>;
}

/** All shown rows as a table: sortable, linked with the map. Only the lines in sight exist. */
export class TablePanel implements Panel {
  readonly element: HTMLElement;
  readonly button: HTMLButtonElement;
  private readonly body = h('tbody', {});
  private readonly head = h('tr', {});
  private readonly table: HTMLTableElement;
  private readonly scroll: HTMLElement;
  private readonly said = h('span', { class: 'note', role: 'status' });
  private readonly only: HTMLInputElement;
  private order: number[] = [];
  private loaded: readonly Loaded[] = [];
  private sorted: { id: string; down: boolean } | null = null;
  private selected = new Set<number>();

  constructor(private readonly page: Page) {
    this.table = h('table', { class: 'rows-table' }, h('thead', {}, this.head), this.body);
    this.scroll = h('div', { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': 'rows of the table', scroll: () => this.paint() }, this.table);
    this.only = h('input', { type: 'checkbox', change: () => this.reorder() });
    const head = h(
      'div',
      { class: 'head' },
      h('h2', {}, 'Rows'),
      this.said,
      h('label', { class: 'check' }, this.only, 'selected only'),
      h('button', { class: 'quiet', 'aria-label': 'close the table', click: () => this.toggle() }, '×'),
    );
    this.element = h('section', { class: 'table-drawer', 'aria-label': 'table of rows' }, head, this.scroll);
    this.element.hidden = true;
    this.button = h('button', { class: 'quiet theme', 'aria-pressed': 'false', title: 'All rows as a table (t)', click: () => this.toggle() }, 'Table');
  }

  get open(): boolean {
    return !this.element.hidden;
  }

  toggle(): void {
    this.element.hidden = !this.element.hidden;
    this.button.setAttribute('aria-pressed', String(this.open));
    if (this.open) void this.load();
    this.page.session.tell('panels');
  }

  told(change: Change): void {
    if (!this.open) return;
    if (change === 'tags') void this.load();
    if (change === 'rows') this.reorder();
    if (change === 'spot') this.paint();
  }

  private async load(): Promise<void> {
    const columns = this.page.columns.saved.slice(0, MOST);
    // The first tag adds a column.
    if (this.loaded.length !== columns.length) {
      this.said.textContent = 'Loading …';
      this.loaded = await Promise.all(
        columns.map(async (column) => ({ column, values: column.kind === 'text' ? [] : await column.values() })),
      );
    }
    this.reorder();
  }

  private reorder(): void {
    const { rows } = this.page.session;
    this.selected = new Set(rows.selection);
    this.order = this.only.checked ? rows.selection.filter(rows.visible) : rows.shown();
    const { sorted } = this;
    const by = this.loaded.find(({ column }) => column.id === sorted?.id);
    if (sorted && by) this.order.sort(comparison(by, sorted.down));
    else if (sorted?.down) this.order.reverse();
    this.said.textContent = counted(this.order.length, 'row');
    this.table.setAttribute('aria-rowcount', String(this.order.length + 1));
    this.heads();
    this.paint();
  }

  private heads(): void {
    const focused = this.head.contains(document.activeElement) ? document.activeElement!.textContent : null;
    const one = (id: string, name: string, numeric: boolean) => {
      const own = this.sorted?.id === id ? this.sorted : null;
      return h(
        'th',
        { scope: 'col', class: numeric ? 'number' : '', 'aria-sort': own ? (own.down ? 'descending' : 'ascending') : undefined },
        h('button', { class: 'bare', title: `Sort by ${name}`, click: () => this.sort(id) }, name, h('span', { 'aria-hidden': 'true' }, own ? (own.down ? ' ▼' : ' ▲') : '')),
      );
    };
    this.head.replaceChildren(
      one('', 'row', true),
      ...this.loaded.map(({ column }) => one(column.id, column.name, column.kind === 'number')),
    );
    if (focused) for (const button of this.head.querySelectorAll('button')) if (button.textContent === focused) button.focus();
  }

  private sort(id: string): void {
    this.sorted = this.sorted?.id === id ? (this.sorted.down ? null : { id, down: true }) : { id, down: false };
    this.scroll.scrollTop = 0;
    this.reorder();
  }

  /** Creates the lines in sight, between two empty lines as tall as the others. */
  private paint(): void {
    const { scrollTop, clientHeight } = this.scroll;
    const from = Math.max(0, Math.floor(scrollTop / LINE) - MARGIN);
    const to = Math.min(this.order.length, Math.ceil((scrollTop + clientHeight) / LINE) + MARGIN);
    const space = (lines: number) => {
      const cell = h('td', { colspan: this.loaded.length + 1 });
      cell.style.height = `${LINE * lines}px`;
      return h('tr', { class: 'space', 'aria-hidden': 'true' }, cell);
    };
    const lines = this.order.slice(from, to).map((row, i) => this.line(row, from + i));
    const focused = this.body.contains(document.activeElement) ? document.activeElement!.getAttribute('data-row') : null;
    this.body.replaceChildren(...(from ? [space(from)] : []), ...lines, ...(to < this.order.length ? [space(this.order.length - to)] : []));
    if (focused) this.body.querySelector<HTMLElement>(`[data-row="${focused}"]`)?.focus();
  }

  private line(row: number, at: number): HTMLElement {
    const { session, rows } = this.page;
    const go = h(
      'button',
      { class: 'link', 'data-row': row, 'aria-label': `go to ${rows.name(row)}`, title: 'Go there; with Shift, select it', click: (event) => this.click(row, event as MouseEvent) },
      String(row),
    );
    const line = h(
      'tr',
      {
        'aria-rowindex': at + 2,
        class: `${this.selected.has(row) ? 'selected' : ''}${session.row === row ? ' here' : ''}`,
        pointerenter: () => {
          if (!session.held) this.page.go(rows.place(row), row);
        },
      },
      h('td', { class: 'number' }, go),
      ...this.loaded.map(({ column, values }) => {
        const text = textOf(column, values, row);
        return h('td', { class: column.kind === 'number' ? 'number' : '', title: text }, text);
      }),
    );
    return line;
  }

  private click(row: number, event: MouseEvent): void {
    const { session } = this.page;
    if (event.shiftKey) {
      session.rows.select([row], this.selected.has(row) ? 'subtract' : 'add');
      session.tell('rows');
    } else {
      this.page.find(row);
    }
  }
}

/** Missing values come last in both directions. */
function comparison({ column, values }: Loaded, down: boolean): (a: number, b: number) => number {
  const sign = down ? -1 : 1;
  if (column.kind === 'text') return (a, b) => sign * column.texts[a].localeCompare(column.texts[b], 'en', { numeric: true });
  const missing = column.kind === 'number' ? (v: number) => Number.isNaN(v) : (v: number) => v < 0;
  return (a, b) => {
    const [x, y] = [values[a], values[b]];
    if (missing(x) || missing(y)) return Number(missing(x)) - Number(missing(y));
    return sign * (x - y);
  };
}
