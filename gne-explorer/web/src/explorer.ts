import type { LoadedMap } from './data/loaded';
import { MapView } from './map/mapView';
import type { OtherMap } from './map/otherMap';
import { Places } from './map/places';
import type { Point } from './map/view';
import { Decoding } from './model/decoding';
import { Samples } from './model/samples';
import { Coloring } from './ui/coloring';
import { h, whole } from './ui/dom';
import { fields, ranges } from './ui/fields';
import { SamplePanel } from './ui/samplePanel';
import { layers, type LayerChoice } from './ui/layers';
import { NewRowsPanel } from './ui/newRowsPanel';
import { OtherMapsPanel } from './ui/otherMapsPanel';
import { Path } from './ui/path';
import { Pins } from './ui/pins';
import { Rows } from './ui/rows';
import { SampleViews } from './ui/sample';
import { type Found, search } from './ui/search';
import { Selection } from './ui/selection';
import { Theme } from './ui/theme';
import { Toolbar } from './ui/toolbar';

const WORST = 100;

/** The page: creates its parts and connects them. */
export class Explorer {
  private readonly rows: Rows;
  private readonly mapView: MapView;
  private readonly samplePanel: SamplePanel;
  private readonly pins: Pins;
  private readonly path: Path;
  private readonly newRowsPanel: NewRowsPanel;
  private readonly selection: Selection;
  private readonly coloring: Coloring;
  private readonly toolbar: Toolbar;
  private readonly places: Places;
  private readonly otherMaps: OtherMapsPanel;

  /** @throws Error if the browser cannot draw the map */
  constructor(
    private readonly map: LoadedMap,
    app: HTMLElement,
  ) {
    const { description } = map.source;
    const samples = new Samples(description, map.parameters, map.scaling);
    const decoding = new Decoding(map);
    const places = new Places(map.places);
    this.places = places;
    this.rows = new Rows(map);
    const some = Array.from({ length: description.rows }, (_, i) => i);
    const views = new SampleViews(description, ranges(samples.all(this.rows.places(some, 400)), samples.width));
    this.mapView = new MapView(map, places, decoding, {
      spot: (at) => this.spot(at),
      pin: (at) => this.pin(at),
      line: (line, done) => this.line(line, done),
      key: (key) => this.key(key),
    });
    const main = h('div', { class: 'main' }, this.mapView.element);
    this.otherMaps = new OtherMapsPanel(map, main, {
      row: (row) => this.spot(this.rows.place(row), row),
      pin: (row) => this.pin(this.rows.place(row)),
      select: (rows, on) => this.select(rows, on),
      key: (key) => this.key(key),
      visible: (label) => this.coloring.visible(label),
    });
    const go = (at: Point) => this.spot(at);
    this.samplePanel = new SamplePanel(this.rows, places, samples, views, () => this.mapView.marks.spot && this.pin(this.mapView.marks.spot));
    this.pins = new Pins(samples, views, go, () => this.mark({ pins: this.pins.places }));
    this.path = new Path(samples, views, go, () => this.setPath([]));
    this.selection = new Selection(this.rows, decoding, views, go, () => this.select([]));
    this.newRowsPanel = new NewRowsPanel(this.rows, decoding, samples, views, go, () =>
      this.mark({ newRows: this.newRowsPanel.places }),
    );
    this.newRowsPanel.listen(this.mapView.element);
    this.coloring = new Coloring(
      map,
      decoding,
      ({ codes, inks }) => {
        this.mapView.setColors(codes, inks);
        this.otherMaps.setColors(codes, inks);
        if (this.coloring.color.kind === 'column') this.setColumn();
      },
      (inks) => {
        this.mapView.setPalette(inks);
        this.otherMaps.setPalette(inks);
        this.mapView.setVisible((label) => this.coloring.visible(label));
      },
    );
    this.toolbar = new Toolbar(
      (mode) => {
        this.mapView.mode = mode;
        this.mapView.element.dataset.mode = mode;
        this.otherMaps.setMode(mode);
      },
      (factor) => this.mapView.zoomBy(factor),
      () => this.mapView.fit(),
    );
    const theme = new Theme((dark) => {
      this.mapView.setDark(dark);
      this.otherMaps.setDark(dark);
      this.coloring.setDark(dark);
    });
    const share = description.explained;
    const explained = share === undefined ? '' : `, ${Math.round(100 * share)} % explained`;
    const header = h(
      'header',
      {},
      h('h1', { title: description.title }, description.title),
      h('span', { class: 'rows' }, `${whole(description.rows)} rows${explained}`),
      search(this.rows, (found) => this.found(found)),
      this.otherMaps.button,
      theme.button,
    );
    const choice = layers(
      {
        picture: views.isPicture,
        numbers: description.schema.kind === 'table' && fields(description.schema).some((field) => field.kind !== 'category'),
        classes: map.classes !== null,
        errors: map.errors !== null,
      },
      (chosen) => this.setLayers(chosen),
    );
    const note = description.note ? h('p', { class: 'note card' }, description.note) : null;
    const panel = h('aside', { class: 'panel', 'aria-label': 'details' });
    panel.append(this.samplePanel.element, this.pins.element, this.path.element, this.selection.element);
    panel.append(this.coloring.element, choice, this.newRowsPanel.element);
    if (note) panel.append(note);
    main.append(this.toolbar.element);
    app.replaceChildren(header, this.otherMaps.element, panel);
    this.toolbar.set('move');
    theme.apply();
    this.spot(this.rows.place(0), 0);
  }

  private visible = (row: number): boolean => this.coloring.visible(this.map.classes?.[row] ?? -1);

  /** @param row the nearest row; callers give it if several rows have these coordinates and one of them is meant */
  private spot(at: Point, row = this.places.nearest(at, 1, this.visible)[0] ?? null): void {
    this.samplePanel.show(at, row);
    this.mark({ spot: at, nearest: row });
    this.otherMaps.mark(row);
  }

  private pin(at: Point): void {
    this.pins.add(at);
  }

  private mark(some: Partial<MapView['marks']>): void {
    Object.assign(this.mapView.marks, some);
    this.mapView.redrawMarks();
  }

  private line(line: readonly Point[], done: boolean): void {
    if (this.mapView.mode === 'path') {
      this.mark({ path: line.slice() });
      if (done) this.path.show(line.slice());
    } else {
      this.mark({ lasso: line.slice() });
      if (done) this.select(this.places.within(line).filter(this.visible));
    }
  }

  private setPath(line: readonly Point[]): void {
    this.path.show(line);
    this.mark({ path: line });
  }

  /** @param on the map of another method that they were selected on, or null */
  private select(rows: readonly number[], on: OtherMap | null = null): void {
    if (!rows.length || on) this.mark({ lasso: [] });
    const chosen = rows.length ? rows : null;
    this.mapView.setChosen(chosen);
    this.otherMaps.setChosen(chosen, chosen && on);
    void this.selection.show(rows);
  }

  private found(found: Found): void {
    if ('label' in found) {
      const rows: number[] = [];
      this.map.classes!.forEach((label, row) => label === found.label && rows.push(row));
      this.mark({ lasso: [] });
      this.select(rows);
      return;
    }
    const at = this.rows.place(found.row);
    this.mapView.show(at, 4);
    this.spot(at, found.row);
  }

  private setLayers(choice: LayerChoice): void {
    this.mapView.layer = choice.layer;
    if (choice.layer === 'column') this.coloring.byColumn();
    this.mapView.showPoints = choice.points;
    this.mapView.showNames = choice.names;
    this.otherMaps.setNames(choice.names);
    const worst = choice.worst ? this.worst() : [];
    this.otherMaps.setWorst(worst);
    this.mark({ worst });
    this.mapView.changed();
  }

  private setColumn(): void {
    const { color, range } = this.coloring;
    if (color.kind !== 'column') return;
    this.mapView.column = { value: color.value, range };
    if (this.mapView.layer === 'column') this.mapView.changed();
  }

  /** The rows with the largest errors, largest first. */
  private worst(): number[] {
    const errors = this.map.errors!;
    const rows = Array.from({ length: errors.length }, (_, i) => i);
    return rows.sort((a, b) => errors[b] - errors[a]).slice(0, WORST);
  }

  private key(key: string): boolean {
    const modes: Record<string, 'move' | 'path' | 'lasso'> = { m: 'move', p: 'path', l: 'lasso' };
    if (modes[key]) {
      this.toolbar.set(modes[key]);
    } else if (key === 'Escape') {
      this.select([]);
      this.setPath([]);
    } else {
      return false;
    }
    return true;
  }
}
