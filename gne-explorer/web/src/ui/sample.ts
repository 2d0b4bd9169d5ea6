import type { Description } from '../data/description';
import { picture } from '../map/pixels';
import { digits, h } from './dom';
import { category, type Field, fields } from './fields';

/** Shows samples: images as images, rows of a table as named bars in the units of the data. */
export class SampleViews {
  private readonly fields: readonly Field[];

  /** @param ranges for each value of a row, the values at the ends of its bar */
  constructor(
    private readonly description: Description,
    private readonly ranges: (readonly [number, number])[],
  ) {
    this.fields = description.schema.kind === 'table' ? fields(description.schema) : [];
  }

  get isPicture(): boolean {
    return this.description.schema.kind === 'picture';
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

  /** Bars for a sample, a tick on each for another sample, and the numbers of both. */
  bars(sample: ArrayLike<number>, other: ArrayLike<number> | null, most = Infinity): HTMLElement {
    const list = h('div', { class: other ? 'bars two' : 'bars' });
    for (const field of this.fields.slice(0, most)) {
      const text = field.kind === 'category' ? category(field, sample) : this.number(field, sample[field.from]);
      list.append(h('span', { class: 'name', title: field.name }, field.name), this.bar(field, sample, other));
      list.append(h('span', { class: 'value', title: text }, text));
      if (other) {
        const real = field.kind === 'category' ? category(field, other) : this.number(field, other[field.from]);
        list.append(h('span', { class: 'value real', title: real || 'missing' }, real || 'missing'));
      }
    }
    if (this.fields.length > most) list.append(h('span', { class: 'name' }, `… ${this.fields.length - most} more`));
    return list;
  }

  private number(field: Field, value: number): string {
    if (field.kind === 'boolean' && (value === 0 || value === 1)) return value ? 'yes' : 'no';
    return digits(value);
  }

  private bar(field: Field, sample: ArrayLike<number>, other: ArrayLike<number> | null): HTMLElement {
    const bar = h('span', { class: 'bar', 'aria-hidden': 'true' });
    if (field.kind === 'category') return bar;
    const [low, high] = this.ranges[field.from];
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
