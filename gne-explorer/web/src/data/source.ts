import type { BlockName, Description } from './description';

/** Where the page has its data from: a local server, or the page itself. The rest of the page does not know which. */
export interface DataSource {
  readonly description: Description;

  /** Little-endian numbers, or UTF-8; rejects where `description.blocks` does not name it. */
  block(name: BlockName): Promise<ArrayBuffer>;

  /**
   * A row of the data: pictures 0-1 over the shown range, tables in their own units, NaN where missing.
   * Null where the rows are not at hand.
   */
  row(index: number): Promise<Float32Array | null>;

  /** One value of every row, in the same units; null where the rows are not at hand. */
  column(value: number): Promise<Float32Array | null>;
}

/** The row at `index` within some bytes of rows. */
export function rowIn(description: Description, bytes: ArrayBuffer, index: number): Float32Array {
  const width = description.decoder.out;
  if (description.schema.kind === 'table') {
    return new Float32Array(bytes, 4 * width * index, width);
  }
  return Float32Array.from(new Uint8Array(bytes, width * index, width), (byte) => byte / 255);
}
