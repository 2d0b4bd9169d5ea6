import type { LoadedMap } from '../data/loaded';
import type { Decoding } from '../model/decoding';
import type { Rgb } from './colors';
import { Field } from './field';
import { ARROWS, type Hand, listen, type Mode, REST } from './gestures';
import { classColor } from './looks';
import { classModes, named } from './names';
import { drawOverlay, type Marks, NO_MARKS } from './overlay';
import type { Places } from './places';
import type { Tint } from './pixels';
import { type Ink, Points } from './points';
import { surface } from './surface';
import { Tiles } from './tiles';
import { type Point, View } from './view';

/** The layer under the points. */
export type Layer = 'none' | 'samples' | 'density' | 'regions' | 'column';

/** Receives what the user does on the map. */
export interface MapListener {
  spot(at: Point): void;
  pin(at: Point): void;
  line(line: readonly Point[], done: boolean): void;
  key(key: string): boolean;
}

/** The map: a layer, the points over it, and marks over both. */
export class MapView {
  readonly element = document.createElement('div');
  readonly view: View;
  mode: Mode = 'move';
  layer: Layer = 'none';
  showPoints = true;
  showNames = true;
  /** The value that the layer `column` shows, and the values at the ends of its colour scale. */
  column: { value: number; range: readonly [number, number] } = { value: 0, range: [0, 1] };
  marks: Marks = { ...NO_MARKS };

  private readonly back = document.createElement('canvas');
  private readonly front = document.createElement('canvas');
  private readonly over = document.createElement('canvas');
  private readonly points: Points;
  private readonly tiles: Tiles | null;
  private readonly field = new Field(() => this.redraw());
  private readonly modesOfClasses: (readonly [number, number] | null)[];
  private dark = false;
  private visible: (label: number) => boolean = () => true;
  private frame = 0;
  private stale = true;
  private resting = 0;
  private moving = false;
  private most = 60_000;
  private last = 0;

  constructor(
    private readonly map: LoadedMap,
    private readonly places: Places,
    private readonly decoding: Decoding,
    private readonly listener: MapListener,
  ) {
    this.element.className = 'map';
    this.element.tabIndex = 0;
    this.element.setAttribute('role', 'application');
    this.element.setAttribute(
      'aria-label',
      'Map. Arrow keys move the cursor, with Shift they move the map. Plus and minus zoom, 0 shows all rows, Enter pins the sample.',
    );
    this.back.className = 'back';
    this.element.append(this.back, this.front, this.over);
    this.view = View.around(map.places);
    this.points = new Points(this.front, map.places);
    const { schema } = map.source.description;
    this.tiles = schema.kind === 'picture' ? new Tiles(schema, decoding, () => this.redraw()) : null;
    const { classes } = map.source.description;
    this.modesOfClasses = map.classes ? classModes(map.places, map.classes, classes, this.view.reach() / 40) : [];
    listen(this.element, () => this.mode, this.hand());
    new ResizeObserver(() => {
      this.view.resize(this.element.clientWidth, this.element.clientHeight);
      this.moved();
    }).observe(this.element);
  }

  private hand(): Hand {
    return {
      point: (at) => this.listener.spot(this.view.toMap(at.x, at.y)),
      pan: (dx, dy) => {
        this.view.pan(dx, dy);
        this.moved();
      },
      zoom: (at, factor) => {
        this.view.zoomAt(at.x, at.y, factor);
        this.moved();
      },
      draw: (line, done) => this.listener.line(line.map((p) => this.view.toMap(p.x, p.y)), done),
      pin: (at) => this.listener.pin(this.view.toMap(at.x, at.y)),
      key: (key, shift) => this.key(key, shift),
    };
  }

  private key(key: string, shift: boolean): boolean {
    const step = ARROWS[key];
    if (step && shift) {
      this.view.pan(-60 * step[0], -60 * step[1]);
      this.moved();
    } else if (step) {
      const spot = this.marks.spot ?? { x: this.view.x, y: this.view.y };
      this.listener.spot({ x: spot.x + (8 * step[0]) / this.view.scale, y: spot.y - (8 * step[1]) / this.view.scale });
    } else if (key === '+' || key === '=') {
      this.zoomBy(1.5);
    } else if (key === '-') {
      this.zoomBy(1 / 1.5);
    } else if (key === '0' || key === 'f') {
      this.fit();
    } else if (key === 'Enter' && this.marks.spot) {
      this.listener.pin(this.marks.spot);
    } else {
      return this.listener.key(key);
    }
    return true;
  }

  zoomBy(factor: number): void {
    this.view.zoomAt(this.view.width / 2, this.view.height / 2, factor);
    this.moved();
  }

  fit(): void {
    this.view.fit();
    this.moved();
  }

  show(at: Point, zoom: number): void {
    this.view.centreOn(at.x, at.y, zoom);
    this.moved();
  }

  setColors(codes: Uint16Array, inks: readonly Ink[]): void {
    this.points.setCodes(codes);
    this.points.setPalette(inks);
    this.redraw();
  }

  setPalette(inks: readonly Ink[]): void {
    this.points.setPalette(inks);
    this.redraw();
  }

  setChosen(rows: Iterable<number> | null): void {
    this.points.setChosen(rows);
    this.redraw();
  }

  setVisible(visible: (label: number) => boolean): void {
    this.visible = visible;
    this.redraw();
  }

  /** The theme has changed. */
  setDark(dark: boolean): void {
    this.dark = dark;
    this.tiles?.clear();
    this.changed();
  }

  /** Redraws the layer under the points. */
  changed(): void {
    this.field.clear();
    this.settle();
  }

  private moved(): void {
    this.moving = true;
    window.clearTimeout(this.resting);
    this.resting = window.setTimeout(() => this.settle(), REST);
    this.redraw();
  }

  /** Draws all points, and the layer for the part of the map that is now shown. */
  private settle(): void {
    this.moving = false;
    this.last = 0;
    const { view } = this;
    if (view.width === 1) return;
    if (this.layer === 'samples') void this.tiles?.refine(view, this.tint());
    else if (this.layer === 'density') this.field.density(view, this.map.places, this.dark);
    else if (this.layer === 'regions' && this.map.classes) {
      this.field.regions(view, this.places, this.map.classes, this.classColors());
    } else if (this.layer === 'column') {
      void this.field.decoded(view, this.decoding, this.places, this.column, this.dark);
    } else {
      this.field.clear();
    }
    this.redraw();
  }

  private classColors(): Rgb[] {
    return this.map.source.description.classes.map((style) => classColor(style, this.dark));
  }

  private tint(): Tint {
    const { schema } = this.map.source.description;
    if (schema.kind !== 'picture' || schema.channels !== 1) return null;
    const ink: Rgb = this.dark ? [196, 206, 220] : [52, 66, 88];
    return { paper: this.paper(), ink };
  }

  /** The colour of the background, as in the style sheet. */
  private paper(): Rgb {
    return this.dark ? [14, 17, 22] : [255, 255, 255];
  }

  redraw(): void {
    this.stale = true;
    this.redrawMarks();
  }

  /** Redraws only the marks; the points take much longer. */
  redrawMarks(): void {
    if (this.frame) return;
    this.frame = requestAnimationFrame((now) => {
      this.frame = 0;
      if (this.view.width === 1) return;
      const ratio = Math.min(2, window.devicePixelRatio || 1);
      if (this.stale) this.draw(now, ratio);
      this.stale = false;
      this.marks.names = this.showNames ? this.classNames() : [];
      drawOverlay(surface(this.over, this.view, ratio), this.view, this.marks, this.dark, this.map.places);
    });
  }

  private draw(now: number, ratio: number): void {
    const { view } = this;
    if (this.moving && this.last) {
      // Adjust the number of points to what this machine draws at 30 frames per second.
      const took = now - this.last;
      if (took > 34) this.most = Math.max(4000, this.most * 0.75);
      else if (took < 20) this.most = Math.min(this.points.rows, this.most * 1.2);
    }
    this.last = now;
    const under = this.layer !== 'none';
    const g = surface(this.back, view, ratio);
    if (this.layer === 'samples') this.tiles?.draw(g, view);
    else if (under) this.field.draw(g, view);
    const most = !this.showPoints ? 0 : this.moving ? this.most : Infinity;
    this.points.draw(view, ratio, most, !under ? 'nothing' : this.layer === 'samples' ? 'pictures' : this.paper());
  }

  private classNames(): Marks['names'] {
    return named(this.map.source.description.classes, this.modesOfClasses, this.visible, this.dark);
  }
}
