import { isMissing, missingName, type CategoryColumn, type NumberColumn, type ValueColumn } from '../columns/mapColumn';
import { countsOf } from '../map/looks';
import type { Change, Panel } from '../state/session';
import { card, h } from './dom';
import { bars, type Bins, binsOf, counts, edge, highest } from './histogram';
import { counted, whole } from './numbers';
import type { Page } from './page';

/** Columns that are shown before the reader asks for more. */
const FIRST = 8;

const BINS = 40;

/** Categories of a column that are listed. */
const LISTED = 8;

/** The distribution of each column. The reader filters rows with it; it follows the filters of other columns and the selection. */
export class FilterPanel implements Panel {
  readonly element: HTMLElement;
  private readonly list = h('div', { class: 'columns' });
  private readonly said = h('p', { class: 'note', role: 'status' });
  private readonly more: HTMLButtonElement;
  private readonly everything: HTMLButtonElement;
  private readonly shown: ColumnView[] = [];

  constructor(private readonly page: Page) {
    const { session } = page;
    this.everything = h('button', { class: 'quiet', click: () => (session.rows.showAll(), session.tell('rows')) }, 'Show all rows');
    this.more = h('button', { class: 'quiet', click: () => this.add() }, 'More columns');
    this.element = card('columns', 'Columns and filters', [this.everything], this.said, this.list, this.more);
    this.add();
    this.told('rows');
  }

  private add(): void {
    const { columns } = this.page;
    // What the decoder says comes after all others.
    const ordered = [...columns.real, ...columns.values.filter(({ group }) => group === 'decoded')];
    const next = ordered.slice(this.shown.length, this.shown.length + FIRST);
    for (const column of next) {
      const view = column.kind === 'number' ? new NumberView(this.page, column) : new CategoryView(this.page, column);
      this.shown.push(view);
      this.list.append(view.element);
      view.update();
    }
    this.more.hidden = this.shown.length >= ordered.length;
  }

  told(change: Change): void {
    if (change === 'tags') for (const view of this.shown) view.changed?.();
    if (change !== 'rows' && change !== 'panels') return;
    const { rows } = this.page.session;
    const all = rows.shownCount === rows.rows;
    this.said.textContent = all ? 'All rows are shown. Drag the ends of a range, or click a category, to filter.' : `${counted(rows.shownCount, 'row')} of ${whole(rows.rows)} shown.`;
    this.everything.hidden = all;
    if (!this.element.querySelector<HTMLElement>('.body')!.hidden) for (const view of this.shown) view.update();
  }
}

interface ColumnView {
  readonly element: HTMLElement;
  update(): void;
  /** Tags have changed. */
  changed?(): void;
}

function frame(page: Page, column: ValueColumn, ...content: HTMLElement[]): HTMLElement {
  const clear = h(
    'button',
    {
      class: 'quiet clear',
      'aria-label': `remove the filter of ${column.name}`,
      click: async () => {
        page.session.rows.setCondition(column, await column.values(), null);
        page.session.tell('rows');
      },
    },
    '×',
  );
  const color = h(
    'button',
    {
      class: 'link name',
      title: `Colour by ${column.name}`,
      click: () => {
        page.session.color = column;
        page.session.tell('color');
      },
    },
    column.name,
  );
  return h('div', { class: 'column', role: 'group', 'aria-label': column.name }, h('div', { class: 'line' }, color, clear), ...content);
}

class NumberView implements ColumnView {
  readonly element: HTMLElement;
  private readonly chart = h('div', { class: 'chart' });
  private readonly ends = h('div', { class: 'ends' });
  private readonly low: HTMLInputElement;
  private readonly high: HTMLInputElement;
  private values: ArrayLike<number> | null = null;
  private bins: Bins | null = null;
  private all: Int32Array = new Int32Array();
  /** The ends of the range belong to one step of the history while they are dragged. */
  private dragging = false;

  constructor(
    private readonly page: Page,
    private readonly column: NumberColumn,
  ) {
    const end = (name: string, value: number) =>
      h('input', {
        type: 'range',
        min: 0,
        max: BINS,
        value,
        'aria-label': `${column.name} ${name}`,
        input: () => this.filter(),
        change: () => (this.dragging = false),
      });
    this.low = end('from', 0);
    this.high = end('to', BINS);
    this.element = frame(page, column, this.chart, h('div', { class: 'two-ends' }, this.low, this.high), this.ends);
    void column.values().then((values) => {
      this.values = values;
      this.bins = binsOf(values, BINS);
      if (this.bins) this.all = counts(values, this.bins);
      else this.element.classList.add('empty');
      this.update();
    });
  }

  private filter(): void {
    const { bins, values, column } = this;
    if (!bins || !values) return;
    const [from, to] = [Number(this.low.value), Number(this.high.value)];
    const [a, b] = [Math.min(from, to), Math.max(from, to)];
    const condition = a === 0 && b === BINS ? null : ({ kind: 'range', low: edge(bins, a), high: edge(bins, b) } as const);
    const { rows } = this.page.session;
    rows.setCondition(column, values, condition, this.dragging);
    this.dragging = true;
    this.page.session.tell('rows');
  }

  update(): void {
    const { bins, values, column } = this;
    if (!bins || !values) return;
    const { rows } = this.page.session;
    const condition = rows.condition(column);
    this.element.classList.toggle('filtered', condition !== null);
    const [low, high] = condition?.kind === 'range' ? [condition.low, condition.high] : [bins.low, bins.high];
    const at = (value: number) => Math.round(((value - bins.low) / (bins.high - bins.low)) * BINS);
    if (!this.dragging) [this.low.value, this.high.value] = [String(at(low)), String(at(high))];
    this.low.setAttribute('aria-valuetext', column.text(low));
    this.high.setAttribute('aria-valuetext', column.text(high));
    this.ends.replaceChildren(h('span', {}, column.text(low)), h('span', {}, column.text(high)));
    const most = highest(this.all);
    const series = [{ counts: this.all, style: 'rest', scale: most }];
    const shown = rows.shownCount < rows.rows ? countsShown(values, bins, rows.hidden) : this.all;
    series.push({ counts: shown, style: 'shown', scale: most });
    if (rows.selection.length) series.push({ counts: counts(values, bins, rows.selection), style: 'own', scale: most });
    this.chart.replaceChildren(bars(series, 34));
  }
}

function countsShown(values: ArrayLike<number>, bins: Bins, hidden: Uint8Array): Int32Array {
  const found = new Int32Array(bins.count);
  const unit = bins.count / (bins.high - bins.low);
  for (let row = 0; row < hidden.length; row++) {
    if (hidden[row] === 0 && !Number.isNaN(values[row])) found[Math.max(0, Math.min(bins.count - 1, Math.floor((values[row] - bins.low) * unit)))]++;
  }
  return found;
}

class CategoryView implements ColumnView {
  readonly element: HTMLElement;
  private readonly bars = h('ul', { class: 'shares' });
  private values: ArrayLike<number> | null = null;
  /** The categories that are listed, -1 for missing. */
  private listed: number[] = [];

  constructor(
    private readonly page: Page,
    private readonly column: CategoryColumn,
  ) {
    this.element = frame(page, column, this.bars);
    void column.values().then((values) => {
      this.values = values;
      this.list();
      this.update();
    });
  }

  changed(): void {
    if (this.column.group !== 'tag' || !this.values) return;
    this.list();
    this.update();
  }

  private list(): void {
    const { values, column } = this;
    const counts = countsOf(values!, column.categories.length);
    const order = Array.from(column.categories.keys()).filter((code) => counts[code] > 0);
    this.listed = order.sort((a, b) => counts[b] - counts[a]).slice(0, LISTED);
    this.element.classList.toggle('empty', order.length === 0);
    for (let row = 0; row < values!.length; row++) {
      if (isMissing(column, values![row])) {
        this.listed.push(-1);
        break;
      }
    }
  }

  update(): void {
    const { values, column } = this;
    if (!values) return;
    const { rows } = this.page.session;
    const condition = rows.condition(column);
    const hidden: ReadonlySet<number> = condition?.kind === 'without' ? condition.hidden : new Set();
    this.element.classList.toggle('filtered', condition !== null);
    const all = this.counts(() => true);
    const shown = this.counts((row) => rows.hidden[row] === 0);
    const selected = rows.selection.length ? new Set(rows.selection) : null;
    const own = selected && this.counts((row) => selected.has(row));
    const most = Math.max(1, ...all.values());
    const focused = document.activeElement?.closest('.column') === this.element ? document.activeElement.getAttribute('data-code') : null;
    this.bars.replaceChildren(
      ...this.listed.map((code) => {
        const name = code < 0 ? missingName(column) : column.text(code) || '(no name)';
        const fill = (counts: Map<number, number>, style: string) => {
          const bar = h('span', { class: style });
          bar.style.width = `${(100 * (counts.get(code) ?? 0)) / most}%`;
          return bar;
        };
        const button = h(
          'button',
          {
            class: 'category',
            'data-code': code,
            'aria-pressed': String(!hidden.has(code)),
            title: `Show or hide ${name}`,
            click: () => this.toggle(code, hidden),
          },
          h('span', { class: 'name' }, name),
          h('span', { class: 'bar' }, fill(all, 'fill faint'), fill(shown, 'fill'), own ? fill(own, 'fill own') : ''),
          h('span', { class: 'count' }, whole(shown.get(code) ?? 0)),
        );
        return h('li', {}, button);
      }),
    );
    if (focused !== null) this.bars.querySelector<HTMLElement>(`[data-code="${focused}"]`)?.focus();
  }

  private counts(wanted: (row: number) => boolean): Map<number, number> {
    const found = new Map<number, number>();
    const { values } = this;
    for (let row = 0; row < values!.length; row++) {
      if (!wanted(row)) continue;
      const code = values![row];
      found.set(code, (found.get(code) ?? 0) + 1);
    }
    return found;
  }

  private toggle(code: number, hidden: ReadonlySet<number>): void {
    const next = new Set(hidden);
    if (!next.delete(code)) next.add(code);
    const { session } = this.page;
    session.rows.setCondition(this.column, this.values!, { kind: 'without', hidden: next });
    session.tell('rows');
  }
}
