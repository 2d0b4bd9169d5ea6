import type { Point } from '../map/view';
import type { Placed } from '../model/placement';
import type { Panel } from '../state/session';
import { card, h } from './dom';
import { type Field, fields, text } from './fields';
import { digits } from './numbers';
import type { Page } from './page';

/** Columns that can be edited. */
const MOST = 60;

/** Points of the trail that are kept. */
const TRAIL = 200;

/** A copy of the row at the spot that the reader changes: by sliders and menus, or by drawing. It is placed anew with every change. */
export class EditPanel implements Panel {
  readonly element: HTMLElement;
  private readonly body = h('div', {});
  private readonly said = h('p', { class: 'note', role: 'status' });
  private values = new Float32Array();
  private at: Placed | null = null;
  private busy = false;
  private again = false;

  constructor(private readonly page: Page) {
    const start = h('button', { class: 'quiet', title: 'Copy the row at the cursor to change it', click: () => void this.start() }, 'Edit this row');
    const end = h('button', { class: 'quiet', click: () => this.end() }, 'Clear');
    this.element = card('edit', 'Edit', [start, end], this.said, this.body);
    this.said.textContent = 'Copy the row at the cursor, change it, and see where it moves on the map.';
  }

  told(): void {
    // The copy does not depend on what else is shown.
  }

  private end(): void {
    const { session } = this.page;
    this.values = new Float32Array();
    this.at = null;
    session.trail = [];
    this.body.replaceChildren();
    this.said.textContent = '';
    session.tell('newRows');
  }

  private async start(): Promise<void> {
    const { session, map, samples, rows, views } = this.page;
    const { row, spot } = session;
    if (!spot) return;
    const real = row === null ? null : await map.source.row(row);
    this.values = Float32Array.from(real ?? samples.at(spot.x, spot.y));
    const from: Point = row === null ? spot : rows.place(row);
    this.at = { ...from, error: NaN };
    session.trail = [from];
    session.held = true;
    this.body.replaceChildren(views.isPicture ? this.canvas() : this.sliders());
    this.place();
  }

  /** Places the changed row from where it was; one request at a time, the last change wins. */
  private place(): void {
    this.again = this.busy;
    if (this.busy || !this.at) return;
    this.busy = true;
    void this.page.decoding.place([this.values.slice()], this.at).then(([placed]) => {
      this.busy = false;
      if (!this.at) return;
      this.at = placed;
      const { session, map } = this.page;
      const limit = map.source.description.explainedError;
      session.trail = [...session.trail, { x: placed.x, y: placed.y }].slice(-TRAIL);
      const verdict = limit === undefined ? '' : placed.error > limit ? ', not explained by this map' : ', explained';
      this.said.textContent = `error ${digits(placed.error)}${verdict}`;
      session.tell('newRows');
      this.page.go({ x: placed.x, y: placed.y });
      if (this.again) this.place();
    });
  }

  private sliders(): HTMLElement {
    const { schema } = this.page.map.source.description;
    const all = schema.kind === 'table' ? fields(schema).slice(0, MOST) : [];
    return h('div', { class: 'edits' }, ...all.map((field) => h('label', {}, h('span', { class: 'name', title: field.name }, field.name), ...this.control(field))));
  }

  private control(field: Field): HTMLElement[] {
    const { values } = this;
    const { views } = this.page;
    if (field.kind === 'category' || field.kind === 'boolean') {
      const names = field.kind === 'boolean' ? ['no', 'yes'] : field.categories;
      const now = field.kind === 'boolean' ? (Number.isNaN(values[field.from]) ? -1 : Number(values[field.from] > 0.5)) : best(values, field);
      const menu = h('select', { 'aria-label': field.name }, h('option', { value: -1 }, 'missing'), ...names.map((name, i) => h('option', { value: i }, name)));
      menu.value = String(now);
      menu.addEventListener('change', () => {
        const chosen = Number(menu.value);
        if (field.kind === 'boolean') values[field.from] = chosen < 0 ? NaN : chosen;
        else for (let i = 0; i < names.length; i++) values[field.from + i] = chosen < 0 ? NaN : Number(i === chosen);
        this.place();
      });
      return [menu];
    }
    const [low, high] = views.range(field.from);
    const told = h('span', { class: 'value' }, text(field, values[field.from]));
    const slider = h('input', { type: 'range', min: 0, max: 1000, 'aria-label': field.name });
    slider.value = String((1000 * (values[field.from] - low)) / (high - low));
    slider.addEventListener('input', () => {
      const value = low + ((high - low) * Number(slider.value)) / 1000;
      values[field.from] = field.kind === 'count' ? Math.round(value) : value;
      told.textContent = text(field, values[field.from]);
      slider.setAttribute('aria-valuetext', told.textContent);
      this.place();
    });
    return [slider, told];
  }

  /** The image, enlarged: drawing makes it brighter, with Shift darker. */
  private canvas(): HTMLElement {
    const { views, map } = this.page;
    const { schema } = map.source.description;
    if (schema.kind !== 'picture') return h('div', {});
    const holder = h('div', { class: 'drawing' });
    const paint = () => holder.replaceChildren(views.small(this.values, 'the edited image'));
    paint();
    const draw = (event: PointerEvent) => {
      const box = holder.getBoundingClientRect();
      const [x, y] = [((event.clientX - box.left) / box.width) * schema.columns, ((event.clientY - box.top) / box.height) * schema.height];
      const ink = event.shiftKey ? -1 : 1;
      const radius = Math.max(1, schema.columns / 22);
      for (let j = Math.max(0, Math.floor(y - 2 * radius)); j < Math.min(schema.height, y + 2 * radius); j++) {
        for (let i = Math.max(0, Math.floor(x - 2 * radius)); i < Math.min(schema.columns, x + 2 * radius); i++) {
          const by = ink * Math.max(0, 1 - Math.hypot(i + 0.5 - x, j + 0.5 - y) / (1.6 * radius));
          for (let c = 0; c < schema.channels; c++) {
            const at = (j * schema.columns + i) * schema.channels + c;
            this.values[at] = Math.max(0, Math.min(1, this.values[at] + by));
          }
        }
      }
      paint();
      this.place();
    };
    holder.addEventListener('pointerdown', (event) => {
      holder.setPointerCapture(event.pointerId);
      draw(event);
    });
    holder.addEventListener('pointermove', (event) => event.buttons && draw(event));
    return h('div', {}, holder, h('p', { class: 'note' }, 'Draw on the image; with Shift it gets darker.'));
  }
}

function best(values: ArrayLike<number>, field: Field): number {
  let found = -1;
  for (let i = 0; i < field.categories.length; i++) {
    const value = values[field.from + i];
    if (!Number.isNaN(value) && (found < 0 || value > values[field.from + found])) found = i;
  }
  return found;
}
