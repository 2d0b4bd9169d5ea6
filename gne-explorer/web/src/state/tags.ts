/** A tag for some rows; an empty one takes theirs away. */
export interface TagChange {
  readonly tag: string;
  readonly rows: readonly number[];
}

/** Tags as they are kept: of each name its rows. */
export interface KeptTags {
  readonly names: readonly string[];
  readonly rows: readonly (readonly number[])[];
  /** What the reader should know about them, a sentence each. */
  readonly problems: readonly string[];
}

/** As in org.gne.io.export.RowTags. */
const LONGEST = 60;

const MOST = 1000;

/** What is wrong with a tag, in words, or null: the rules of org.gne.io.export.RowTags. */
export function tagFault(tag: string): string | null {
  if (!tag.trim()) return 'expected a name';
  if (tag.length > LONGEST) return `found ${tag.length} characters, expected at most ${LONGEST}`;
  if (tag !== tag.trim()) return `found “${tag}”, expected a name without spaces at its ends`;
  if (/[\p{Cc}\u2028\u2029]/u.test(tag)) return 'expected a name without line breaks and control characters';
  if ("=+-@'".includes(tag[0])) return `found “${tag}”, expected a name that does not begin with one of =+-@'`;
  return null;
}

/** The rows with each value. */
export function rowsBy<K>(values: ReadonlyMap<number, K>): Map<K, number[]> {
  const found = new Map<K, number[]>();
  for (const [row, value] of values) {
    const rows = found.get(value);
    if (rows) rows.push(row);
    else found.set(value, [row]);
  }
  return found;
}

/** The tags of all rows, at most one each. */
export class Tags {
  /** A name keeps its code while the page is open, also when no row has it any more. */
  readonly names: string[] = [];
  /** The code of each row's tag, -1 for none. */
  readonly codes: Int32Array;
  private readonly counts: number[] = [];

  constructor(rows: number) {
    this.codes = new Int32Array(rows).fill(-1);
  }

  /** The codes of the tags that rows have, by name. */
  get used(): number[] {
    const used = Array.from(this.names.keys()).filter((code) => this.counts[code] > 0);
    return used.sort((a, b) => this.names[a].localeCompare(this.names[b], 'en', { numeric: true }));
  }

  count(code: number): number {
    return this.counts[code];
  }

  /** The tag of a row, or null. */
  of(row: number): string | null {
    return this.names[this.codes[row]] ?? null;
  }

  rowsOf(code: number): number[] {
    const rows: number[] = [];
    for (let row = 0; row < this.codes.length; row++) if (this.codes[row] === code) rows.push(row);
    return rows;
  }

  /**
   * Changes tags. Rows that do not exist are left out.
   *
   * @returns the changes that undo it
   * @throws Error if there are too many tags
   */
  apply(changes: readonly TagChange[]): TagChange[] {
    const before = new Map<number, number>();
    for (const { tag, rows } of changes) {
      const code = tag === '' ? -1 : this.codeOf(tag);
      for (const row of rows) {
        if (!(row >= 0 && row < this.codes.length)) continue;
        if (!before.has(row)) before.set(row, this.codes[row]);
        this.set(row, code);
      }
    }
    return [...rowsBy(before)].map(([code, rows]) => ({ tag: this.names[code] ?? '', rows }));
  }

  /** Takes over what is kept. @returns whether that was something else */
  replace({ names, rows }: KeptTags): boolean {
    const codes = new Int32Array(this.codes.length).fill(-1);
    names.forEach((name, i) => {
      const code = this.codeOf(name);
      for (const row of rows[i]) codes[row] = code;
    });
    let changed = false;
    for (let row = 0; row < codes.length; row++) {
      if (codes[row] === this.codes[row]) continue;
      changed = true;
      this.set(row, codes[row]);
    }
    return changed;
  }

  kept(problems: readonly string[] = []): KeptTags {
    const { used } = this;
    return { names: used.map((code) => this.names[code]), rows: used.map((code) => this.rowsOf(code)), problems };
  }

  private set(row: number, code: number): void {
    const before = this.codes[row];
    if (before >= 0) this.counts[before]--;
    if (code >= 0) this.counts[code]++;
    this.codes[row] = code;
  }

  private codeOf(name: string): number {
    const known = this.names.indexOf(name);
    if (known >= 0) return known;
    if (this.used.length >= MOST) throw new Error(`found more than ${MOST} tags, expected at most as many`);
    this.counts.push(0);
    return this.names.push(name) - 1;
  }
}
