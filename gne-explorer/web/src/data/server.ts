import type { PayloadName, Description } from './description';
import { type DataSource, type Meaning, rowIn } from './source';
import { ServerTags, type TagStore } from './tagStore';

/** The number of pages of rows that are kept in memory. */
const KEPT = 200;

/** Rows that are asked for in one request, as in org.gne.explorer.MapSite. */
const AT_ONCE = 256;

/** Gets the data from org.gne.explorer.ExplorerServer. */
export class ServerSource implements DataSource {
  private readonly pages = new Map<number, Promise<ArrayBuffer>>();

  readonly tags: TagStore | null;

  constructor(readonly description: Description) {
    const { tags, token } = description;
    this.tags = tags === undefined ? null : new ServerTags(tags, token!);
  }

  payload(name: PayloadName): Promise<ArrayBuffer> {
    return get(`/payload/${name}`);
  }

  async row(index: number): Promise<Float32Array | null> {
    if (!this.description.payloads.includes('rows')) return null;
    const { pageRows } = this.description;
    const page = Math.floor(index / pageRows);
    let bytes = this.pages.get(page);
    if (!bytes) {
      bytes = get(`/rows/${page}`);
      this.pages.set(page, bytes);
      if (this.pages.size > KEPT) this.pages.delete(this.pages.keys().next().value!);
    }
    try {
      return rowIn(this.description, await bytes, index % pageRows);
    } catch (e) {
      this.pages.delete(page);
      throw e;
    }
  }

  async rows(indices: readonly number[]): Promise<Float32Array | null> {
    if (!this.description.payloads.includes('rows')) return null;
    const width = this.description.decoder.out;
    const found = new Float32Array(indices.length * width);
    for (let from = 0; from < indices.length; from += AT_ONCE) {
      const some = indices.slice(from, from + AT_ONCE);
      const bytes = await get(`/some/${some.join(',')}`);
      some.forEach((_, i) => found.set(rowIn(this.description, bytes, i), (from + i) * width));
    }
    return found;
  }

  async column(value: number): Promise<Float32Array | null> {
    if (!this.description.payloads.includes('rows')) return null;
    return new Float32Array(await get(`/column/${value}`));
  }

  async closest(text: string): Promise<Meaning | null> {
    if (!this.description.meaning) return null;
    const answer = JSON.parse(new TextDecoder().decode(await get(`/find/${encodeURIComponent(text)}`))) as Meaning & { failure?: string };
    if (answer.failure !== undefined) throw new Error(answer.failure);
    return answer;
  }

  async parquet(rows: readonly number[] | null): Promise<Blob | null> {
    if (!this.description.parquet) return null;
    const answer = await fetch('/parquet', { method: 'POST', headers: { 'X-Gne-Token': this.description.token! }, body: JSON.stringify(rows ? { rows } : {}) });
    if (!answer.ok) throw new Error((await answer.text()).trim());
    return answer.blob();
  }

  async category(from: number, categories: number): Promise<Int32Array | null> {
    if (!this.description.payloads.includes('rows')) return null;
    return new Int32Array(await get(`/category/${from}/${categories}`));
  }
}

async function get(path: string): Promise<ArrayBuffer> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: found ${answer.status}, expected 200. Is gne explore still running?`);
  return answer.arrayBuffer();
}
