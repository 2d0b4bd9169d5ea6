import { placesOf } from './placeSteps';
import type { DataSource } from './source';

/** All but the rows, which are asked for one by one. */
export interface LoadedMap {
  readonly source: DataSource;
  /** `[rows, 2]`. */
  readonly places: Float32Array;
  readonly parameters: Float32Array;
  /** Offsets, then factors: one of each, or one per value of a row. */
  readonly scaling: Float32Array;
  /** Indices into `description.classes`, -1 where not known; null without classes. */
  readonly classes: Int32Array | null;
  /** Mean squared errors in scaled units, or null. */
  readonly errors: Float32Array | null;
  readonly ids: readonly string[] | null;
  readonly others: readonly OtherPlaces[];
}

/** Where another method has put the same rows. */
export interface OtherPlaces {
  readonly name: string;
  /** `[rows, 2]`. */
  readonly places: Float32Array;
}

export async function load(source: DataSource): Promise<LoadedMap> {
  const has = (name: 'classes' | 'errors' | 'ids') => source.description.blocks.includes(name);
  const { rows, others } = source.description;
  const [embedding, decoder, scaling, classes, errors, ids, places] = await Promise.all([
    source.block('embedding'),
    source.block('decoder'),
    source.block('scaling'),
    has('classes') ? source.block('classes') : null,
    has('errors') ? source.block('errors') : null,
    has('ids') ? source.block('ids') : null,
    Promise.all(others.map(({ block }) => source.block(block))),
  ]);
  return {
    source,
    places: new Float32Array(embedding),
    parameters: new Float32Array(decoder),
    scaling: new Float32Array(scaling),
    classes: classes && new Int32Array(classes),
    errors: errors && new Float32Array(errors),
    ids: ids && (JSON.parse(new TextDecoder().decode(ids)) as string[]),
    others: others.map(({ name }, i) => ({ name, places: placesOf(places[i], rows, name) })),
  };
}
