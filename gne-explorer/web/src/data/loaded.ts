import type { KeptTags } from '../state/tags';
import { messageOf } from './message';
import { placesOf } from './placeSteps';
import type { DataSource } from './source';

/** Everything about a map except the rows of the data, which are loaded one by one. */
export interface LoadedMap {
  readonly source: DataSource;
  /** Coordinates `[rows, 2]`. */
  readonly places: Float32Array;
  readonly parameters: Float32Array;
  /** Offsets, then factors: one of each for all values, or one of each per value of a row. With a limit also shifts, lows, highs. */
  readonly scaling: Float32Array;
  /** Indices into `description.classes`, -1 if the class is not known; null if there are no classes. */
  readonly classes: Int32Array | null;
  /** Labels that are numbers, NaN if the number of a row is not known; null if there are none. */
  readonly target: Float64Array | null;
  /** Mean weighted deviances over the known values, or null; for numbers and pixels, mean squared errors in scaled units. */
  readonly errors: Float32Array | null;
  readonly ids: readonly string[] | null;
  /** Indices into `description.clusters` on the finest level, -1 for a row without coordinates; null if there are no clusters. */
  readonly clusters: Int32Array | null;
  readonly moves: Moves | null;
  readonly others: readonly OtherPlaces[];
  /** The tags when the page was opened; null if nothing keeps tags. */
  readonly tags: KeptTags | null;
  readonly facts: readonly Fact[];
}

/** What else is known of the rows. */
export interface Fact {
  readonly name: string;
  /** The classes; undefined if the values are numbers. */
  readonly categories?: readonly string[];
  /** Numbers, NaN if they are not known; or indices into `categories`, -1 for none. */
  readonly values: ArrayLike<number>;
}

/** Where rows were before, and what kind of rows they are. */
export interface Moves {
  /** Coordinates `[rows, 2]`, NaN for a row that was nowhere. */
  readonly before: Float32Array;
  /** Indices into `description.moves.kinds`. */
  readonly kinds: Int32Array;
}

/** The map of the same rows by another method. */
export interface OtherPlaces {
  readonly name: string;
  /** Coordinates `[rows, 2]`. */
  readonly places: Float32Array;
}

function unread(e: unknown): KeptTags {
  return { names: [], rows: [], problems: [`The tags cannot be read: ${messageOf(e)}`] };
}

export async function load(source: DataSource): Promise<LoadedMap> {
  const has = (name: 'classes' | 'target' | 'errors' | 'ids' | 'clusters' | 'before' | 'kinds') => source.description.payloads.includes(name);
  const { rows, others, facts = [] } = source.description;
  const [embedding, decoder, scaling, classes, target, errors, ids, clusters, before, kinds, places, known] = await Promise.all([
    source.payload('embedding'),
    source.payload('decoder'),
    source.payload('scaling'),
    has('classes') ? source.payload('classes') : null,
    has('target') ? source.payload('target') : null,
    has('errors') ? source.payload('errors') : null,
    has('ids') ? source.payload('ids') : null,
    has('clusters') ? source.payload('clusters') : null,
    has('before') ? source.payload('before') : null,
    has('kinds') ? source.payload('kinds') : null,
    Promise.all(others.map(({ payload }) => source.payload(payload))),
    Promise.all(facts.map(({ payload }) => source.payload(payload))),
  ]);
  return {
    source,
    places: new Float32Array(embedding),
    parameters: new Float32Array(decoder),
    scaling: new Float32Array(scaling),
    classes: classes && new Int32Array(classes),
    target: target && new Float64Array(target),
    errors: errors && new Float32Array(errors),
    ids: ids && (JSON.parse(new TextDecoder().decode(ids)) as string[]),
    clusters: clusters && new Int32Array(clusters),
    moves: before && kinds && { before: new Float32Array(before), kinds: new Int32Array(kinds) },
    tags: source.tags && (await source.tags.load().catch(unread)),
    others: others.map(({ name }, i) => ({ name, places: placesOf(places[i], rows, name) })),
    facts: facts.map(({ name, categories }, i) => ({ name, categories, values: categories ? new Int32Array(known[i]) : new Float64Array(known[i]) })),
  };
}
