import type { ValueColumn } from '../columns/mapColumn';
import { fromHash, type Named, type PageState, toHash } from '../state/address';
import type { Condition, Filter } from '../state/filter';
import { decodeRows, encodeRows } from '../state/rowCode';
import type { Change, Panel, Switches } from '../state/session';
import type { View } from '../map/view';
import { type Divider, USUAL } from './divider';
import { folded } from './dom';
import type { Page } from './page';
import type { TablePanel } from './tablePanel';
import type { Theme } from './theme';

/** Selections that need more characters than this are not kept in the address. */
const MOST_CHARACTERS = 20_000;

/** Milliseconds without a change before the address is written. */
const PAUSE = 250;

/** A change of these is written at once, so that a reload right after it keeps it. The others come in bursts. */
const AT_ONCE: ReadonlySet<Change> = new Set(['panels', 'switches']);

/** A change of these is a step to come back to; others replace the address. */
const STEPS: ReadonlySet<Change> = new Set(['rows', 'color', 'layer', 'pins', 'path', 'question']);

/** What the address keeps besides the session. */
interface Parts {
  readonly view: View;
  moved(): void;
  readonly theme: Theme;
  readonly divider: Divider;
  readonly table: TablePanel;
  /** Holds the parts of the side panel. */
  readonly panel: HTMLElement;
  chooseField(id: string): void;
}

/** Tags stand in the address by their names. */
function written(column: ValueColumn, condition: Condition): Condition | Named {
  if (column.group !== 'tag' || column.kind !== 'category' || condition.kind !== 'without') return condition;
  return { kind: 'names', hidden: [...condition.hidden].map((code) => column.categories[code] ?? '') };
}

/** The inverse of {@link written}; names that no tag has are left out. */
function read(column: ValueColumn, condition: Condition | Named): Condition {
  if (condition.kind !== 'names') return condition;
  const codes = condition.hidden.map((name) => (name === '' ? -1 : column.kind === 'category' ? column.categories.indexOf(name) : -2));
  return { kind: 'without', hidden: new Set(codes.filter((code, i) => code >= 0 || condition.hidden[i] === '')) };
}

/** Keeps the state of the page in the part of its address after `#`, and restores it from there. */
export class AddressKeeper implements Panel {
  readonly element = document.createElement('span');
  private timer = 0;
  private step = false;
  /** When a change was last written at once, in milliseconds of `performance.now()`. */
  private atOnce = -PAUSE;
  private restoring = true;
  private written = '';
  private first: PageState = {};

  constructor(
    private readonly page: Page,
    private readonly parts: Parts,
  ) {}

  /** Restores what the address says, and keeps it from now on. */
  start(): void {
    this.first = this.state();
    this.written = location.hash;
    const follow = () => {
      if (location.hash !== this.written) void this.restore();
    };
    window.addEventListener('popstate', follow);
    window.addEventListener('hashchange', follow);
    this.parts.panel.addEventListener('fold', () => this.told('panels'));
    if (location.hash.length > 1) void this.restore();
    else this.restoring = false;
  }

  told(change: Change): void {
    if (this.restoring) return;
    this.step ||= STEPS.has(change);
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.write(), PAUSE);
    const now = performance.now();
    // A step that still waits gets an entry of its own. The divider is dragged in many small changes.
    if (!AT_ONCE.has(change) || this.step || now - this.atOnce < PAUSE) return;
    this.atOnce = now;
    this.write();
  }

  private write(): void {
    window.clearTimeout(this.timer);
    const hash = toHash(this.state());
    const next = hash ? `#${hash}` : '';
    const now = location.hash;
    if (next === now) return;
    // An empty part after # would stay as "#".
    const address = `${location.pathname}${location.search}${next}`;
    if (this.step) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    this.step = false;
    this.written = location.hash;
  }

  /** Copies the address. @returns a sentence for the reader */
  async copy(): Promise<string> {
    this.write();
    const { rows } = this.page.session;
    const kept = encodeRows(rows.selection).length <= MOST_CHARACTERS;
    await navigator.clipboard.writeText(location.href);
    return kept ? 'Copied the address.' : 'Copied the address, without the selection: it is too long for an address.';
  }

  private state(): PageState {
    const { session } = this.page;
    const { rows } = session;
    const { view, theme, divider, table, panel } = this.parts;
    const packed = (list: readonly number[]) => {
      const text = encodeRows(list);
      return text.length <= MOST_CHARACTERS ? text : undefined;
    };
    const open = [...panel.querySelectorAll<HTMLElement>('[data-panel]')].filter((card) => !card.querySelector<HTMLElement>('.body')!.hidden);
    const panels = [...open.map((card) => card.dataset.panel!), ...(table.open ? ['table'] : [])].sort();
    const usual = this.first.panels;
    const off = (Object.keys(session.switches) as (keyof Switches)[]).filter((key) => session.switches[key] === (key === 'worst'));
    const color = session.color?.id ?? 'none';
    return {
      view: view.isHome() ? undefined : { x: view.x, y: view.y, zoom: view.zoom() },
      color: color === this.first.color ? undefined : color,
      layer: session.layer ?? undefined,
      field: session.layer === 'field' ? (session.field ?? undefined) : undefined,
      naming: session.naming === this.first.naming ? undefined : session.naming,
      off: off.length ? off : undefined,
      filters: rows.filters.map(({ column, condition }) => ({ column: column.id, condition: written(column, condition) })),
      selection: packed(rows.selection),
      isolated: rows.isolated ? packed(rows.isolated) : undefined,
      question: session.question ?? undefined,
      spot: session.held ? (session.spot ?? undefined) : undefined,
      row: session.hit ?? undefined,
      pins: session.pins,
      path: session.path,
      theme: theme.choice ?? undefined,
      side: divider.width === USUAL ? undefined : divider.width,
      panels: usual && String(panels) === String(usual) ? undefined : panels,
    };
  }

  private async restore(): Promise<void> {
    this.restoring = true;
    this.written = location.hash;
    const state = fromHash(location.hash);
    const { session, columns, rows } = this.page;
    const { view, theme, divider, table, panel } = this.parts;
    const filters: Filter[] = [];
    for (const { column: id, condition } of state.filters ?? []) {
      const column = columns.value(id);
      if (column) filters.push({ column, condition: read(column, condition), values: await column.values() });
    }
    session.rows.set({
      filters,
      selection: decodeRows(state.selection ?? '', rows.count),
      isolated: state.isolated === undefined ? null : decodeRows(state.isolated, rows.count),
    });
    session.color = columns.value(state.color ?? this.first.color ?? '') ?? null;
    session.layer = state.layer ?? null;
    session.field = state.field ?? null;
    session.naming = state.naming ?? this.first.naming ?? session.naming;
    for (const key of Object.keys(session.switches) as (keyof Switches)[]) session.switches[key] = (state.off ?? []).includes(key) === (key === 'worst');
    session.question = state.question ?? null;
    session.pins = [...(state.pins ?? [])];
    session.path = state.path ?? [];
    session.held = state.spot !== undefined;
    session.hit = state.row !== undefined && state.row < rows.count ? state.row : null;
    session.lasso = [];
    if (state.view) view.restore(state.view.x, state.view.y, state.view.zoom);
    else view.fit();
    theme.choice = state.theme ?? null;
    divider.width = state.side ?? USUAL;
    const open = new Set(state.panels ?? this.first.panels);
    for (const card of panel.querySelectorAll<HTMLElement>('[data-panel]')) folded(card, !open.has(card.dataset.panel!));
    if (table.open !== open.has('table')) table.toggle();
    session.tell('rows', 'color', 'layer', 'switches', 'pins', 'path', 'question');
    const spot = state.spot ?? (session.hit !== null ? rows.place(session.hit) : null);
    if (spot) this.page.go(spot, state.spot ? undefined : (session.hit ?? undefined));
    this.parts.moved();
    this.restoring = false;
  }
}
