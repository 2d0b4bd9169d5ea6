import type { Point } from '../map/view';
import type { Condition } from './filter';

/** A condition on tags: their codes are others when the page is opened again, their names are not. */
export interface Named {
  readonly kind: 'names';
  /** An empty name stands for rows without a tag. */
  readonly hidden: readonly string[];
}

/** Everything about the page that its address keeps. A member that is left out has its usual value. */
export interface PageState {
  /** The middle of the visible part and its zoom. */
  view?: { x: number; y: number; zoom: number };
  color?: string;
  layer?: string;
  /** The column that the layer shows. */
  field?: string;
  /** What is named on the map. */
  naming?: 'classes' | 'clusters';
  /** Switches that are not as usual. */
  off?: readonly string[];
  filters?: readonly { readonly column: string; readonly condition: Condition | Named }[];
  /** Row numbers, packed by {@link encodeRows}. */
  selection?: string;
  isolated?: string;
  /** A text that was searched for by meaning. */
  question?: string;
  spot?: Point;
  row?: number;
  pins?: readonly Point[];
  path?: readonly Point[];
  theme?: 'dark' | 'light';
  /** The width of the side panel in pixels. */
  side?: number;
  /** Panels that are closed, or open although usually closed. */
  panels?: readonly string[];
}

const short = (n: number) => String(Number(n.toPrecision(6)));
const points = (list: readonly Point[]) => list.map(({ x, y }) => `${short(x)},${short(y)}`).join(';');

function condition(c: Condition | Named): string {
  if (c.kind === 'names') return `~${c.hidden.map(encodeURIComponent).join(',')}`;
  return c.kind === 'range' ? `${c.low}..${c.high}` : `!${[...c.hidden].join(',')}`;
}

/** The part of an address after `#`. */
export function toHash(state: PageState): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string | undefined) => value && query.append(name, value);
  if (state.view) put('view', `${short(state.view.x)},${short(state.view.y)},${short(state.view.zoom)}`);
  put('color', state.color);
  put('layer', state.layer);
  put('field', state.field);
  put('names', state.naming);
  put('off', state.off?.join(','));
  for (const filter of state.filters ?? []) put('filter', `${condition(filter.condition)}:${filter.column}`);
  put('rows', state.selection);
  put('only', state.isolated);
  put('ask', state.question);
  if (state.spot) put('spot', points([state.spot]));
  if (state.row !== undefined) put('row', String(state.row));
  put('pins', points(state.pins ?? []));
  put('path', points(state.path ?? []));
  put('theme', state.theme);
  if (state.side) put('side', String(state.side));
  put('panels', state.panels?.join(','));
  return query.toString();
}

/** The inverse of {@link toHash}. What cannot be read is left out. */
export function fromHash(hash: string): PageState {
  const query = new URLSearchParams(hash.replace(/^#/, ''));
  const get = (name: string) => query.get(name) || undefined;
  const state: PageState = { color: get('color'), layer: get('layer'), field: get('field'), selection: get('rows'), isolated: get('only') };
  const view = (get('view') ?? '').split(',').map(Number);
  if (view.length === 3 && view.every(Number.isFinite) && view[2] > 0) state.view = { x: view[0], y: view[1], zoom: view[2] };
  const naming = get('names');
  if (naming === 'classes' || naming === 'clusters') state.naming = naming;
  state.off = get('off')?.split(',');
  state.panels = get('panels')?.split(',');
  state.filters = query.getAll('filter').flatMap((text) => {
    const found = conditionOf(text);
    return found ? [found] : [];
  });
  state.question = get('ask');
  state.spot = pointsOf(get('spot'))[0];
  const row = Number(get('row') ?? NaN);
  if (Number.isInteger(row) && row >= 0) state.row = row;
  state.pins = pointsOf(get('pins'));
  state.path = pointsOf(get('path'));
  const side = Number(get('side') ?? NaN);
  if (side > 0 && side < 5000) state.side = side;
  const theme = get('theme');
  if (theme === 'dark' || theme === 'light') state.theme = theme;
  return state;
}

function pointsOf(text: string | undefined): Point[] {
  return (text ?? '')
    .split(';')
    .map((pair) => pair.split(',').map(Number))
    .filter((pair) => pair.length === 2 && pair.every(Number.isFinite))
    .map(([x, y]) => ({ x, y }));
}

function conditionOf(text: string): { column: string; condition: Condition | Named } | null {
  const named = /^~([^:]*):(.+)$/s.exec(text);
  if (named) {
    try {
      return { column: named[2], condition: { kind: 'names', hidden: named[1].split(',').map(decodeURIComponent) } };
    } catch {
      return null;
    }
  }
  const range = /^([^:]+)\.\.([^:]+?):(.+)$/s.exec(text);
  if (range) {
    const [low, high] = [Number(range[1]), Number(range[2])];
    return Number.isNaN(low + high) && !(low === -Infinity && high === Infinity)
      ? null
      : { column: range[3], condition: { kind: 'range', low, high } };
  }
  const without = /^!([-\d,]+):(.+)$/s.exec(text);
  if (!without) return null;
  return { column: without[2], condition: { kind: 'without', hidden: new Set(without[1].split(',').map(Number)) } };
}
