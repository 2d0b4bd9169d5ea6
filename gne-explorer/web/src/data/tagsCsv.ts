import { rowsBy, type TagChange, tagFault, type Tags } from '../state/tags';
import { csvLines, quoted } from './csv';

/** Tags as CSV, as org.gne.io.export.TagsCsv writes them. */
export function tagsCsv(tags: Tags): string {
  const lines = ['row,tag'];
  for (let row = 0; row < tags.codes.length; row++) {
    const tag = tags.of(row);
    if (tag !== null) lines.push(`${row},${quoted(tag)}`);
  }
  return `${lines.join('\n')}\n`;
}

/**
 * Reads tags from CSV: a column `tag`, and `row` or else `id`. Other columns do not matter. Lines that cannot be used are left out and said.
 *
 * @param ids the ids of the rows, or null
 * @throws Error if a column is missing, or several rows have the same id
 */
export function readTags(
  name: string,
  text: string,
  rows: number,
  ids: readonly string[] | null,
): { readonly changes: TagChange[]; readonly rows: number; readonly problems: string[] } {
  const lines = csvLines(text);
  const head = (lines[0] ?? []).map((field) => field.trim().toLowerCase());
  const at = head.includes('row') ? head.indexOf('row') : head.indexOf('id');
  const tagAt = head.indexOf('tag');
  if (at < 0 || tagAt < 0) throw new Error(`${name}: found the columns ${head.join(', ')}, expected tag, and row or id`);
  const find = head[at] === 'row' ? (field: string) => (/^\d{1,9}$/.test(field.trim()) && Number(field) < rows ? Number(field) : undefined) : finder(name, ids);
  const found = new Map<number, string>();
  const problems: string[] = [];
  lines.slice(1).forEach((line, i) => {
    const row = find(line[at] ?? '');
    const tag = (line[tagAt] ?? '').trim();
    const fault = row === undefined ? `found ${head[at]} “${line[at] ?? ''}”, expected one of the map` : found.has(row) ? `found a second tag for ${head[at]} ${line[at]}, expected one` : tagFault(tag);
    if (fault) problems.push(`line ${i + 2}: ${fault}`);
    else found.set(row!, tag);
  });
  return { changes: [...rowsBy(found)].map(([tag, own]) => ({ tag, rows: own })), rows: found.size, problems };
}

function finder(name: string, ids: readonly string[] | null): (id: string) => number | undefined {
  if (!ids) throw new Error(`${name}: found ids, but the rows of this map have none; expected a column row`);
  const numbers = new Map(ids.map((id, row) => [id, row]));
  if (numbers.size !== ids.length) throw new Error(`${name}: found ids, but several rows have the same; expected a column row`);
  return (id) => numbers.get(id);
}
