import { KIND } from '../columns/columns';
import type { CategoryColumn } from '../columns/mapColumn';
import type { Change, Panel } from '../state/session';
import { card, h } from './dom';
import type { Page } from './page';

/** A slider over the kinds of rows: all of them, or the rows of one kind alone. */
export class KindPanel implements Panel {
  readonly element: HTMLElement;
  private readonly column: CategoryColumn;
  private readonly slider: HTMLInputElement;
  private readonly said = h('p', { class: 'note', role: 'status' });

  constructor(private readonly page: Page) {
    this.column = page.columns.value(KIND) as CategoryColumn;
    const { name, categories } = this.column;
    this.slider = h('input', { type: 'range', min: 0, max: categories.length, value: 0, 'aria-label': name, input: () => void this.slide() });
    this.element = card('kinds', name.charAt(0).toUpperCase() + name.slice(1), [], this.slider, this.said);
    this.told('rows');
  }

  private async slide(): Promise<void> {
    const { session } = this.page;
    const { categories } = this.column;
    const wanted = Number(this.slider.value) - 1;
    const hidden = new Set(wanted < 0 ? [] : [-1, ...categories.keys()].filter((code) => code !== wanted));
    session.rows.setCondition(this.column, await this.column.values(), hidden.size ? { kind: 'without', hidden } : null);
    session.tell('rows');
  }

  told(change: Change): void {
    if (change !== 'rows') return;
    const { categories } = this.column;
    const condition = this.page.session.rows.condition(this.column);
    const hidden = condition?.kind === 'without' ? condition.hidden : new Set<number>();
    const shown = [...categories.keys()].filter((code) => !hidden.has(code));
    const one = shown.length === 1 && categories.length > 1;
    this.slider.value = String(one ? shown[0] + 1 : 0);
    const text = one ? categories[shown[0]] : hidden.size ? `some of ${categories.length}` : 'all rows';
    this.slider.setAttribute('aria-valuetext', text);
    this.said.textContent = text;
  }
}
