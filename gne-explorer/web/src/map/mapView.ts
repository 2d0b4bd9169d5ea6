import type { LoadedMap } from '../data/loaded';
import type { Combine } from '../state/rowSets';
import type { Rgb } from './colors';
import { ARROWS, type Hand, listen, type Mode, REST } from './gestures';
import type { Layer } from './layers/layer';
import { ClusterNames } from './clusterNames';
import { classNames, type MapName, modes } from './names';
import { drawOverlay, type Marks, NO_MARKS } from './overlay';
import type { Places } from './places';
import { type Block, measured, type PlacedName, placedNames } from './placedNames';
import { type Ink, Points } from './points';
import { surface } from './surface';
import { chosenThumbs, Thumbnails } from './thumbnails';
import { type Point, View } from './view';

/** Receives what the user does on the map. */
export interface MapListener {
  spot(at: Point): void;
  /** A click: the spot stays there. */
  hold(at: Point): void;
  pin(at: Point): void;
  line(line: readonly Point[], done: boolean, combine: Combine): void;
  key(key: string): boolean;
  /** The visible part has changed, and the map is at rest. */
  viewed(): void;
}

/** Of so few rows, none should be hidden by a name. */
const FEW = 5000;

export type Naming = 'none' | 'classes' | 'clusters';

/** The map: a layer, the points over it, and marks over both. */
export class MapView {
  readonly element = document.createElement('div');
  readonly view: View;
  mode: Mode = 'move';
  showPoints = true;
  /** What is named on the map. */
  naming: Naming = 'none';
  marks: Marks = { ...NO_MARKS };

  private readonly back = document.createElement('canvas');
  private readonly front = document.createElement('canvas');
  private readonly over = document.createElement('canvas');
  private readonly points: Points;
  private modesOfClasses: readonly (Point | null)[] = [];
  private readonly clusters: ClusterNames | null;
  private readonly thumbnails: Thumbnails | null;
  /** Whether rows are shown as images when they are near. */
  showThumbs = true;
  private layer: Layer | null = null;
  private codes: Uint16Array = new Uint16Array(0);
  private inks: readonly Ink[] = [];
  private hidden: Uint8Array | null = null;
  private dark = false;
  /** What lies over the map. */
  private blocked: readonly Block[] = [];
  private frame = 0;
  private stale = true;
  private resting = 0;
  private moving = false;
  private following = false;
  private most = 60_000;
  private last = 0;

  constructor(
    private readonly map: LoadedMap,
    private readonly rows: Places,
    private readonly listener: MapListener,
    decoded: (rows: readonly number[]) => Promise<Float32Array>,
  ) {
    this.element.className = 'map';
    this.element.tabIndex = 0;
    this.element.setAttribute('role', 'application');
    this.element.setAttribute(
      'aria-label',
      'Map. Arrow keys move the cursor, with Shift they move the map. Plus and minus zoom, 0 shows all rows, Enter pins the sample, ? lists all keys.',
    );
    this.back.className = 'back';
    this.element.append(this.back, this.front, this.over);
    this.view = View.around(map.places);
    this.points = new Points(this.front, map.places);
    const { clusters } = map.source.description;
    this.clusters = clusters && map.clusters ? new ClusterNames(clusters, map.clusters, map.places, this.view.reach() / 80) : null;
    const { schema } = map.source.description;
    const load = async (rows: readonly number[]) => (await map.source.rows(rows)) ?? decoded(rows);
    this.thumbnails = schema.kind === 'picture' ? new Thumbnails(schema, load, () => this.redrawMarks()) : null;
    this.nameClasses(() => true);
    listen(this.element, () => this.mode, this.hand());
    new ResizeObserver(() => {
      this.view.resize(this.element.clientWidth, this.element.clientHeight);
      this.blocked = [...(this.element.parentElement?.querySelectorAll<HTMLElement>('.toolbar') ?? [])].map((bar) => ({
        x: bar.offsetLeft - this.element.offsetLeft + bar.offsetWidth / 2,
        y: bar.offsetTop - this.element.offsetTop + bar.offsetHeight / 2,
        w: bar.offsetWidth,
        h: bar.offsetHeight,
      }));
      this.moved();
    }).observe(this.element);
  }

  private nameClasses(visible: (row: number) => boolean): void {
    const { classes } = this.map.source.description;
    const own = classes.map((style) => !style.other);
    if (this.map.classes) this.modesOfClasses = modes(this.map.places, this.map.classes, own, this.view.reach() / 40, visible);
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
      draw: (line, done, combine) => this.listener.line(line.map((p) => this.view.toMap(p.x, p.y)), done, combine),
      click: (at) => this.listener.hold(this.view.toMap(at.x, at.y)),
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
    this.codes = codes;
    this.inks = inks;
    this.points.setCodes(codes);
    this.points.setPalette(inks);
    this.redraw();
  }

  setPalette(inks: readonly Ink[]): void {
    this.inks = inks;
    this.points.setPalette(inks);
    this.redraw();
  }

  /**
   * @param hidden 1 for each row that is not shown
   * @param chosen rows that stand out, or null
   */
  setRows(hidden: Uint8Array, chosen: readonly number[] | null): void {
    this.points.setStates(hidden, chosen);
    this.hidden = hidden.includes(1) ? hidden : null;
    this.nameClasses((row) => hidden[row] === 0);
    this.clusters?.setHidden(this.hidden);
    this.settleThumbs();
    this.redraw();
  }

  setLayer(layer: Layer | null): void {
    this.layer = layer;
    this.settle();
  }

  setDark(dark: boolean): void {
    this.dark = dark;
    this.thumbnails?.setDark(dark);
    this.settleThumbs();
    this.redraw();
  }

  /** The view has been set from outside. */
  moved(): void {
    this.moving = true;
    window.clearTimeout(this.resting);
    this.resting = window.setTimeout(() => this.settle(), REST);
    if (this.layer?.follows && !this.following) void this.follow(this.layer);
    this.redraw();
  }

  /** Computes the layer for where the map is now, one after the other while it moves. */
  private async follow(layer: Layer): Promise<void> {
    this.following = true;
    await layer.refine(this.view);
    this.following = false;
  }

  /** Draws all points, and the layer for the part of the map that is now shown. */
  settle(): void {
    this.moving = false;
    this.last = 0;
    if (this.view.width === 1) return;
    void this.layer?.refine(this.view);
    this.settleThumbs();
    this.redraw();
    this.listener.viewed();
  }

  /** Chooses the images of rows for the visible part. */
  settleThumbs(): void {
    const { thumbnails, view, map, hidden } = this;
    if (!thumbnails || view.width === 1) return;
    let rows: number[] = [];
    if (this.showThumbs && this.showPoints) {
      rows = this.rows.inBox(view.toMap(0, view.height), view.toMap(view.width, 0)).filter((row) => !hidden?.[row]);
      rows.sort((a, b) => a - b);
    }
    const medoids = this.naming === 'clusters' ? (this.clusters?.medoids(view) ?? []) : [];
    void thumbnails.show(chosenThumbs(view, rows, map.places, medoids));
    this.redrawMarks();
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
      const g = surface(this.over, this.view, ratio);
      this.thumbnails?.draw(g, this.view, (row) => this.inks[this.codes[row]]);
      drawOverlay(g, this.view, this.marks, this.dark, this.map.places);
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
    const g = surface(this.back, view, ratio);
    this.marks.names = this.names();
    this.layer?.draw(g, view);
    const most = !this.showPoints ? 0 : this.moving ? this.most : Infinity;
    this.points.draw(view, ratio, most, !this.layer ? 'nothing' : this.layer.id === 'samples' ? 'pictures' : this.paper());
  }

  /** What is now on the screen, as one image. */
  picture(): HTMLCanvasElement {
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    this.moving = false;
    this.draw(0, ratio);
    const whole = document.createElement('canvas');
    whole.width = this.front.width;
    whole.height = this.front.height;
    const g = whole.getContext('2d')!;
    g.fillStyle = `rgb(${this.paper().join(' ')})`;
    g.fillRect(0, 0, whole.width, whole.height);
    // The points must be copied before the browser clears them, which it does after this task.
    for (const canvas of [this.back, this.front, this.over]) if (canvas.width) g.drawImage(canvas, 0, 0);
    return whole;
  }

  /** The layer alone, or null if there is none. */
  layerPicture(): HTMLCanvasElement | null {
    return this.layer ? this.back : null;
  }

  /** The names where they are drawn now. */
  names(): PlacedName[] {
    const { view, naming, dark, map, clusters } = this;
    let names: readonly MapName[] = [];
    if (naming === 'classes') names = classNames(map.source.description.classes, this.modesOfClasses, dark);
    else if (naming === 'clusters') names = clusters?.names(view, dark) ?? [];
    const few = map.places.length <= 2 * FEW;
    return placedNames(view, names, measured, few ? (x, y, w, h) => this.rowsUnder(x, y, w, h) : undefined, this.blocked);
  }

  private rowsUnder(x: number, y: number, w: number, h: number): number {
    const low = this.view.toMap(x - w / 2, y + h / 2);
    const high = this.view.toMap(x + w / 2, y - h / 2);
    const rows = this.rows.inBox(low, high);
    return this.hidden ? rows.filter((row) => !this.hidden![row]).length : rows.length;
  }
}
