import type { LoadedMap } from '../data/loaded';
import type { Mode } from '../map/gestures';
import { OtherMap, type OtherListener } from '../map/otherMap';
import type { Ink } from '../map/points';
import { h } from './dom';

/** The maps of other methods: small in a strip under GNE's map; one of them can be shown large beside it. */
export class OtherMapsPanel {
  /** Holds GNE's map, the large map beside it if there is one, and the strip under them. */
  readonly element: HTMLElement;
  /** Hides and shows the other maps; null if there are none. */
  readonly button: HTMLButtonElement | null;
  private readonly maps: readonly OtherMap[];
  private readonly panels: HTMLElement[] = [];
  private readonly strip = h('section', { class: 'others', 'aria-label': 'maps of other methods' });

  /** @param main the element that holds GNE's map */
  constructor(map: LoadedMap, main: HTMLElement, listener: OtherListener) {
    const { classes } = map.source.description;
    this.maps = map.others.map((other) => new OtherMap(other, map.classes, classes, listener));
    this.maps.forEach((other, i) => this.panels.push(this.panel(other, map.others[i].name)));
    this.strip.append(...this.panels);
    this.strip.hidden = this.maps.length === 0;
    if (this.maps.length) main.append(h('p', { class: 'caption' }, 'GNE'));
    this.element = h('main', { class: 'maps' }, main, this.strip);
    this.button = this.maps.length
      ? h('button', { class: 'quiet theme', 'aria-pressed': 'true', click: () => this.toggle() }, 'Other maps')
      : null;
    if (this.maps.length === 1) this.enlarge(this.panels[0]);
  }

  private panel(map: OtherMap, name: string): HTMLElement {
    const button = h(
      'button',
      {
        class: 'quiet',
        'aria-pressed': 'false',
        'aria-label': `${name} large`,
        click: () => {
          this.enlarge(panel);
          // An element that moves loses the focus.
          button.focus();
        },
      },
      'Large',
    );
    const head = h('div', { class: 'head' }, h('h2', {}, name), button);
    const panel = h('div', { class: 'other', role: 'group', 'aria-label': name }, head, map.element);
    return panel;
  }

  /** Puts a map beside GNE's, or back into the strip at its old position. */
  private enlarge(panel: HTMLElement): void {
    const large = this.strip.contains(panel);
    this.strip.replaceChildren(...this.panels.filter((other) => !large || other !== panel));
    if (large) this.strip.before(panel);
    this.strip.hidden = this.strip.childElementCount === 0;
    for (const other of this.panels) other.querySelector('button')!.setAttribute('aria-pressed', String(large && other === panel));
  }

  private toggle(): void {
    const hidden = this.element.classList.toggle('alone');
    this.button!.setAttribute('aria-pressed', String(!hidden));
  }

  setMode(mode: Mode): void {
    for (const map of this.maps) map.mode = mode;
  }

  setNames(shown: boolean): void {
    for (const map of this.maps) map.setNames(shown);
  }

  mark(row: number | null): void {
    for (const map of this.maps) map.mark(row);
  }

  setWorst(rows: readonly number[]): void {
    for (const map of this.maps) map.setWorst(rows);
  }

  /** @param on the map that the rows were selected on; it keeps its lasso */
  setRows(hidden: Uint8Array, chosen: readonly number[] | null, on: OtherMap | null): void {
    for (const map of this.maps) map.setRows(hidden, chosen, map === on);
  }

  setColors(codes: Uint16Array, inks: readonly Ink[]): void {
    for (const map of this.maps) map.setColors(codes, inks);
  }

  setPalette(inks: readonly Ink[]): void {
    for (const map of this.maps) map.setPalette(inks);
  }

  setDark(dark: boolean): void {
    for (const map of this.maps) map.setDark(dark);
  }
}
