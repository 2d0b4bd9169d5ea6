import { GROUP_NAMES, type Group, isMissing, missingName, type ValueColumn } from '../columns/mapColumn';
import type { ClassStyle } from '../data/description';
import { css, gradient, parsed } from '../map/colors';
import { categoryStyles, classCodes, classColor, classInks, countsOf, neutralInks, scaleCodes, scaleInks, scaleRange, unknownColor } from '../map/looks';
import { RING } from '../map/marks';
import type { Ink } from '../map/points';
import type { Change, Panel } from '../state/session';
import { card, h } from './dom';
import { counted, percent, whole } from './numbers';
import type { Page } from './page';

/** Names of up to this many characters fit into two columns. */
const SHORT = 9;

/** The colours of the points and their legend. Categories are shown and hidden in the legend. */
export class ColorPanel implements Panel {
  readonly element: HTMLElement;
  private readonly legend = h('div', { class: 'legend' });
  private readonly select: HTMLSelectElement;
  private values: ArrayLike<number> = [];
  private styles: readonly ClassStyle[] = [];
  private range: readonly [number, number] = [0, 1];
  private turn = 0;

  /** @param paint receives the palette entry of each row and the palette */
  constructor(
    private readonly page: Page,
    private readonly paint: (codes: Uint16Array | null, inks: readonly Ink[]) => void,
  ) {
    const { columns, session, map } = page;
    session.color = columns.value('label') ?? null;
    this.select = h('select', { 'aria-label': 'colour by', change: () => void this.choose(this.select.value) });
    const groups = new Map<Group, ValueColumn[]>();
    for (const column of columns.values) groups.set(column.group, [...(groups.get(column.group) ?? []), column]);
    if (!session.color) this.select.append(h('option', { value: '' }, 'nothing'));
    for (const [group, own] of groups) {
      this.select.append(h('optgroup', { label: GROUP_NAMES[group] }, ...own.map((column) => h('option', { value: column.id }, named(column)))));
    }
    if (session.color && !map.classes) this.select.append(h('option', { value: '' }, 'nothing'));
    this.element = card('colour', 'Colour', [], this.select, this.legend);
  }

  told(change: Change): void {
    const { session } = this.page;
    if (change === 'color') void this.recolor();
    if (change === 'theme' || (change === 'tags' && session.color?.group === 'tag')) void this.recolor();
    if (change === 'layer') this.repaint();
    if (change === 'rows' && session.color?.kind === 'category') this.showLegend();
  }

  private async choose(id: string): Promise<void> {
    const { session, columns } = this.page;
    session.color = columns.value(id) ?? null;
    session.tell('color');
  }

  /** Loads the column, unless it is there, and paints it. */
  private async recolor(): Promise<void> {
    const turn = ++this.turn;
    const { session, map } = this.page;
    const { color } = session;
    this.select.value = color?.id ?? '';
    if (!color) {
      this.values = [];
      this.paint(new Uint16Array(map.source.description.rows), this.inks());
      this.showLegend();
      return;
    }
    const late = window.setTimeout(() => this.legend.replaceChildren(h('p', { class: 'note', role: 'status' }, 'Colouring …')), 120);
    const values = await color.values();
    window.clearTimeout(late);
    if (turn !== this.turn) return;
    this.values = values;
    const { classes, palette } = map.source.description;
    if (color.kind === 'category') {
      this.styles = color.id === 'label' ? classes : categoryStyles(color.categories, values, palette);
      this.paint(classCodes(values, this.styles.length), this.inks());
    } else {
      this.range = scaleRange(values);
      this.paint(scaleCodes(values, this.range), this.inks());
    }
    this.showLegend();
  }

  private repaint(): void {
    this.paint(null, this.inks());
    this.showLegend();
  }

  private inks(): readonly Ink[] {
    const { session, map } = this.page;
    const { color, dark } = session;
    const own: readonly Ink[] = !color
      ? [{ color: parsed(map.source.description.noClass), mark: 0 }]
      : color.kind === 'category'
        ? classInks(this.styles, dark)
        : scaleInks(dark);
    return session.neutral ? neutralInks(own, dark) : own;
  }

  private showLegend(): void {
    const { session } = this.page;
    const { color } = session;
    if (session.neutral) {
      const name = session.dark ? 'white' : 'black';
      this.legend.replaceChildren(h('p', { class: 'note' }, `Points are ${name} while the layer has a colour scale of its own: see Layers.`));
    } else if (!color) {
      this.legend.replaceChildren();
    } else if (color.kind === 'category') {
      this.showCategories(color);
    } else {
      this.showScale(color);
    }
  }

  private showScale(color: ValueColumn & { kind: 'number' }): void {
    const { description } = this.page.map.source;
    const [low, high] = this.range;
    const bar = h('div', { class: 'scale' });
    bar.style.background = gradient(this.page.session.dark);
    let unknown = 0;
    for (let i = 0; i < this.values.length; i++) unknown += Number(Number.isNaN(this.values[i]));
    const lines: (HTMLElement | string)[] = [
      bar,
      h('div', { class: 'ends' }, h('span', {}, color.text(low)), h('span', {}, color.text(high))),
      h('p', { class: 'note' }, color.unit ? `${color.unit}; the ends are the 2nd and the 98th percentile.` : 'The ends are the 2nd and the 98th percentile.'),
    ];
    if (unknown > 0) {
      lines.push(h('div', { class: 'class' }, this.ring(), h('span', { class: 'name' }, missingName(color)), h('span', { class: 'count' }, whole(unknown))));
    }
    const explained = color.group === 'map' ? description.explained : color.explained;
    if (explained !== undefined) {
      lines.push(h('p', { class: 'note' }, `The decoder explains ${percent(explained)} of ${color.group === 'map' ? 'the data' : 'this column'}.`));
    }
    this.legend.replaceChildren(...lines);
  }

  private ring(): HTMLElement {
    const swatch = h('span', { class: `swatch mark${RING}` });
    swatch.style.borderColor = css(unknownColor(this.page.session.dark));
    return swatch;
  }

  private showCategories(color: ValueColumn & { kind: 'category' }): void {
    const { session } = this.page;
    const focused = document.activeElement?.closest('.legend') ? document.activeElement.textContent : null;
    const condition = session.rows.condition(color);
    const hidden: ReadonlySet<number> = condition?.kind === 'without' ? condition.hidden : new Set();
    const styles = this.styles;
    const counts = countsOf(this.values, styles.length);
    let unknown = 0;
    for (let i = 0; i < this.values.length; i++) unknown += Number(isMissing(color, this.values[i]));
    const swatch = (code: number) => {
      const mark = h('span', { class: `swatch mark${styles[code].mark}` });
      mark.style.background = css(classColor(styles[code], session.dark));
      return mark;
    };
    const line = (mark: HTMLElement, codes: readonly number[], name: string, count: number) =>
      h(
        'li',
        {},
        h(
          'button',
          { class: 'class', 'aria-pressed': String(!hidden.has(codes[0])), title: `Show or hide ${name}`, click: () => this.toggle(color, hidden, codes) },
          mark,
          h('span', { class: 'name' }, name),
          h('span', { class: 'count' }, whole(count)),
        ),
      );
    const own = Array.from(styles.keys()).filter((code) => !styles[code].other && color.used?.(code) !== false);
    const others = Array.from(styles.keys()).filter((code) => styles[code].other && counts[code]);
    // Of many categories only the largest are listed, the largest first.
    if (others.length) own.sort((a, b) => counts[b] - counts[a]);
    const lines = own.map((code) => line(swatch(code), [code], styles[code].name || '(no name)', counts[code]));
    const rest: HTMLElement[] = [];
    if (others.length) {
      const rows = others.reduce((sum, code) => sum + counts[code], 0);
      rest.push(line(swatch(others[0]), others, `other (${counted(others.length, 'class', 'classes')})`, rows));
    }
    if (unknown) rest.push(line(this.ring(), [-1], missingName(color), unknown));
    const every = [...own, ...others, ...(unknown ? [-1] : [])];
    const all = h('button', { class: 'quiet', click: () => this.setHidden(color, hidden.size ? [] : every) }, hidden.size ? 'Show all' : 'Hide all');
    const long = own.some((code) => styles[code].name.length > SHORT);
    const list = (shown: HTMLElement[], wide: boolean) => h('ul', { class: wide ? 'classes long' : 'classes' }, ...shown);
    const marks = own.length > 10 ? h('p', { class: 'note' }, 'Ten colours, each with four shapes: the same colour with another shape is another class.') : '';
    // The last lines stay in sight while the classes are scrolled.
    this.legend.replaceChildren(list(lines, long), rest.length ? list(rest, true) : '', marks, all);
    // The buttons were created again: give the focus back to the one that had it.
    if (focused) for (const button of this.legend.querySelectorAll('button')) if (button.textContent === focused) button.focus();
  }

  private toggle(color: ValueColumn, hidden: ReadonlySet<number>, codes: readonly number[]): void {
    const next = new Set(hidden);
    for (const code of codes) if (hidden.has(codes[0])) next.delete(code); else next.add(code);
    this.setHidden(color, next);
  }

  private setHidden(color: ValueColumn, codes: Iterable<number>): void {
    const { session } = this.page;
    session.rows.setCondition(color, this.values, { kind: 'without', hidden: new Set(codes) });
    session.tell('rows');
  }
}

/** The name of a column and, if it is known, how much of it the decoder explains. */
function named(column: ValueColumn): string {
  const explained = column.kind === 'number' && column.group === 'data' ? column.explained : undefined;
  return explained === undefined ? column.name : `${column.name} (${percent(explained)} explained)`;
}
