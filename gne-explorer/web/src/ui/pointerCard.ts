import { isMissing } from '../columns/mapColumn';
import type { Change, Panel } from '../state/session';
import { h } from './dom';
import type { Page } from './page';

/** How far the card is from the pointer, in pixels. */
const GAP = 16;

/** A small card beside the pointer: the nearest row's image or name, its label and the value that it is coloured by. */
export class PointerCard implements Panel {
  readonly element = h('div', { class: 'pointer-card', 'aria-hidden': 'true' });
  private values: ArrayLike<number> | null = null;
  private turn = 0;

  /** @param map the element of the map */
  constructor(
    private readonly page: Page,
    map: HTMLElement,
  ) {
    this.element.hidden = true;
    map.addEventListener('pointermove', (event) => {
      if (event.pointerType === 'touch' || event.buttons) this.element.hidden = true;
      else this.move(event, map);
    });
    map.addEventListener('pointerdown', () => (this.element.hidden = true));
    map.addEventListener('pointerleave', () => (this.element.hidden = true));
  }

  told(change: Change): void {
    if (change === 'tags') delete this.element.dataset.row;
    if (change !== 'color') return;
    this.values = null;
    const { color } = this.page.session;
    void color?.values().then((values) => {
      if (this.page.session.color === color) this.values = values;
    });
  }

  /** Shows the row that is nearest to the pointer, if it is near. */
  private move(event: PointerEvent, map: HTMLElement): void {
    const row = this.page.pointed;
    this.element.hidden = row === null;
    if (row === null) return;
    if (this.element.dataset.row !== String(row)) this.fill(row);
    const box = map.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const left = x + GAP + width > box.width ? x - GAP - width : x + GAP;
    const top = y + GAP + height > box.height ? y - GAP - height : y + GAP;
    this.element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }

  private fill(row: number): void {
    const turn = ++this.turn;
    const { rows, session, views, map, columns } = this.page;
    this.element.dataset.row = String(row);
    const lines = [h('strong', {}, rows.name(row))];
    const label = rows.label(row);
    if (label !== null) lines.push(h('span', {}, label));
    for (const column of columns.all) {
      if (column.kind === 'text' && column.id !== 'id') lines.push(h('span', { class: 'text' }, column.text(row)));
    }
    const tag = this.page.tagging?.tags.of(row);
    if (tag) lines.push(h('span', {}, `tag ${tag}`));
    const { color } = session;
    if (color && color.group !== 'tag' && color.id !== 'label' && this.values) {
      const value = this.values[row];
      lines.push(h('span', {}, `${color.name} ${isMissing(color, value) ? 'missing' : color.text(value)}`));
    }
    this.element.replaceChildren(...lines);
    if (!views.isPicture) return;
    const holder = h('div', { class: 'thumb' });
    this.element.prepend(holder);
    void map.source.row(row).then((real) => {
      if (turn !== this.turn) return;
      const { x, y } = rows.place(row);
      holder.append(views.small(real ?? this.page.samples.at(x, y), rows.name(row)));
    });
  }
}
