import type { Description, PictureSchema } from '../data/description';
import { picture } from '../map/pixels';
import { h } from './dom';
import { digits, percent } from './numbers';
import { category, type Field, fields, probabilities, text } from './fields';

/** Shows samples: images as images, rows of a table as named bars in the units of the data. */
export class SampleViews {
  private readonly fields: readonly Field[];
  private readonly probable: ReadonlySet<number>;

  /** @param ranges for each value of a row, the values at the ends of its bar */
  constructor(
    private readonly description: Description,
    private readonly ranges: (readonly [number, number])[],
  ) {
    this.fields = description.schema.kind === 'table' ? fields(description.schema) : [];
    this.probable = probabilities(description);
  }

  get isPicture(): boolean {
    return this.description.schema.kind === 'picture';
  }

  /** Whether a sample has nothing that can be shown. */
  get isEmpty(): boolean {
    return !this.isPicture && this.fields.length === 0;
  }

  /** The values at the ends of the bar of a value. */
  range(value: number): readonly [number, number] {
    return this.ranges[value];
  }

  /** One image, or a few bars. @param name the text for screen readers */
  small(sample: ArrayLike<number>, name: string): HTMLElement {
    const { schema } = this.description;
    if (schema.kind === 'picture') {
      const canvas = picture(schema, sample, null);
      canvas.className = 'picture';
      canvas.setAttribute('role', 'img');
      canvas.setAttribute('aria-label', name);
      return canvas;
    }
    return this.bars(sample, null, 6);
  }

  /** A row minus its sample as an image: red where the row is brighter, blue where it is darker. */
  residual(row: ArrayLike<number>, sample: ArrayLike<number>): HTMLElement {
    const schema = this.description.schema as PictureSchema;
    const n = schema.columns * schema.height;
    const colors = new Float32Array(3 * n);
    for (let i = 0; i < n; i++) {
      let by = 0;
      for (let c = 0; c < schema.channels; c++) by += (row[schema.channels * i + c] - sample[schema.channels * i + c]) / schema.channels;
      const paler = 1 - Math.min(1, Math.abs(by));
      colors.set(by > 0 ? [1, paler, paler] : [paler, paler, 1], 3 * i);
    }
    const canvas = picture({ ...schema, channels: 3 }, colors, null);
    canvas.className = 'picture';
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', 'row minus sample: red where the row is brighter, blue where it is darker');
    return canvas;
  }

  /** Bars for a sample, a tick on each for another sample, and the numbers of both. */
  bars(sample: ArrayLike<number>, other: ArrayLike<number> | null, most = Infinity): HTMLElement {
    const list = h('div', { class: other ? 'bars two' : 'bars' });
    for (const field of this.fields.slice(0, most)) {
      const shown = this.value(field, sample);
      list.append(h('span', { class: 'name', title: title(field) }, field.name), this.bar(field, sample, other));
      const probable = field.kind === 'category' && this.probable.has(field.from);
      list.append(h('span', { class: 'value', title: probable ? shares(field, sample) : shown }, shown));
      if (other) {
        const real = this.value(field, other) || 'missing';
        list.append(h('span', { class: 'value real', title: real }, real));
      }
    }
    if (this.fields.length > most) list.append(h('span', { class: 'name' }, `… ${this.fields.length - most} more`));
    return list;
  }

  /** Of a sample, booleans and categories are shown with their probability; those of a row of the data are certain. */
  private value(field: Field, sample: ArrayLike<number>): string {
    const value = sample[field.from];
    if (field.kind === 'category') {
      const share = this.share(field, sample);
      return category(field, sample) + (share < 1 ? ` ${percent(share)}` : '');
    }
    if (field.kind === 'boolean') {
      if (value === 0 || value === 1) return value ? 'yes' : 'no';
      return this.probable.has(field.from) && !Number.isNaN(value) ? `yes ${percent(value)}` : digits(value);
    }
    return text(field, value);
  }

  /** The probability of the most probable category; NaN if categories have no probabilities. */
  private share(field: Field, sample: ArrayLike<number>): number {
    if (!this.probable.has(field.from)) return NaN;
    return Math.max(...field.categories.map((_, i) => sample[field.from + i]));
  }

  /** A segment for each category, as long as it is probable; the most probable is darkest, a tick marks that of the other sample. */
  private segments(field: Field, sample: ArrayLike<number>, other: ArrayLike<number> | null): HTMLElement[] {
    const best = this.share(field, sample);
    const parts: HTMLElement[] = [];
    let left = 0;
    for (let i = 0; i < field.categories.length; i++) {
      const share = sample[field.from + i];
      const segment = h('span', { class: share === best ? 'segment' : 'segment rest' });
      segment.style.left = `${100 * left}%`;
      segment.style.width = `${100 * share}%`;
      parts.push(segment);
      if (other && other[field.from + i] === 1) {
        const tick = h('span', { class: 'tick' });
        tick.style.left = `${100 * (left + share / 2)}%`;
        parts.push(tick);
      }
      left += share;
    }
    return parts;
  }

  private bar(field: Field, sample: ArrayLike<number>, other: ArrayLike<number> | null): HTMLElement {
    const bar = h('span', { class: 'bar', 'aria-hidden': 'true' });
    const probable = this.probable.has(field.from);
    if (field.kind === 'category') {
      if (probable) bar.append(...this.segments(field, sample, other));
      return bar;
    }
    const [low, high] = probable ? [0, 1] : this.ranges[field.from];
    const unit = (value: number) => Math.min(1, Math.max(0, (value - low) / (high - low)));
    const fill = h('span', { class: 'fill' });
    fill.style.width = `${100 * unit(sample[field.from])}%`;
    bar.append(fill);
    if (other && !Number.isNaN(other[field.from])) {
      const tick = h('span', { class: 'tick' });
      tick.style.left = `${100 * unit(other[field.from])}%`;
      bar.append(tick);
    }
    return bar;
  }
}

/** The probabilities of the categories as text, largest first. */
export function shares(field: Field, sample: ArrayLike<number>): string {
  return field.categories
    .map((name, i): [string, number] => [name, sample[field.from + i]])
    .filter(([, share]) => share >= 0.005)
    .sort((a, b) => b[1] - a[1])
    .map(([name, share]) => `${name} ${percent(share)}`)
    .join(', ');
}

/** The name of a column and, if it is known, how much of it the decoder explains. */
function title(field: Field): string {
  return field.explained === undefined ? field.name : `${field.name}: ${percent(field.explained)} explained`;
}
