import { decodeRows, encodeRows } from '../state/rowCode';
import { type KeptTags, type TagChange, Tags } from '../state/tags';
import { messageOf } from './message';

/** Keeps the tags of rows. */
export interface TagStore {
  /** Where they are kept, for the reader. */
  readonly where: string;
  /** The tags that are kept now. */
  load(): Promise<KeptTags>;
  /**
   * Changes what is kept.
   *
   * @returns what is kept now; it may hold changes by others
   * @throws Error if it stays as it was
   */
  save(changes: readonly TagChange[]): Promise<KeptTags>;
}

/** Tags in a file beside the model: org.gne.explorer.TagFile. */
export class ServerTags implements TagStore {
  readonly where: string;

  constructor(
    file: string,
    private readonly token: string,
  ) {
    this.where = `Kept in ${file} beside the model.`;
  }

  async load(): Promise<KeptTags> {
    return this.answer(await fetch('/tags'));
  }

  async save(changes: readonly TagChange[]): Promise<KeptTags> {
    return this.answer(await fetch('/tags', { method: 'POST', headers: { 'X-Gne-Token': this.token }, body: JSON.stringify({ changes }) }));
  }

  private async answer(answer: Response): Promise<KeptTags> {
    if (!answer.ok) throw new Error((await answer.text()).trim() || `found ${answer.status}, expected 200`);
    const kept = (await answer.json()) as KeptTags & { failure?: string };
    if (kept.failure !== undefined) throw new Error(kept.failure);
    return kept;
  }
}

/** Tags in the storage of the browser, for a page of one file. */
export class BrowserTags implements TagStore {
  readonly where = 'Kept in this browser. Export them to keep them elsewhere, or to give them to others.';
  private readonly key: string;

  /**
   * @param map the same for the same map only
   * @param given the tags that came with the page, for a browser that keeps none yet
   */
  constructor(
    map: string,
    private readonly rows: number,
    private readonly given: () => Promise<KeptTags | null>,
  ) {
    this.key = `gne-tags-${map}`;
  }

  async load(): Promise<KeptTags> {
    return (await this.tags()).kept();
  }

  async save(changes: readonly TagChange[]): Promise<KeptTags> {
    const tags = await this.tags();
    tags.apply(changes);
    const kept = tags.kept();
    const packed = Object.fromEntries(kept.names.map((name, i) => [name, encodeRows(kept.rows[i])]));
    try {
      localStorage.setItem(this.key, JSON.stringify(packed));
    } catch (e) {
      throw new Error(`this browser does not keep them (${messageOf(e)})`);
    }
    return kept;
  }

  private async tags(): Promise<Tags> {
    const tags = new Tags(this.rows);
    const stored = this.stored();
    if (stored) tags.apply(Object.entries(stored).map(([tag, rows]) => ({ tag, rows: decodeRows(rows, this.rows) })));
    else tags.replace((await this.given()) ?? { names: [], rows: [], problems: [] });
    return tags;
  }

  private stored(): Record<string, string> | null {
    try {
      const text = localStorage.getItem(this.key);
      return text === null ? null : (JSON.parse(text) as Record<string, string>);
    } catch {
      return null;
    }
  }
}
