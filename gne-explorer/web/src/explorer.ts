import { Columns } from './columns/columns';
import type { Found } from './columns/find';
import type { LoadedMap } from './data/loaded';
import type { LayerContext } from './map/layers/layer';
import { MapView } from './map/mapView';
import type { OtherMap } from './map/otherMap';
import { Places } from './map/places';
import type { Ink } from './map/points';
import { svg } from './map/svg';
import type { Point } from './map/view';
import { Decoding } from './model/decoding';
import { Samples } from './model/samples';
import { type Combine, RowSets } from './state/rowSets';
import { type Change, Session } from './state/session';
import { Tagging } from './state/tagging';
import { AddressKeeper } from './ui/addressKeeper';
import { ChangePanel } from './ui/changePanel';
import { ColorPanel } from './ui/colorPanel';
import { Divider } from './ui/divider';
import { folded, h } from './ui/dom';
import { EditPanel } from './ui/editPanel';
import { ranges } from './ui/fields';
import { FilterPanel } from './ui/filterPanel';
import { helpDialog } from './ui/help';
import { Keys } from './ui/keys';
import { KindPanel } from './ui/kindPanel';
import { LayerPanel } from './ui/layerPanel';
import { MeaningPanel } from './ui/meaningPanel';
import { MultiplesPanel } from './ui/multiplesPanel';
import { NewRowsPanel } from './ui/newRowsPanel';
import { percent, whole } from './ui/numbers';
import { OtherMapsPanel } from './ui/otherMapsPanel';
import type { Page } from './ui/page';
import { PathPanel } from './ui/pathPanel';
import { PinsPanel } from './ui/pinsPanel';
import { PointerCard } from './ui/pointerCard';
import { Rows } from './ui/rows';
import { SamplePanel } from './ui/samplePanel';
import { blobOf, SavePanel } from './ui/savePanel';
import { SampleViews } from './ui/sample';
import { search } from './ui/search';
import { SelectionPanel } from './ui/selectionPanel';
import { TablePanel } from './ui/tablePanel';
import { TagPanel } from './ui/tagPanel';
import { Theme } from './ui/theme';
import { Toolbar } from './ui/toolbar';

/** Rings around rows with large errors are at most this many. */
const MOST_RINGS = 2000;

/** A row counts as under the pointer up to this distance, in pixels. */
const NEAR = 24;

/** The page: creates its parts and connects them. */
export class Explorer implements Page, LayerContext {
  readonly rows: Rows;
  readonly columns: Columns;
  readonly samples: Samples;
  readonly decoding: Decoding;
  readonly views: SampleViews;
  readonly session: Session;
  readonly tagging: Tagging | null;
  pointed: number | null = null;
  private readonly all: Places;
  /** The shown rows; null until they are needed after a change. */
  private index: Places | null = null;
  private readonly mapView: MapView;
  private readonly otherMaps: OtherMapsPanel;
  private readonly toolbar: Toolbar;
  private readonly table: TablePanel;
  private readonly layerPanel: LayerPanel;
  private readonly theme: Theme;
  private readonly tagPanel: TagPanel | null;
  private readonly help = helpDialog();
  private readonly input: HTMLElement;
  private colors: { codes: Uint16Array; inks: readonly Ink[] };

  /** @throws Error if the browser cannot draw the map */
  constructor(
    readonly map: LoadedMap,
    app: HTMLElement,
  ) {
    const { description } = map.source;
    this.samples = new Samples(description, map.parameters, map.scaling);
    this.decoding = new Decoding(map);
    this.all = new Places(map.places);
    this.rows = new Rows(map);
    this.session = new Session(new RowSets(description.rows));
    this.tagging = map.source.tags && map.tags && new Tagging(map.source.tags, map.tags, this.session);
    this.columns = new Columns(map, this.decoding, this.tagging?.tags ?? null);
    this.colors = { codes: new Uint16Array(description.rows), inks: [] };
    const some = Array.from({ length: description.rows }, (_, i) => i);
    this.views = new SampleViews(description, ranges(this.samples.all(this.rows.places(some, 400)), this.samples.width));
    const keys = new Keys(this.session, {
      press: (name) => this.press(name),
      mode: (mode) => this.toolbar.set(mode),
      line: (line, done) => this.line(line, done, 'replace'),
    });
    this.mapView = new MapView(map, this.all, {
      spot: (at) => this.point(at),
      hold: (at) => this.hold(at),
      pin: (at) => this.pin(at),
      line: (line, done, combine) => this.line(line, done, combine),
      key: (key) => keys.take(key),
      viewed: () => this.session.tell('view'),
    }, (some) => this.reconstructed(some));
    const main = h('div', { class: 'main' }, this.mapView.element);
    this.otherMaps = new OtherMapsPanel(map, main, {
      row: (row) => this.session.held || this.go(this.rows.place(row), row),
      pin: (row) => this.pin(this.rows.place(row)),
      select: (rows, on, combine) => this.select(rows, combine, on),
      key: (key) => keys.take(key),
    });
    this.toolbar = new Toolbar(
      (mode) => {
        this.session.mode = mode;
        this.session.tell('mode');
      },
      (factor) => this.mapView.zoomBy(factor),
      () => this.mapView.fit(),
      () => this.press('undo'),
      () => this.press('help'),
    );
    this.theme = new Theme((dark) => {
      this.session.dark = dark;
      this.session.tell('theme');
    });
    this.table = new TablePanel(this);
    this.input = search(this, (found) => void this.found(found));
    const share = description.explained;
    const explained = share === undefined ? '' : `, ${percent(share)} explained`;
    const header = h(
      'header',
      {},
      h('h1', { title: description.title }, description.title),
      h('span', { class: 'rows' }, `${whole(description.rows)} rows${explained}`),
      this.input,
      this.otherMaps.button,
      this.table.button,
      this.theme.button,
    );
    const panel = h('aside', { class: 'panel', 'aria-label': 'details' });
    const newRows = new NewRowsPanel(this);
    newRows.listen(this.mapView.element);
    this.layerPanel = new LayerPanel(this, this, (layer) => this.mapView.setLayer(layer));
    const card = new PointerCard(this, this.mapView.element);
    const divider = new Divider(app, () => this.session.tell('panels'));
    const address = new AddressKeeper(this, {
      view: this.mapView.view,
      moved: () => this.mapView.moved(),
      theme: this.theme,
      divider,
      table: this.table,
      panel,
      chooseField: (id) => this.layerPanel.chooseField(id),
    });
    this.tagPanel = this.tagging && new TagPanel(this, this.tagging);
    const parts = [
      new SamplePanel(this, () => this.press('pin')),
      ...(map.moves ? [new KindPanel(this)] : []),
      ...(description.meaning ? [new MeaningPanel(this, (rows) => this.select(rows, 'replace'))] : []),
      new PinsPanel(this),
      new PathPanel(this),
      new SelectionPanel(this, this.tagPanel && (() => this.press('tag'))),
      ...(this.tagPanel ? [this.tagPanel] : []),
      new ColorPanel(this, (codes, inks) => this.paint(codes, inks)),
      this.layerPanel,
      new FilterPanel(this),
      new EditPanel(this),
      new ChangePanel(this),
      new MultiplesPanel(this, (id) => this.layerPanel.chooseField(id)),
      newRows,
      new SavePanel(this, {
        link: () => address.copy(),
        png: () => blobOf(this.mapView.picture()),
        svg: () => this.svg(),
      }),
    ];
    // The map comes first: the parts rely on which rows are shown. Then the layers: the colours of the points depend on the layer's scale.
    const others = parts.filter((part) => part !== this.layerPanel);
    this.session.add({ element: this.mapView.element, told: (change) => this.told(change) }, this.layerPanel, ...others, this.table, card, address);
    panel.append(...parts.map(({ element }) => element));
    if (description.note) panel.append(h('p', { class: 'note card' }, description.note));
    // What is needed less often starts folded.
    for (const id of [...(this.tagging ? ['tags'] : []), 'edit', 'change', 'multiples', 'new-rows', 'save']) folded(panel.querySelector(`[data-panel=${id}]`)!, true);
    main.append(this.toolbar.element, card.element);
    app.replaceChildren(header, this.otherMaps.element, this.table.element, panel, this.help);
    this.otherMaps.element.append(divider.element);
    document.addEventListener('keydown', (event) => keys.global(event));
    this.toolbar.set('move');
    this.theme.apply();
    this.go(this.rows.place(0), 0);
    this.session.tell('color', 'layer', 'switches');
    address.start();
  }

  get shown(): Places {
    const { rows } = this.session;
    this.index ??= rows.shownCount === rows.rows ? this.all : new Places(this.map.places, rows.shown());
    return this.index;
  }

  get dark(): boolean {
    return this.session.dark;
  }

  redraw = (): void => this.mapView.redraw();

  /** Updates the maps. */
  private told(change: Change): void {
    const { session, mapView, otherMaps } = this;
    if (change === 'rows') {
      const { hidden, selection } = session.rows;
      this.index = null;
      const chosen = selection.length ? selection : null;
      if (!chosen || session.selectedOn) session.lasso = [];
      mapView.setRows(hidden, chosen);
      otherMaps.setRows(hidden, chosen, chosen && session.selectedOn);
    }
    if (change === 'theme') {
      mapView.setDark(session.dark);
      otherMaps.setDark(session.dark);
    }
    if (change === 'mode') {
      mapView.mode = session.mode;
      mapView.element.dataset.mode = session.mode;
      otherMaps.setMode(session.mode);
    }
    if (change === 'switches') {
      mapView.showPoints = session.switches.points;
      mapView.naming = session.switches.names ? session.naming : 'none';
      otherMaps.setNames(mapView.naming === 'classes');
      mapView.showThumbs = session.switches.thumbs;
      mapView.settleThumbs();
      mapView.redraw();
    }
    if (change === 'switches' || change === 'rows') this.ringWorst();
    if (change === 'spot') otherMaps.mark(session.row);
    if (change !== 'view') this.mark();
  }

  /** What the decoder makes of some rows. */
  private async reconstructed(rows: readonly number[]): Promise<Float32Array> {
    const found = new Float32Array(rows.length * this.samples.width);
    const width = this.samples.width;
    await this.decoding.run(this.rows.places(rows, rows.length), null, () => true, (some, from) => found.set(some, from * width));
    return found;
  }

  private mark(): void {
    const { session, mapView } = this;
    const { hit } = session;
    Object.assign(mapView.marks, {
      spot: session.spot,
      nearest: session.row,
      held: session.held,
      close: session.close,
      hit: hit === null ? null : { row: hit, name: this.rows.name(hit) },
      pins: session.pins,
      path: session.path,
      newRows: session.newRows,
      trail: session.trail,
      lasso: session.lasso,
    });
    mapView.redrawMarks();
  }

  private ringWorst(): void {
    const { errors } = this.map;
    const { worst, switches, rows } = this.session;
    let ringed: number[] = [];
    if (errors && switches.worst) {
      for (let row = 0; row < errors.length; row++) if (errors[row] > worst && rows.visible(row)) ringed.push(row);
      if (ringed.length > MOST_RINGS) ringed = ringed.sort((a, b) => errors[b] - errors[a]).slice(0, MOST_RINGS);
    }
    this.mapView.marks.worst = ringed;
    this.otherMaps.setWorst(ringed);
  }

  private paint(codes: Uint16Array | null, inks: readonly Ink[]): void {
    this.colors = { codes: codes ?? this.colors.codes, inks };
    if (codes) {
      this.mapView.setColors(codes, inks);
      this.otherMaps.setColors(codes, inks);
    } else {
      this.mapView.setPalette(inks);
      this.otherMaps.setPalette(inks);
    }
  }

  private svg(): string {
    const { mapView, session, map, colors } = this;
    const layer = mapView.layerPicture();
    return svg({
      view: mapView.view,
      places: map.places,
      ...colors,
      hidden: session.rows.hidden,
      points: session.switches.points,
      names: mapView.names(),
      paper: session.dark ? '#0e1116' : '#ffffff',
      layer: layer && layer.toDataURL(),
    });
  }

  /** The pointer is at a point. */
  private point(at: Point): void {
    const row = this.shown.nearest(at, 1)[0] ?? null;
    this.pointed = row !== null && this.shown.distance(row, at) * this.mapView.view.scale <= NEAR ? row : null;
    if (!this.session.held) this.go(at, row ?? undefined);
  }

  /** Holds the spot where it is clicked; a second click lets it go. */
  private hold(at: Point): void {
    const { session, mapView } = this;
    const again = session.held && session.spot && Math.hypot(session.spot.x - at.x, session.spot.y - at.y) * mapView.view.scale < 6;
    session.held = !again;
    this.go(at);
  }

  go = (at: Point, row = this.shown.nearest(at, 1)[0] ?? null): void => {
    this.session.spot = at;
    this.session.row = row;
    this.session.tell('spot');
  };

  find(row: number): void {
    const { session, mapView } = this;
    const at = this.rows.place(row);
    session.hit = row;
    mapView.show(at, 4);
    this.go(at, row);
  }

  show(at: Point): void {
    const { session, mapView } = this;
    const { x, y } = mapView.view.toScreen(at.x, at.y);
    if (x < 0 || y < 0 || x > mapView.view.width || y > mapView.view.height) mapView.show(at, 1);
    session.held = true;
    this.go(at);
  }

  private pin(at: Point): void {
    this.session.pins = [...this.session.pins, at];
    this.session.tell('pins');
  }

  private line(line: readonly Point[], done: boolean, combine: Combine): void {
    const { session } = this;
    if (session.mode === 'path') {
      if (done) {
        session.path = line.slice();
        session.tell('path');
      } else {
        this.mapView.marks.path = line.slice();
        this.mapView.redrawMarks();
      }
      return;
    }
    session.lasso = line.slice();
    this.mark();
    if (done) this.select(this.shown.within(line), combine);
  }

  private select(rows: readonly number[], combine: Combine, on: OtherMap | null = null): void {
    this.session.selectedOn = on;
    this.session.rows.select(rows, combine);
    this.session.tell('rows');
  }

  private async found(found: Found): Promise<void> {
    const { session } = this;
    if (found.kind === 'row') {
      this.find(found.row);
      return;
    }
    if (found.kind === 'meaning') {
      session.question = found.question;
      session.tell('question');
      return;
    }
    if (found.kind === 'column') {
      session.color = found.column;
      session.tell('color');
      return;
    }
    let rows = found.kind === 'all' ? found.rows : [];
    if (found.kind === 'category') {
      const values = await found.column.values();
      rows = Array.from(session.rows.hidden.keys()).filter((row) => values[row] === found.category);
    }
    session.lasso = [];
    this.select(rows.filter(session.rows.visible), 'replace');
  }

  private press(name: string): void {
    const { session } = this;
    const { rows } = session;
    switch (name) {
      case 'undo':
        session.lasso = [];
        if (rows.undo()) session.tell('rows');
        break;
      case 'invert':
        rows.invert();
        session.tell('rows');
        break;
      case 'isolate':
        rows.isolate();
        session.tell('rows');
        break;
      case 'all':
        rows.showAll();
        session.tell('rows');
        break;
      case 'table':
        this.table.toggle();
        break;
      case 'tag':
        this.tagPanel?.focus();
        break;
      case 'search':
        this.input.querySelector('input')!.focus();
        break;
      case 'help':
        this.help.showModal();
        break;
      case 'pin':
        if (session.spot) this.pin(session.spot);
        break;
      case 'hold':
        session.held = !session.held;
        session.tell('spot');
        break;
      case 'clear':
        session.held = false;
        session.hit = null;
        session.path = [];
        session.lasso = [];
        if (rows.selection.length) rows.select([]);
        session.tell('rows', 'path', 'spot');
        break;
    }
  }
}
