import type { ClassStyle } from '../data/description';
import type { OtherPlaces } from '../data/loaded';
import type { Combine } from '../state/rowSets';
import { ARROWS, type Hand, listen, type Mode, REST } from './gestures';
import { classNames, modes } from './names';
import { measured, placedNames } from './placedNames';
import { drawOverlay, type Marks, NO_MARKS } from './overlay';
import { Places } from './places';
import { type Ink, Points } from './points';
import { surface } from './surface';
import { type Point, View } from './view';

/** Receives what the user does on the map of another method. Such a map has rows only: it cannot decode other points. */
export interface OtherListener {
  /** The pointer is nearest to this row. */
  row(row: number): void;
  pin(row: number): void;
  /** Rows were selected with the lasso on this map. */
  select(rows: readonly number[], on: OtherMap, combine: Combine): void;
  key(key: string): boolean;
}

/** At most this many points are drawn while the map moves. */
const MOVING = 20_000;

/** The map of the same rows by another method. */
export class OtherMap {
  readonly element = document.createElement('div');
  mode: Mode = 'move';
  private readonly front = document.createElement('canvas');
  /** Names of classes. They take longest of everything over the points, and change only when the points do. */
  private readonly middle = document.createElement('canvas');
  private readonly over = document.createElement('canvas');
  private readonly view: View;
  private readonly points: Points;
  private readonly marks: Marks = { ...NO_MARKS };
  private index: Places | undefined;
  private hidden: Uint8Array;
  private showNames = true;
  private modesOfClasses: (Point | null)[] | undefined;
  private dark = false;
  private frame = 0;
  private stale = true;
  private most = Infinity;
  private resting = 0;

  /** @param labels the classes of the rows, or null */
  constructor(
    private readonly map: OtherPlaces,
    private readonly labels: Int32Array | null,
    private readonly classes: readonly ClassStyle[],
    private readonly listener: OtherListener,
  ) {
    this.element.className = 'plane';
    this.element.tabIndex = 0;
    this.element.setAttribute('role', 'application');
    this.element.setAttribute(
      'aria-label',
      `Map of ${map.name}. Arrow keys move the cursor, with Shift they move the map. Plus and minus zoom, 0 shows all rows, Enter pins the row.`,
    );
    this.element.append(this.front, this.middle, this.over);
    this.view = View.around(map.places);
    this.points = new Points(this.front, map.places);
    this.hidden = new Uint8Array(map.places.length / 2);
    listen(this.element, () => (this.mode === 'lasso' ? 'lasso' : 'move'), this.hand());
    new ResizeObserver(() => {
      // A hidden map has no size.
      if (!this.element.clientWidth) return;
      this.view.resize(this.element.clientWidth, this.element.clientHeight);
      this.redraw();
    }).observe(this.element);
  }

  /** The shown rows. Built at the first use, so that the page is not slower for a reader who only looks. */
  private get places(): Places {
    if (!this.index) {
      const rows = Array.from(this.hidden.keys()).filter(this.visible);
      this.index = new Places(this.map.places, rows.length < this.hidden.length ? rows : null);
    }
    return this.index;
  }

  private visible = (row: number): boolean => this.hidden[row] === 0;

  private hand(): Hand {
    return {
      point: (at) => this.point(this.view.toMap(at.x, at.y)),
      pan: (dx, dy) => {
        this.view.pan(dx, dy);
        this.moved();
      },
      zoom: (at, factor) => {
        this.view.zoomAt(at.x, at.y, factor);
        this.moved();
      },
      draw: (line, done, combine) => this.draw(line.map((p) => this.view.toMap(p.x, p.y)), done, combine),
      click: () => undefined,
      pin: () => this.pin(),
      key: (key, shift) => this.key(key, shift),
    };
  }

  private point(at: Point): void {
    const row = this.places.nearest(at, 1)[0];
    if (row === undefined) return;
    this.listener.row(row);
    // After the listener, which resets the spot of all maps.
    this.marks.spot = at;
    this.redrawMarks();
  }

  private pin(): void {
    if (this.marks.nearest !== null) this.listener.pin(this.marks.nearest);
  }

  private draw(line: readonly Point[], done: boolean, combine: Combine): void {
    this.marks.lasso = line.slice();
    this.redrawMarks();
    if (done) this.listener.select(this.places.within(line), this, combine);
  }

  private key(key: string, shift: boolean): boolean {
    const step = ARROWS[key];
    const { view } = this;
    if (step && shift) {
      view.pan(-30 * step[0], -30 * step[1]);
    } else if (step) {
      const from = this.marks.spot ?? this.nearest() ?? view;
      this.point({ x: from.x + (4 * step[0]) / view.scale, y: from.y - (4 * step[1]) / view.scale });
      return true;
    } else if (key === '+' || key === '=' || key === '-') {
      view.zoomAt(view.width / 2, view.height / 2, key === '-' ? 1 / 1.5 : 1.5);
    } else if (key === '0' || key === 'f') {
      view.fit();
    } else if (key === 'Enter') {
      this.pin();
      return true;
    } else {
      return this.listener.key(key);
    }
    this.moved();
    return true;
  }

  private nearest(): Point | null {
    const row = this.marks.nearest;
    return row === null ? null : { x: this.map.places[2 * row], y: this.map.places[2 * row + 1] };
  }

  /** Marks a row that the pointer is on in another map. */
  mark(row: number | null): void {
    this.marks.nearest = row;
    this.marks.spot = null;
    this.redrawMarks();
  }

  setWorst(rows: readonly number[]): void {
    this.marks.worst = rows;
    this.redrawMarks();
  }

  /**
   * @param hidden 1 for each row that is not shown
   * @param chosen rows to highlight, or null for none
   */
  setRows(hidden: Uint8Array, chosen: readonly number[] | null, keepLine: boolean): void {
    if (!keepLine) this.marks.lasso = [];
    this.hidden = hidden.slice();
    this.index = undefined;
    this.modesOfClasses = undefined;
    this.points.setStates(hidden, chosen);
    this.redraw();
  }

  setColors(codes: Uint16Array, inks: readonly Ink[]): void {
    this.points.setCodes(codes);
    this.setPalette(inks);
  }

  setPalette(inks: readonly Ink[]): void {
    this.points.setPalette(inks);
    this.redraw();
  }

  setDark(dark: boolean): void {
    this.dark = dark;
    this.redraw();
  }

  setNames(shown: boolean): void {
    this.showNames = shown;
    this.redraw();
  }

  private moved(): void {
    this.most = MOVING;
    window.clearTimeout(this.resting);
    this.resting = window.setTimeout(() => {
      this.most = Infinity;
      this.redraw();
    }, REST);
    this.redraw();
  }

  private redraw(): void {
    this.stale = true;
    this.redrawMarks();
  }

  private redrawMarks(): void {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      const { view } = this;
      if (view.width <= 1) return;
      const ratio = Math.min(2, window.devicePixelRatio || 1);
      if (this.stale) {
        this.stale = false;
        this.points.draw(view, ratio, this.most, 'nothing');
        const names = this.showNames ? this.names() : [];
        drawOverlay(surface(this.middle, view, ratio), view, { ...NO_MARKS, names }, this.dark, this.map.places);
      }
      drawOverlay(surface(this.over, view, ratio), view, this.marks, this.dark, this.map.places);
    });
  }

  private names(): Marks['names'] {
    if (!this.labels) return [];
    const own = this.classes.map((style) => !style.other);
    this.modesOfClasses ??= modes(this.map.places, this.labels, own, this.view.reach() / 40, this.visible);
    return placedNames(this.view, classNames(this.classes, this.modesOfClasses, this.dark), measured);
  }
}
