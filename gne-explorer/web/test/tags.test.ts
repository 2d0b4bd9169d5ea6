import { describe, expect, it } from 'vitest';
import { csvLines } from '../src/data/csv';
import { readTags, tagsCsv } from '../src/data/tagsCsv';
import { fromHash, toHash } from '../src/state/address';
import { RowSets } from '../src/state/rowSets';
import { Session } from '../src/state/session';
import { Tagging } from '../src/state/tagging';
import { type KeptTags, tagFault, Tags } from '../src/state/tags';

const NONE: KeptTags = { names: [], rows: [], problems: [] };

describe('tags of rows', () => {
  it('are given, replaced, taken away, and come back', () => {
    const tags = new Tags(10);
    const first = tags.apply([{ tag: 'odd', rows: [1, 3, 5, 99] }]);
    const second = tags.apply([{ tag: 'big', rows: [5, 7] }, { tag: '', rows: [1] }]);
    expect(tags.kept()).toEqual({ names: ['big', 'odd'], rows: [[5, 7], [3]], problems: [] });
    tags.apply(second);
    expect(tags.kept()).toEqual({ names: ['odd'], rows: [[1, 3, 5]], problems: [] });
    tags.apply(first);
    expect(tags.used).toEqual([]);
    expect(tags.names).toEqual(['odd', 'big']);
  });

  it('take over what is kept, and say whether it is other', () => {
    const tags = new Tags(4);
    expect(tags.replace({ names: ['a', 'b'], rows: [[0], [2, 3]], problems: [] })).toBe(true);
    expect(tags.replace({ names: ['b', 'a'], rows: [[3, 2], [0]], problems: [] })).toBe(false);
    expect([0, 1, 2, 3].map((row) => tags.of(row))).toEqual(['a', null, 'b', 'b']);
  });

  it('have the same rules as in Java', () => {
    for (const wrong of ['', ' ', 'a\nb', '=1', '+1', '-1', '@x', "'x", 'x ', 'x'.repeat(61)]) expect(tagFault(wrong)).toContain('expected');
    for (const right of ['x', 'a, "b"', 'ß?', '1', 'x'.repeat(60)]) expect(tagFault(right)).toBeNull();
  });

  it('are a step that can be undone, and come back if they are not kept', async () => {
    const session = new Session(new RowSets(4));
    let fail = false;
    let saves = 0;
    const store = {
      where: '',
      own: new Tags(4),
      load: () => Promise.resolve(NONE),
      save(changes: Parameters<Tags['apply']>[0]) {
        if (fail) return Promise.reject(new Error('disk full'));
        this.own.apply(changes);
        saves++;
        return Promise.resolve(this.own.kept());
      },
    };
    const tagging = new Tagging(store, NONE, session);
    tagging.change([{ tag: 'odd', rows: [1, 3] }]);
    tagging.change([{ tag: 'big', rows: [3] }]);
    session.rows.undo();
    await expect.poll(() => saves).toBe(3);
    expect(store.own.kept().rows).toEqual([[1, 3]]);
    expect(tagging.tags.of(3)).toBe('odd');
    fail = true;
    tagging.change([{ tag: 'late', rows: [0] }]);
    expect(tagging.tags.of(0)).toBe('late');
    await expect.poll(() => tagging.problems).toEqual(['The tags were not kept: disk full']);
    expect(tagging.tags.of(0)).toBeNull();
    expect(tagging.tags.of(3)).toBe('odd');
  });
});

it('lines of a table are divided by the character that the first line has most', () => {
  expect(csvLines('\ufeff"a; ""b""",c;d\r\n\r\n1,"x\ny"\n')).toEqual([['a; "b"', 'c;d'], ['1', 'x\ny']]);
  expect(csvLines('a\tb, c\td\n1\t2\t3')).toEqual([['a', 'b, c', 'd'], ['1', '2', '3']]);
  expect(csvLines('a;b\n1,5;2')).toEqual([['a', 'b'], ['1,5', '2']]);
  expect(csvLines('one\ntwo')).toEqual([['one'], ['two']]);
  expect(csvLines('')).toEqual([]);
});

describe('tags as CSV', () => {
  it('come back', () => {
    const tags = new Tags(5);
    tags.apply([{ tag: 'a, "b"', rows: [4, 0] }, { tag: 'c', rows: [2] }]);
    expect(tagsCsv(tags)).toBe('row,tag\n0,"a, ""b"""\n2,c\n4,"a, ""b"""\n');
    const read = readTags('tags.csv', tagsCsv(tags), 5, null);
    expect(read).toEqual({ changes: [{ tag: 'a, "b"', rows: [0, 4] }, { tag: 'c', rows: [2] }], rows: 3, problems: [] });
  });

  it('are found by id, and lines that cannot be used are said', () => {
    const read = readTags('t.csv', '\ufeffcomment,ID,Tag\r\nx,b,odd\r\ny,z,odd\r\n,b,even\r\n,a,=1\r\n', 2, ['a', 'b']);
    expect(read.changes).toEqual([{ tag: 'odd', rows: [1] }]);
    expect(read.problems).toEqual([
      'line 3: found id “z”, expected one of the map',
      'line 4: found a second tag for id b, expected one',
      'line 5: found “=1”, expected a name that does not begin with one of =+-@\'',
    ]);
    expect(() => readTags('t.csv', 'a,b\n1,2\n', 2, null)).toThrow('t.csv: found the columns a, b, expected tag, and row or id');
    expect(() => readTags('t.csv', 'id,tag\na,x\n', 2, ['a', 'a'])).toThrow('several rows have the same');
  });
});

it('a filter by tags stands in the address by their names', () => {
  const state = { filters: [{ column: 'tag', condition: { kind: 'names', hidden: ['a:b, c', ''] } }] } as const;
  expect(fromHash(toHash(state)).filters).toEqual(state.filters);
});
