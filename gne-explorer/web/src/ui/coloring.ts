import type { LoadedMap } from '../data/loaded';
import type { Decoding } from '../model/decoding';
import { css, parsed } from '../map/colors';
import { gradient } from '../map/field';
import { classCodes, classColor, classInks, scaleCodes, scaleInks, scaleRange, unknownColor } from '../map/looks';
import { RING } from '../map/marks';
import type { Ink } from '../map/points';
import { decodedColumn } from '../model/column';
import { card, digits, h, whole } from './dom';
import { type Field, fields, text } from './fields';
import { explainedShares } from './rows';

/** What the colour of a row stands for. */
export type Color =
  | { readonly kind: 'label' }
  | { readonly kind: 'target' }
  | { readonly kind: 'error' }
  | { readonly kind: 'explained' }
  | { readonly kind: 'none' }
  | { readonly kind: 'column'; readonly value: number; readonly field: Field };

/** The palette entry of each row, and the palette. */
export interface Colors {
  codes: Uint16Array;
  inks: Ink[];
}

/** Names of up to this many characters fit into two columns. */
const SHORT = 9;

/** The colours of the points and their legend. Classes are shown and hidden in the legend. */
export class Coloring {
  readonly element: HTMLElement;
  color: Color;
  /** The values at the ends of the colour scale, if rows are coloured by a number. */
  range: readonly [number, number] = [0, 1];
  private readonly hidden = new Set<number>();
  private readonly legend = h('div', { class: 'legend' });
  private readonly counts: Int32Array;
  /** The rows whose class is not known. */
  private readonly unknown: number;
  private dark = false;
  private readonly choices: [string, Color][] = [];
  private readonly select: HTMLSelectElement;

  constructor(
    private readonly map: LoadedMap,
    private readonly decoding: Decoding,
    private readonly changed: (colors: Colors) => void,
    private readonly toggled: (inks: Ink[]) => void,
  ) {
    const { classes, schema, target, nullError } = map.source.description;
    this.counts = new Int32Array(classes.length);
    map.classes?.forEach((label) => label >= 0 && this.counts[label]++);
    this.unknown = map.classes?.reduce((n, label) => n + Number(label < 0), 0) ?? 0;
    const { choices } = this;
    if (map.classes) choices.push(['label', { kind: 'label' }]);
    else if (map.target) choices.push([`${target} (label)`, { kind: 'target' }]);
    else choices.push(['nothing', { kind: 'none' }]);
    if (map.errors) choices.push(['reconstruction error', { kind: 'error' }]);
    if (map.errors && nullError !== undefined) choices.push(['explained share of the row', { kind: 'explained' }]);
    if (schema.kind === 'table') {
      for (const field of fields(schema)) {
        if (field.kind !== 'category') choices.push([named(field), { kind: 'column', value: field.from, field }]);
      }
    }
    this.color = choices[0][1];
    this.select = h(
      'select',
      { 'aria-label': 'colour by', change: () => void this.choose(choices[this.select.selectedIndex][1]) },
      ...choices.map(([name, color]) => h('option', { value: color.kind === 'column' ? color.field.name : name }, name)),
    );
    this.element = card('Colour', [], this.select, this.legend);
  }

  /** Colours by the first column, unless rows are coloured by a column already. */
  byColumn(): void {
    const first = this.choices.findIndex(([, color]) => color.kind === 'column');
    if (this.color.kind === 'column' || first < 0) return;
    this.select.selectedIndex = first;
    void this.choose(this.choices[first][1]);
  }

  /** Whether rows of a class are shown. */
  visible(label: number): boolean {
    return this.color.kind !== 'label' || !this.hidden.has(label);
  }

  setDark(dark: boolean): void {
    this.dark = dark;
    void this.choose(this.color);
  }

  private async choose(color: Color): Promise<void> {
    this.color = color;
    const { classes } = this.map;
    const n = this.map.places.length / 2;
    if (color.kind === 'label' || color.kind === 'none') {
      const codes = classes ? classCodes(classes, this.map.source.description.classes) : new Uint16Array(n);
      this.showClasses();
      this.changed({ codes, inks: this.inks() });
      return;
    }
    this.legend.replaceChildren(h('p', { class: 'note', role: 'status' }, 'Colouring …'));
    const values = await this.values(color);
    if (this.color !== color) return;
    this.range = scaleRange(values);
    this.showScale(color, values);
    this.changed({ codes: scaleCodes(values, this.range), inks: this.inks() });
  }

  private async values(color: Color): Promise<ArrayLike<number>> {
    if (color.kind === 'target') return this.map.target!;
    if (color.kind === 'explained') return explainedShares(this.map);
    return color.kind === 'column' ? this.column(color.value) : this.map.errors!;
  }

  private inks(): Ink[] {
    if (this.color.kind === 'none') return [{ color: parsed(this.map.source.description.noClass), mark: 0 }];
    if (this.color.kind !== 'label') return scaleInks(this.dark);
    return classInks(this.map.source.description.classes, this.dark, (label) => this.visible(label));
  }

  private showScale(color: Color, values: ArrayLike<number>): void {
    const [low, high] = this.range;
    const end = (value: number) => (color.kind === 'column' ? text(color.field, value) : digits(value));
    const explained = color.kind === 'column' ? color.field.explained : this.map.source.description.explained;
    const bar = h('div', { class: 'scale' });
    bar.style.background = gradient(this.dark);
    let unknown = 0;
    for (let i = 0; i < values.length; i++) unknown += Number(Number.isNaN(values[i]));
    const lines: (HTMLElement | string)[] = [
      bar,
      h('div', { class: 'ends' }, h('span', {}, end(low)), h('span', {}, end(high))),
      h('p', { class: 'note' }, 'The ends are the 2nd and the 98th percentile.'),
    ];
    if (unknown > 0) {
      const name = color.kind === 'column' ? 'missing' : 'not known';
      lines.push(h('div', { class: 'class' }, this.ring(), h('span', { class: 'name' }, name), h('span', { class: 'count' }, whole(unknown))));
    }
    if (color.kind !== 'target' && explained !== undefined) {
      const what = color.kind === 'column' ? 'this column' : 'the data';
      lines.push(h('p', { class: 'note' }, `The decoder explains ${Math.round(100 * explained)} % of ${what}.`));
    }
    this.legend.replaceChildren(...lines);
  }

  private ring(): HTMLElement {
    const swatch = h('span', { class: `swatch mark${RING}` });
    swatch.style.borderColor = css(unknownColor(this.dark));
    return swatch;
  }

  private showClasses(): void {
    const { classes } = this.map.source.description;
    if (!this.map.classes) {
      this.legend.replaceChildren();
      return;
    }
    const swatch = (label: number) => {
      const mark = h('span', { class: `swatch mark${classes[label].mark}` });
      mark.style.background = css(classColor(classes[label], this.dark));
      return mark;
    };
    const line = (mark: HTMLElement, labels: readonly number[], name: string, count: number) =>
      h(
        'li',
        {},
        h(
          'button',
          { class: 'class', 'aria-pressed': String(!this.hidden.has(labels[0])), click: () => this.toggle(labels) },
          mark,
          h('span', { class: 'name' }, name),
          h('span', { class: 'count' }, whole(count)),
        ),
      );
    const own = Array.from(classes.keys()).filter((label) => !classes[label].other);
    const others = Array.from(classes.keys()).filter((label) => classes[label].other && this.counts[label]);
    // Of many classes only the largest are listed, the largest first.
    if (others.length) own.sort((a, b) => this.counts[b] - this.counts[a]);
    const lines = own.map((label) => line(swatch(label), [label], classes[label].name || '(no name)', this.counts[label]));
    const rest: HTMLElement[] = [];
    if (others.length) {
      const rows = others.reduce((sum, label) => sum + this.counts[label], 0);
      const name = `other (${whole(others.length)} ${others.length === 1 ? 'class' : 'classes'})`;
      rest.push(line(swatch(others[0]), others, name, rows));
    }
    if (this.unknown) rest.push(line(this.ring(), [-1], 'not known', this.unknown));
    const all = h('button', { class: 'quiet', click: () => this.toggle(null) }, this.hidden.size ? 'Show all' : 'Hide all');
    const long = own.some((label) => classes[label].name.length > SHORT);
    const list = (shown: HTMLElement[]) => h('ul', { class: long ? 'classes long' : 'classes' }, ...shown);
    // The last lines stay in sight while the classes are scrolled.
    this.legend.replaceChildren(list(lines), rest.length ? list(rest) : '', all);
  }

  /** Shows or hides some classes, or all with null. */
  private toggle(labels: readonly number[] | null): void {
    const focused = document.activeElement?.textContent;
    if (labels === null) {
      const hide = this.hidden.size === 0;
      this.hidden.clear();
      if (hide) for (let i = -1; i < this.counts.length; i++) this.hidden.add(i);
    } else if (this.hidden.has(labels[0])) {
      for (const label of labels) this.hidden.delete(label);
    } else {
      for (const label of labels) this.hidden.add(label);
    }
    this.showClasses();
    // The buttons were created again: give the focus back to the one that had it.
    for (const button of this.legend.querySelectorAll('button')) if (button.textContent === focused) button.focus();
    this.toggled(this.inks());
  }

  private async column(value: number): Promise<Float32Array> {
    const real = await this.map.source.column(value);
    return real ?? decodedColumn(this.map.places, value, this.decoding);
  }
}

/** The name of a column and, if it is known, how much of it the decoder explains. */
function named(field: Field): string {
  return field.explained === undefined ? field.name : `${field.name} (${Math.round(100 * field.explained)} % explained)`;
}
