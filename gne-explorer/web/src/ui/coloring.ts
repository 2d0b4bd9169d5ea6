import type { LoadedMap } from '../data/loaded';
import type { Decoding } from '../model/decoding';
import { parsed, viridis } from '../map/colors';
import { gradient } from '../map/field';
import type { Ink } from '../map/points';
import { decodedColumn } from '../model/column';
import { card, digits, h, whole } from './dom';
import { type Field, fields, text } from './fields';

/** What the colour of a row stands for. */
export type Color =
  | { readonly kind: 'label' }
  | { readonly kind: 'error' }
  | { readonly kind: 'none' }
  | { readonly kind: 'column'; readonly value: number; readonly field: Field };

/** The palette entry of each row, and the palette. */
export interface Colors {
  codes: Uint16Array;
  inks: Ink[];
}

const STEPS = 256;

/** The legend lists at most this many classes, the largest ones. */
const LISTED = 200;

/** The colours of the points and their legend. Classes are shown and hidden in the legend. */
export class Coloring {
  readonly element: HTMLElement;
  color: Color;
  /** The values at the ends of the colour scale, if rows are coloured by a number. */
  range: readonly [number, number] = [0, 1];
  private readonly hidden = new Set<number>();
  private readonly legend = h('div', { class: 'legend' });
  private readonly counts: Int32Array;
  private dark = false;
  private readonly choices: [string, Color][] = [];
  private readonly select: HTMLSelectElement;

  constructor(
    private readonly map: LoadedMap,
    private readonly decoding: Decoding,
    private readonly changed: (colors: Colors) => void,
    private readonly toggled: (inks: Ink[]) => void,
  ) {
    const { classes, schema } = map.source.description;
    this.counts = new Int32Array(classes.length);
    map.classes?.forEach((label) => label >= 0 && this.counts[label]++);
    const { choices } = this;
    if (map.classes) choices.push(['label', { kind: 'label' }]);
    else choices.push(['nothing', { kind: 'none' }]);
    if (map.errors) choices.push(['reconstruction error', { kind: 'error' }]);
    if (schema.kind === 'table') {
      for (const field of fields(schema)) {
        if (field.kind !== 'category') choices.push([field.name, { kind: 'column', value: field.from, field }]);
      }
    }
    this.color = choices[0][1];
    this.select = h(
      'select',
      { 'aria-label': 'colour by', change: () => void this.choose(choices[this.select.selectedIndex][1]) },
      ...choices.map(([name]) => h('option', {}, name)),
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
      const unknown = this.map.source.description.classes.length;
      const codes = classes ? Uint16Array.from(classes, (label) => (label < 0 ? unknown : label)) : new Uint16Array(n);
      this.showClasses();
      this.changed({ codes, inks: this.inks() });
      return;
    }
    this.legend.replaceChildren(h('p', { class: 'note', role: 'status' }, 'Colouring …'));
    const values = color.kind === 'error' ? this.map.errors! : await this.column(color.value);
    if (this.color !== color) return;
    this.range = middle(values);
    const [low, high] = this.range;
    const codes = Uint16Array.from(values, (v) =>
      Number.isNaN(v) ? STEPS : Math.round((STEPS - 1) * Math.min(1, Math.max(0, (v - low) / (high - low)))),
    );
    const end = (value: number) => (color.kind === 'column' ? text(color.field, value) : digits(value));
    const explained = color.kind === 'column' ? color.field.explained : this.map.source.description.explained;
    const bar = h('div', { class: 'scale' });
    bar.style.background = gradient(this.dark);
    this.legend.replaceChildren(
      bar,
      h('div', { class: 'ends' }, h('span', {}, end(low)), h('span', {}, end(high))),
      h('p', { class: 'note' }, 'The ends are the 1st and the 99th percentile.'),
      explained === undefined
        ? ''
        : h('p', { class: 'note' }, `The decoder explains ${Math.round(100 * explained)} % of ${color.kind === 'column' ? 'this column' : 'the data'}.`),
    );
    this.changed({ codes, inks: this.inks() });
  }

  private inks(): Ink[] {
    const { classes, noClass } = this.map.source.description;
    if (this.color.kind === 'label' || this.color.kind === 'none') {
      const inks: Ink[] = classes.map((style, i) =>
        this.visible(i) ? { color: parsed(style.color), mark: style.mark } : null,
      );
      inks.push(this.visible(-1) ? { color: parsed(noClass), mark: 0 } : null);
      return inks;
    }
    const inks: Ink[] = Array.from({ length: STEPS }, (_, i) => ({ color: viridis(i / (STEPS - 1), this.dark), mark: 0 }));
    inks.push({ color: parsed(noClass), mark: 0 });
    return inks;
  }

  private showClasses(): void {
    const { classes } = this.map.source.description;
    if (!this.map.classes) {
      this.legend.replaceChildren();
      return;
    }
    const all = h('button', { class: 'quiet', click: () => this.toggle(null) }, this.hidden.size ? 'Show all' : 'Hide all');
    this.legend.replaceChildren();
    this.legend.append(
      h(
        'ul',
        { class: 'classes' },
        ...this.largest().map((i) => {
          const style = classes[i];
          const swatch = h('span', { class: `swatch mark${style.mark}` });
          swatch.style.background = style.color;
          return h(
            'li',
            {},
            h(
              'button',
              { class: 'class', 'aria-pressed': String(!this.hidden.has(i)), click: () => this.toggle(i) },
              swatch,
              h('span', { class: 'name' }, style.name || '(no name)'),
              h('span', { class: 'count' }, whole(this.counts[i])),
            ),
          );
        }),
      ),
      classes.length > LISTED ? h('p', { class: 'note' }, `and ${whole(classes.length - LISTED)} smaller classes`) : '',
      all,
    );
  }

  /** The classes that are listed, in the order of the data. */
  private largest(): number[] {
    const labels = Array.from(this.counts.keys());
    if (labels.length <= LISTED) return labels;
    labels.sort((a, b) => this.counts[b] - this.counts[a]);
    return labels.slice(0, LISTED).sort((a, b) => a - b);
  }

  private toggle(label: number | null): void {
    const focused = document.activeElement?.textContent;
    if (label === null) {
      const hide = this.hidden.size === 0;
      this.hidden.clear();
      if (hide) for (let i = -1; i < this.counts.length; i++) this.hidden.add(i);
    } else if (!this.hidden.delete(label)) {
      this.hidden.add(label);
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

/** The 1st and the 99th percentile. */
function middle(values: Float32Array): readonly [number, number] {
  const step = Math.max(1, Math.floor(values.length / 50_000));
  const known: number[] = [];
  for (let i = 0; i < values.length; i += step) if (!Number.isNaN(values[i])) known.push(values[i]);
  known.sort((a, b) => a - b);
  const last = known.length - 1;
  const low = known[Math.floor(0.01 * last)] ?? 0;
  const high = known[Math.ceil(0.99 * last)] ?? 1;
  return low < high ? [low, high] : [low - 1, low + 1];
}
