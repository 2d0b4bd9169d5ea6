import type { ClassStyle } from './data/description';
import type { LiveEvent, LiveSource } from './data/live';
import { css, parsed, gradient } from './map/colors';
import { listen } from './map/gestures';
import { classCodes, classColor, classInks, scaleCodes, scaleInks, scaleRange } from './map/looks';
import { type Ink, Points } from './map/points';
import { View } from './map/view';
import { card, h } from './ui/dom';
import { digits, whole } from './ui/numbers';
import { LossCurve } from './ui/lossCurve';
import { Theme } from './ui/theme';

/** The page of a running fit: it shows the map after every epoch, until the fit is done and the map can be explored. */
export class Live {
  private readonly map = h('div', { class: 'map', tabindex: 0, role: 'application', 'aria-label': 'map during the fit' });
  private readonly canvas = h('canvas', {});
  private readonly curve = new LossCurve();
  private readonly facts = h('dl', { class: 'facts' });
  private readonly pause = h('button', { click: () => this.send(this.state === 'paused' ? 'resume' : 'pause') }, 'Pause');
  private readonly stop = h('button', { click: () => this.send('stop') }, 'Stop and save');
  private readonly said = h('p', { class: 'note', role: 'status' });
  private view: View | null = null;
  private points: Points | null = null;
  private state: LiveEvent['state'] = 'running';
  private epochs = 0;
  private loss = '';
  private loading = false;
  private again = false;
  private touched = false;
  private dark = false;
  private readonly legend = h('section', { class: 'card' });

  constructor(
    private readonly source: LiveSource,
    private readonly classes: Int32Array | null,
    private readonly target: Float64Array | null,
    app: HTMLElement,
  ) {
    const { title, rows } = source.description;
    this.map.append(this.canvas);
    const theme = new Theme((dark) => {
      this.dark = dark;
      this.curve.draw();
      this.legend.replaceChildren(...this.labels());
      this.points?.setPalette(this.inks());
      this.draw();
    });
    const header = h('header', {}, h('h1', {}, title), h('span', { class: 'rows' }, `${whole(rows)} rows`), theme.button);
    const panel = h('aside', { class: 'panel', 'aria-label': 'training' });
    panel.append(card('training', 'Training', [], this.facts, h('div', { class: 'buttons' }, this.pause, this.stop), this.said));
    panel.append(card('loss', 'Loss', [], this.curve.element), this.legend);
    app.replaceChildren(header, h('main', {}, this.map), panel);
    theme.apply();
    const moved = (move: (view: View) => void) => {
      if (!this.view) return;
      this.touched = true;
      move(this.view);
      this.draw();
    };
    listen(this.map, () => 'move', {
      point: () => {},
      pan: (dx, dy) => moved((view) => view.pan(dx, dy)),
      zoom: (at, factor) => moved((view) => view.zoomAt(at.x, at.y, factor)),
      draw: () => {},
      click: () => {},
      pin: () => {},
      key: () => false,
    });
    new ResizeObserver(() => this.draw()).observe(this.map);
    source.listen(
      (event) => this.take(event),
      () => (this.said.textContent = 'The server does not answer. Is gne fit still running?'),
      () => window.location.reload(),
    );
  }

  private labels(): HTMLElement[] {
    const { classes, target } = this.source.description;
    this.legend.hidden = !classes.length && !this.target;
    const heading = h('div', { class: 'head' }, h('h2', {}, 'Colour'));
    if (this.target) {
      const [low, high] = scaleRange(this.target);
      const bar = h('div', { class: 'scale' });
      bar.style.background = gradient(this.dark);
      const ends = h('div', { class: 'ends' }, h('span', {}, digits(low)), h('span', {}, digits(high)));
      return [heading, h('p', { class: 'note' }, target ?? ''), bar, ends];
    }
    const own = classes.filter((style) => !style.other);
    const others = classes.filter((style) => style.other);
    const line = (style: ClassStyle, name: string) => {
      const swatch = h('span', { class: `swatch mark${style.mark}` });
      swatch.style.background = css(classColor(style, this.dark));
      return h('li', { class: 'class' }, swatch, h('span', { class: 'name' }, name));
    };
    const list = own.map((style) => line(style, style.name || '(no name)'));
    if (others.length) list.push(line(others[0], `other (${whole(others.length)} ${others.length === 1 ? 'class' : 'classes'})`));
    return [heading, h('ul', { class: 'classes' }, ...list)];
  }

  private codes(rows: number): Uint16Array {
    if (this.classes) return classCodes(this.classes, this.source.description.classes.length);
    return this.target ? scaleCodes(this.target, scaleRange(this.target)) : new Uint16Array(rows);
  }

  private inks(): Ink[] {
    const { classes, noClass } = this.source.description;
    if (this.classes) return classInks(classes, this.dark);
    return this.target ? scaleInks(this.dark) : [{ color: parsed(noClass), mark: 0 }];
  }

  private take(event: LiveEvent): void {
    this.state = event.state;
    const fresh = event.losses.length > 0;
    if (fresh) {
      this.epochs = event.from + event.losses.length;
      this.curve.add(event.from, event.losses);
      void this.move();
    }
    const over = event.state === 'stopping' || (event.epochs > 0 && this.epochs === event.epochs);
    this.pause.textContent = event.state === 'paused' ? 'Resume' : 'Pause';
    this.pause.disabled = this.stop.disabled = over;
    this.said.textContent = over ? 'Measuring and drawing. The map opens when this is done.' : event.state === 'paused' ? 'Paused.' : '';
    const facts: [string, string][] = [['epoch', event.epochs ? `${whole(this.epochs)} of ${whole(event.epochs)}` : 'the first']];
    if (fresh) this.loss = digits(event.losses[event.losses.length - 1]);
    if (this.loss) facts.push(['loss', this.loss]);
    if (event.epochs && !over) facts.push(['left', duration(event.secondsLeft)]);
    this.facts.replaceChildren(...facts.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]));
  }

  /** Loads and draws the coordinates of the last epoch; one request at a time. */
  private async move(): Promise<void> {
    this.again = this.loading;
    if (this.loading) return;
    this.loading = true;
    try {
      const places = await this.source.places();
      if (places.length === 0) return;
      if (this.points) {
        this.points.setPlaces(places);
      } else {
        this.points = new Points(this.canvas, places);
        this.points.setCodes(this.codes(places.length / 2));
        this.points.setPalette(this.inks());
      }
      // The map grows during the fit. Show all of it, unless the reader has moved or zoomed it.
      if (!this.view || !this.touched) this.view = View.around(places);
      this.draw();
    } finally {
      this.loading = false;
      if (this.again) void this.move();
    }
  }

  private draw(): void {
    if (!this.view || !this.points) return;
    this.view.resize(this.map.clientWidth, this.map.clientHeight);
    const { view, points } = this;
    requestAnimationFrame(() => points.draw(view, Math.min(2, window.devicePixelRatio || 1), Infinity, 'nothing'));
  }

  private send(what: 'pause' | 'resume' | 'stop'): void {
    this.source.send(what).catch((e: unknown) => {
      this.said.textContent = String(e);
    });
  }
}

function duration(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.round(seconds / 60)} min`;
}
