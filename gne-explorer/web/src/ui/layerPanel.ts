import { type FieldLayer } from '../map/layers/field';
import type { Layer, LayerContext } from '../map/layers/layer';
import { LAYERS } from '../map/layers/registry';
import type { Change, Panel, Session, Switches } from '../state/session';
import { card, h } from './dom';
import { counted, digits } from './numbers';
import type { Page } from './page';

/** Chooses the layer under the points, and what is drawn over it. */
export class LayerPanel implements Panel {
  readonly element: HTMLElement;
  private readonly layers: readonly Layer[];
  private readonly legend = h('div', { class: 'legend' });
  private readonly group: HTMLElement;
  private readonly fields: HTMLSelectElement;
  private readonly checks = new Map<keyof Switches, HTMLInputElement>();
  private readonly naming: HTMLSelectElement;
  private readonly limit: HTMLElement;
  private readonly slider = h('input', { type: 'range', min: 0, max: 1000, 'aria-label': 'error above which rows are marked', input: () => this.slide() });
  private readonly count = h('p', { class: 'note', role: 'status' });
  private readonly sorted: Float32Array;

  /** @param show receives the layer, or null for none */
  constructor(
    private readonly page: Page,
    context: LayerContext,
    private readonly show: (layer: Layer | null) => void,
  ) {
    const { map, session } = page;
    this.layers = LAYERS.filter((kind) => kind.available(map)).map((kind) => kind.create(context));
    this.group = h(
      'div',
      { class: 'segments', role: 'radiogroup', 'aria-label': 'layer under the points' },
      ...[{ id: '', title: 'None' }, ...this.layers].map(({ id, title }) =>
        h('label', {}, h('input', { type: 'radio', name: 'layer', value: id, change: () => this.choose(id || null) }), h('span', {}, title)),
      ),
    );
    const field = this.field;
    this.fields = h(
      'select',
      { 'aria-label': 'field', change: () => this.chooseField(this.fields.value) },
      ...field.fields.map(({ id, name }) => h('option', { value: id }, name)),
    );
    field.changed = () => this.showLegend();
    this.sorted = Float32Array.from(map.errors ?? []).filter((error) => !Number.isNaN(error)).sort();
    session.worst = map.source.description.explainedError ?? this.sorted[Math.floor(0.995 * this.sorted.length)] ?? Infinity;
    const { clusters, schema } = map.source.description;
    const picture = schema.kind === 'picture';
    const named = [...(map.classes ? ['classes'] : []), ...(clusters?.some(({ lines }) => picture || lines.length) ? ['clusters'] : [])] as Session['naming'][];
    session.naming = named[0] ?? 'classes';
    this.naming = h(
      'select',
      {
        'aria-label': 'names of',
        change: () => {
          session.naming = this.naming.value as Session['naming'];
          session.switches.names = true;
          session.tell('switches');
        },
      },
      ...named.map((what) => h('option', { value: what }, `of ${what}`)),
    );
    this.limit = h('div', {}, this.slider, this.count);
    this.element = card(
      'layers',
      'Layers',
      [],
      this.group,
      this.fields,
      this.legend,
      h(
        'div',
        { class: 'checks' },
        this.check('points', 'points'),
        named.length ? this.check('names', 'names') : null,
        named.length > 1 ? this.naming : null,
        picture ? this.check('thumbs', 'images when near') : null,
        map.errors ? this.check('worst', 'largest errors') : null,
      ),
      this.limit,
    );
    this.told('layer');
    this.told('switches');
  }

  private get field(): FieldLayer {
    return this.layers.find((layer) => layer.id === 'field') as FieldLayer;
  }

  private get layer(): Layer | null {
    return this.layers.find((each) => each.id === this.page.session.layer) ?? null;
  }

  private check(key: keyof Switches, name: string): HTMLElement {
    const { session } = this.page;
    const input = h('input', {
      type: 'checkbox',
      checked: session.switches[key],
      change: () => {
        session.switches[key] = input.checked;
        session.tell('switches');
      },
    });
    this.checks.set(key, input);
    return h('label', { class: 'check' }, input, name);
  }

  private choose(id: string | null): void {
    const { session } = this.page;
    session.layer = id;
    session.tell('layer');
  }

  /** Shows a field, also if another layer is shown. */
  chooseField(id: string): void {
    const { session } = this.page;
    if (!this.field.choose(id)) return;
    session.field = id;
    this.choose('field');
  }

  private showLegend(): void {
    const legend = this.layer?.legend() ?? null;
    this.legend.replaceChildren(...(legend ? [legend] : []));
  }

  private redo(): void {
    this.layer?.clear();
    this.show(this.layer);
  }

  told(change: Change): void {
    const { session } = this.page;
    if (change === 'layer') {
      if (session.field && this.field.field.id !== session.field) this.field.choose(session.field);
      const { layer } = this;
      session.layerScale = layer?.scale ?? null;
      for (const input of this.group.querySelectorAll('input')) input.checked = input.value === (layer?.id ?? '');
      this.fields.hidden = layer?.id !== 'field';
      this.fields.value = this.field.field.id;
      this.showLegend();
      this.redo();
    }
    if (change === 'theme' || change === 'rows') {
      this.showLegend();
      this.redo();
    }
    if (change === 'switches') {
      for (const [key, input] of this.checks) input.checked = session.switches[key];
      this.naming.value = session.naming;
      this.limit.hidden = !session.switches.worst;
      const above = this.sorted.length - this.rank(session.worst);
      this.slider.value = String(Math.round(1000 * (1 - Math.sqrt(above / Math.max(1, this.sorted.length)))));
      const own = this.page.map.source.description.explainedError === session.worst ? ', the limit of the model' : '';
      this.count.textContent = `${counted(above, 'row')} above ${digits(session.worst)}${own}`;
    }
  }

  /** The number of errors up to a value. */
  private rank(value: number): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle] <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private slide(): void {
    const { session } = this.page;
    const share = (1 - Number(this.slider.value) / 1000) ** 2;
    const above = Math.round(share * this.sorted.length);
    session.worst = above >= this.sorted.length ? -Infinity : this.sorted[this.sorted.length - above - 1];
    session.tell('switches');
  }
}
