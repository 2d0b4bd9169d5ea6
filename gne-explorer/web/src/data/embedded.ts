import type { PayloadName, Description } from './description';
import type { KeptTags } from '../state/tags';
import { type DataSource, rowIn } from './source';
import { BrowserTags, type TagStore } from './tagStore';

/** Reads the data from the page itself. Each payload is an element of its own: gzip, then base 64. */
export class EmbeddedSource implements DataSource {
  readonly tags: TagStore | null;
  private bytes: Promise<ArrayBuffer> | undefined;

  constructor(
    readonly description: Description,
    private readonly text: (name: PayloadName) => string,
  ) {
    const given = async () => (description.payloads.includes('tags') ? (JSON.parse(new TextDecoder().decode(await this.payload('tags'))) as KeptTags) : null);
    this.tags = description.tags === undefined ? null : new BrowserTags(description.tags, description.rows, given);
  }

  payload(name: PayloadName): Promise<ArrayBuffer> {
    return unpacked(this.text(name));
  }

  async row(index: number): Promise<Float32Array | null> {
    const bytes = await this.allRows();
    return bytes && rowIn(this.description, bytes, index);
  }

  async rows(indices: readonly number[]): Promise<Float32Array | null> {
    const bytes = await this.allRows();
    if (!bytes) return null;
    const width = this.description.decoder.out;
    const found = new Float32Array(indices.length * width);
    indices.forEach((index, i) => found.set(rowIn(this.description, bytes, index), i * width));
    return found;
  }

  async column(value: number): Promise<Float32Array | null> {
    const bytes = await this.allRows();
    if (!bytes) return null;
    const width = this.description.decoder.out;
    const column = new Float32Array(this.description.rows);
    const values = this.description.schema.kind === 'table' ? new Float32Array(bytes) : new Uint8Array(bytes);
    const unit = this.description.schema.kind === 'table' ? 1 : 1 / 255;
    for (let i = 0; i < column.length; i++) column[i] = values[i * width + value] * unit;
    return column;
  }

  closest(): Promise<null> {
    return Promise.resolve(null);
  }

  parquet(): Promise<null> {
    return Promise.resolve(null);
  }

  async category(from: number, categories: number): Promise<Int32Array | null> {
    const bytes = await this.allRows();
    if (!bytes) return null;
    const width = this.description.decoder.out;
    const values = new Float32Array(bytes);
    const codes = new Int32Array(this.description.rows);
    for (let i = 0; i < codes.length; i++) {
      const row = values.subarray(i * width + from, i * width + from + categories);
      codes[i] = -1;
      for (let k = 0; k < categories; k++) if (!Number.isNaN(row[k]) && (codes[i] < 0 || row[k] > row[codes[i]])) codes[i] = k;
    }
    return codes;
  }

  private async allRows(): Promise<ArrayBuffer | null> {
    if (!this.description.payloads.includes('rows')) return null;
    this.bytes ??= this.payload('rows');
    return this.bytes;
  }
}

function unpacked(base64: string): Promise<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
