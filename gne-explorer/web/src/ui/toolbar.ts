import type { Mode } from '../map/gestures';
import { h } from './dom';

/** The toolbar over the map. */
export class Toolbar {
  readonly element: HTMLElement;
  private readonly modes = new Map<Mode, HTMLButtonElement>();

  constructor(
    private readonly choose: (mode: Mode) => void,
    zoom: (factor: number) => void,
    fit: () => void,
    undo: () => void,
    help: () => void,
  ) {
    const modes: [Mode, string, string][] = [
      ['move', 'Move', 'Drag to move, turn the wheel to zoom (m)'],
      ['path', 'Path', 'Draw a line, then see the samples along it (p)'],
      ['lasso', 'Lasso', 'Draw around rows to select them (l); with Shift they are added, with Alt taken out'],
    ];
    for (const [mode, name, title] of modes) {
      this.modes.set(mode, h('button', { title, 'aria-pressed': 'false', click: () => this.set(mode) }, name));
    }
    this.element = h(
      'div',
      { class: 'toolbar', role: 'toolbar', 'aria-label': 'map' },
      h('div', { class: 'group' }, ...this.modes.values()),
      h(
        'div',
        { class: 'group' },
        h('button', { title: 'Zoom in (+)', 'aria-label': 'zoom in', click: () => zoom(1.6) }, '+'),
        h('button', { title: 'Zoom out (-)', 'aria-label': 'zoom out', click: () => zoom(1 / 1.6) }, '−'),
        h('button', { title: 'Show all rows (0)', click: fit }, 'Fit'),
      ),
      h(
        'div',
        { class: 'group' },
        h('button', { title: 'Undo the last change of the selection, the filters or the tags (u)', click: undo }, 'Undo'),
        h('button', { title: 'All keys (?)', 'aria-label': 'help', click: help }, '?'),
      ),
    );
  }

  set(mode: Mode): void {
    for (const [other, button] of this.modes) button.setAttribute('aria-pressed', String(other === mode));
    this.choose(mode);
  }
}
