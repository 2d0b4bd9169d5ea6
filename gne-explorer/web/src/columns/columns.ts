import type { LoadedMap } from '../data/loaded';
import { levelsOf } from '../map/clusterNames';
import { decodedColumn } from '../model/column';
import type { Decoding } from '../model/decoding';
import { type Field, fields, text } from '../ui/fields';
import type { Tags } from '../state/tags';
import { digits } from '../ui/numbers';
import { explainedShares } from '../ui/rows';
import { type Expression, expressionOf, UNIT } from './expression';
import { type MapColumn, once, type ValueColumn } from './mapColumn';

/** All columns of a map, in the order of the page's lists: the label, the data's, the decoder's, the fit's. */
export class Columns {
  readonly all: readonly MapColumn[];

  /** @param tags the tags of the rows, or null if they cannot have any */
  constructor(
    map: LoadedMap,
    decoding: Decoding,
    private readonly tags: Tags | null,
  ) {
    const { schema, payloads } = map.source.description;
    const table = schema.kind === 'table' ? fields(schema) : [];
    const expression = expressionOf(map);
    const measured = payloads.includes('rows') ? table.map((field) => measuredColumn(map, field, expression)) : [];
    const decoded = table.flatMap((field) => decodedColumns(map, decoding, field, expression));
    this.all = [...labels(map), ...(tags ? [tagColumn(tags)] : []), ...facts(map), ...measured, ...clusters(map), ...decoded, ...ofTheFit(map), ...moves(map), ...texts(map)];
  }

  /** Those with a value per row. */
  get values(): ValueColumn[] {
    return this.all.filter((column) => column.kind !== 'text');
  }

  /** Those of the rows themselves: the label, the data and the fit, not what the map and the decoder make of them. */
  get real(): ValueColumn[] {
    return this.values.filter(({ group }) => group !== 'decoded' && group !== 'cluster');
  }

  /** Those that a table or a file of the rows has. */
  get saved(): MapColumn[] {
    return this.all.filter(({ group }) => group !== 'decoded' && (group !== 'tag' || this.tags!.used.length > 0));
  }

  find(id: string): MapColumn | undefined {
    return this.all.find((column) => column.id === id);
  }

  value(id: string): ValueColumn | undefined {
    const found = this.find(id);
    return found?.kind === 'text' ? undefined : found;
  }
}

function labels(map: LoadedMap): MapColumn[] {
  const { classes, target } = map.source.description;
  if (map.classes) {
    const names = classes.map((style) => style.name || '(no name)');
    const values = map.classes;
    return [
      { id: 'label', name: 'label', group: 'label', kind: 'category', categories: names, text: (i) => names[i], values: () => Promise.resolve(values) },
    ];
  }
  const numbers = map.target;
  if (!numbers) return [];
  return [{ id: 'label', name: `${target ?? 'label'} (label)`, group: 'label', kind: 'number', text: digits, values: () => Promise.resolve(numbers) }];
}

/** The tags of the rows; it follows their changes. */
function tagColumn(tags: Tags): MapColumn {
  const { names, codes } = tags;
  return { id: 'tag', name: 'tag', group: 'tag', kind: 'category', categories: names, used: (code) => tags.count(code) > 0, text: (i) => names[i], values: () => Promise.resolve(codes) };
}

/** What else is known of the rows. */
function facts(map: LoadedMap): MapColumn[] {
  return map.facts.map(({ name, categories, values }): MapColumn => {
    const base = { id: `fact:${name}`, name, group: 'fact' as const, values: () => Promise.resolve(values) };
    return categories ? { ...base, kind: 'category', categories, text: (i) => categories[i] } : { ...base, kind: 'number', text: digits };
  });
}

function measuredColumn(map: LoadedMap, field: Field, expression: Expression | null): MapColumn {
  const { name } = field;
  const id = `data:${name}`;
  if (field.kind === 'category' || field.kind === 'boolean') {
    const categories = field.kind === 'boolean' ? ['no', 'yes'] : field.categories;
    const values = once(async () => {
      if (field.kind === 'category') return (await map.source.category(field.from, categories.length))!;
      return Array.from((await map.source.column(field.from))!, (value) => (Number.isNaN(value) ? -1 : Number(value > 0.5)));
    });
    return { id, name, group: 'data', kind: 'category', categories, text: (i) => categories[i], values };
  }
  if (expression) {
    const values = once(async () => expression.measured((await map.source.column(field.from))!));
    return { id, name, group: 'data', kind: 'number', explained: field.explained, unit: UNIT, text: digits, values };
  }
  const values = once(async () => (await map.source.column(field.from))!);
  return { id, name, group: 'data', kind: 'number', explained: field.explained, text: (value) => text(field, value), values };
}

/** What the decoder says at each row's coordinates: numbers, and the probabilities of booleans and categories. */
function decodedColumns(map: LoadedMap, decoding: Decoding, field: Field, expression: Expression | null): MapColumn[] {
  const at = (id: string, name: string, value: number, show: (value: number) => string): MapColumn => ({
    id,
    name,
    group: 'decoded',
    kind: 'number',
    explained: field.explained,
    text: show,
    values: once(() => decodedColumn(map.places, value, decoding)),
  });
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  if (field.kind === 'category') {
    return field.categories
      .slice(0, MOST_CATEGORIES)
      .map((category, i) => at(`decoded:${field.name}=${category}`, `${field.name}: ${category}, decoded`, field.from + i, percent));
  }
  if (expression) {
    const values = once(async () => (await decodedColumn(map.places, field.from, decoding)).map(expression.decoded));
    return [{ id: `decoded:${field.name}`, name: `${field.name}, decoded`, group: 'decoded', kind: 'number', explained: field.explained, unit: UNIT, text: digits, values }];
  }
  const show = field.kind === 'boolean' ? percent : (value: number) => text(field, value);
  return [at(`decoded:${field.name}`, `${field.name}, decoded`, field.from, show)];
}

/** Of categories with more values, only the first ones have columns of their probabilities. */
const MOST_CATEGORIES = 12;

/** What the levels of clusters are called. */
const LEVELS = [[''], ['large ', 'small '], ['large ', 'middle ', 'small ']];

/** The clusters of each level. */
function clusters(map: LoadedMap): MapColumn[] {
  const all = map.source.description.clusters;
  if (!all || !map.clusters) return [];
  const levels = levelsOf(all, map.clusters);
  return levels.map((ids, level): MapColumn => {
    const own = Array.from(all.keys()).filter((id) => all[id].level === level);
    const names = own.map((id) => all[id].name || `cluster ${id}`);
    // The ids of a level follow each other.
    const values = once(() => Promise.resolve(ids.map((id) => (id < 0 ? -1 : id - own[0]))));
    const name = `${LEVELS[levels.length - 1][level]}clusters`;
    return { id: `cluster:${level}`, name, group: 'cluster', kind: 'category', categories: names, text: (i) => names[i], values };
  });
}

function ofTheFit(map: LoadedMap): MapColumn[] {
  const { errors } = map;
  if (!errors) return [];
  const found: MapColumn[] = [
    { id: 'error', name: 'reconstruction error', group: 'map', kind: 'number', text: digits, values: () => Promise.resolve(errors) },
  ];
  if (map.source.description.nullError !== undefined) {
    const values = once(() => Promise.resolve(explainedShares(map)));
    const text = (share: number) => `${Math.round(100 * share)} %`;
    found.push({ id: 'explained', name: 'explained share of the row', group: 'map', kind: 'number', text, values });
  }
  return found;
}

/** The id of the column of the kinds of rows. */
export const KIND = 'kind';

/** The kinds of rows, and how far each row is from where it was. */
function moves(map: LoadedMap): MapColumn[] {
  const { moves } = map;
  const described = map.source.description.moves;
  if (!moves || !described) return [];
  const { kinds } = described;
  const values = once(() => Promise.resolve(distances(map.places, moves.before)));
  return [
    { id: KIND, name: described.name, group: 'map', kind: 'category', categories: kinds, text: (i) => kinds[i], values: () => Promise.resolve(moves.kinds) },
    { id: 'moved', name: 'distance from before', group: 'map', kind: 'number', text: digits, values },
  ];
}

function distances(places: Float32Array, before: Float32Array): Float32Array {
  return Float32Array.from({ length: places.length / 2 }, (_, row) => Math.hypot(places[2 * row] - before[2 * row], places[2 * row + 1] - before[2 * row + 1]));
}

function texts(map: LoadedMap): MapColumn[] {
  const { ids } = map;
  return ids ? [{ id: 'id', name: 'id', group: 'data', kind: 'text', texts: ids, text: (row) => ids[row] }] : [];
}
