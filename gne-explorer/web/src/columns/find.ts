import type { CategoryColumn, ValueColumn } from './mapColumn';

/** Something that a text was found in. */
export type Found =
  | { readonly kind: 'row'; readonly row: number; readonly text: string }
  | { readonly kind: 'category'; readonly column: CategoryColumn; readonly category: number; readonly text: string }
  | { readonly kind: 'column'; readonly column: ValueColumn; readonly text: string }
  | { readonly kind: 'meaning'; readonly question: string; readonly text: string }
  | { readonly kind: 'all'; readonly rows: readonly number[]; readonly text: string };

/** What is searched. */
export interface Searched {
  readonly rows: number;
  /** A text of every row, by column. */
  readonly texts: readonly { readonly name: string; readonly texts: readonly string[] }[];
  readonly categories: readonly CategoryColumn[];
  /** Columns that are found by their names, such as genes. */
  readonly columns?: readonly ValueColumn[];
  /** Whether rows can be searched by meaning. */
  readonly meaning?: boolean;
  name(row: number): string;
}

const MOST = 12;

/** 0 equal, 1 begins with it, 2 a word in it begins with it, 3 contains it, 4 does not. */
function rank(text: string, low: string): number {
  const at = text.indexOf(low);
  if (at < 0) return 4;
  if (at === 0) return text.length === low.length ? 0 : 1;
  return /[\p{L}\p{N}]/u.test(text[at - 1]) ? 3 : 2;
}

/**
 * Finds categories, columns, row numbers and texts: equal ones first, then those that begin with the text, then those in which a word does, then
 * those that contain it. If several rows contain it, an entry stands for all of them; the last one is the search by meaning.
 */
export function find({ rows, texts, categories, columns = [], meaning, name }: Searched, text: string): Found[] {
  const low = text.trim().toLowerCase();
  if (!low) return [];
  const ranked: { rank: number; found: Found }[] = [];
  for (const column of categories) {
    column.categories.forEach((category, code) => {
      const r = column.used?.(code) === false ? 4 : rank(category.toLowerCase(), low);
      if (r < 4) ranked.push({ rank: r, found: { kind: 'category', column, category: code, text: `${column.name}: ${category}` } });
    });
  }
  for (const column of columns) {
    const r = rank(column.name.toLowerCase(), low);
    if (r < 4) ranked.push({ rank: r, found: { kind: 'column', column, text: `colour by ${column.name}` } });
  }
  const row = Number(low);
  if (/^\d+$/.test(low) && row < rows) {
    const own = name(row);
    ranked.push({ rank: 0.5, found: { kind: 'row', row, text: own === `row ${row}` ? own : `row ${row}: ${own}` } });
  }
  const all: number[] = [];
  for (const { texts: each } of texts) {
    for (let i = 0; i < each.length; i++) {
      const r = rank(each[i].toLowerCase(), low);
      if (r === 4) continue;
      all.push(i);
      ranked.push({ rank: r, found: { kind: 'row', row: i, text: each[i] } });
    }
  }
  // The sort keeps the order of equals: categories before rows, rows in their order.
  ranked.sort((a, b) => a.rank - b.rank);
  const found = ranked.slice(0, MOST).map((each) => each.found);
  const some = [...new Set(all)].sort((a, b) => a - b);
  if (some.length > 1) found.push({ kind: 'all', rows: some, text: `select all ${some.length.toLocaleString('en')} rows with “${text.trim()}”` });
  if (meaning) found.push({ kind: 'meaning', question: text.trim(), text: `closest in meaning to “${text.trim()}”` });
  return found;
}
