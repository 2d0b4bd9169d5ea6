import type { PayloadName, Description } from './description';
import type { TagStore } from './tagStore';

/** What a text means on a map of texts: org.gne.explorer.MeaningSearch. */
export interface Meaning {
  /** Where the text lies on the map. */
  readonly place: readonly [number, number];
  /** Words that set the closest rows apart, and the shares of these rows that have them. */
  readonly words: readonly { readonly word: string; readonly share: number }[];
  /** The closest rows, the closest first. */
  readonly rows: readonly number[];
  /** The cosines of their vectors with that of the text; 1 is the same. */
  readonly cosines: readonly number[];
}

/** Gives the page its data, from a local server or from the page itself. The rest of the page does not depend on which. */
export interface DataSource {
  readonly description: Description;

  /** Little-endian numbers, or UTF-8. Rejects if `description.payloads` does not name it. */
  payload(name: PayloadName): Promise<ArrayBuffer>;

  /**
   * A row of the data. Images: 0-1 over the shown range. Tables: the units of the data, NaN for a missing value.
   * Null if the rows of the data are not available.
   */
  row(index: number): Promise<Float32Array | null>;

  /** Some rows, one after the other; null if the rows of the data are not available. */
  rows(indices: readonly number[]): Promise<Float32Array | null>;

  /** One value of every row, in the same units; null if the rows of the data are not available. */
  column(value: number): Promise<Float32Array | null>;

  /** The rows of texts that are closest in meaning to a text; null if only a server can find them. */
  closest(text: string): Promise<Meaning | null>;

  /** Keeps the tags of rows; null if nothing does. */
  readonly tags: TagStore | null;

  /** Rows with all their columns as Parquet; null if only a server can write it. @param rows null for all */
  parquet(rows: readonly number[] | null): Promise<Blob | null>;

  /** The category of every row, -1 if it is missing: the number of the largest of `categories` values from `from` on. */
  category(from: number, categories: number): Promise<Int32Array | null>;
}

/** Reads the row at `index` from the bytes of several rows. */
export function rowIn(description: Description, bytes: ArrayBuffer, index: number): Float32Array {
  const width = description.decoder.out;
  if (description.schema.kind === 'table') {
    return new Float32Array(bytes, 4 * width * index, width);
  }
  return Float32Array.from(new Uint8Array(bytes, width * index, width), (byte) => byte / 255);
}
