import { describe, expect, it } from 'vitest';
import { difference, inWords } from '../src/columns/apart';
import { find } from '../src/columns/find';
import type { CategoryColumn, NumberColumn } from '../src/columns/mapColumn';
import { rowsCsv } from '../src/data/csv';
import { fromHash, toHash } from '../src/state/address';
import { decodeRows, encodeRows } from '../src/state/rowCode';
import { combined, RowSets } from '../src/state/rowSets';
import { binsOf, counts } from '../src/ui/histogram';
import { digits } from '../src/ui/numbers';

function numbers(id: string, values: ArrayLike<number>): NumberColumn {
  return { id, name: id, group: 'data', kind: 'number', text: String, values: () => Promise.resolve(values) };
}

function categories(id: string, names: readonly string[], values: ArrayLike<number>): CategoryColumn {
  return { id, name: id, group: 'data', kind: 'category', categories: names, text: (i) => names[i], values: () => Promise.resolve(values) };
}

describe('row numbers in the address', () => {
  it.each([[[]], [[0]], [[5, 6, 7, 900, 70_000, 70_001]], [Array.from({ length: 1000 }, (_, i) => 3 * i)]])('come back', (rows) => {
    expect(decodeRows(encodeRows(rows), 1_000_000)).toEqual(rows);
    expect(encodeRows(rows)).toMatch(/^[\w-]*$/);
  });

  it('are short for runs, and rows that do not exist are left out', () => {
    expect(encodeRows(Array.from({ length: 60_000 }, (_, i) => i)).length).toBeLessThan(9);
    expect(decodeRows(encodeRows([1, 2, 3, 50]), 3)).toEqual([1, 2]);
    expect(decodeRows('?!', 9)).toEqual([]);
  });
});

describe('the address', () => {
  it('keeps the state of the page', () => {
    const state = {
      view: { x: -1.25, y: 3, zoom: 4 },
      color: 'data:price, in €',
      layer: 'field',
      field: 'a=b&c',
      off: ['names', 'worst'],
      filters: [
        { column: 'data:a:b', condition: { kind: 'range', low: -0.5, high: 1e21 } },
        { column: 'label', condition: { kind: 'without', hidden: new Set([-1, 3]) } },
      ],
      selection: 'AAEB',
      isolated: 'AQ',
      spot: { x: 1, y: 2 },
      row: 42,
      pins: [{ x: 0.5, y: -0.25 }],
      path: [
        { x: 0, y: 0 },
        { x: 1, y: 1 },
      ],
      theme: 'dark',
      panels: ['colour', 'table'],
    } as const;
    expect(fromHash(`#${toHash(state)}`)).toEqual(state);
  });

  it('that is usual is empty, and what cannot be read is left out', () => {
    expect(toHash({ pins: [], path: [], filters: [] })).toBe('');
    const state = fromHash('#view=1,2&filter=x&filter=1..b:c&row=-1&theme=pink&spot=a,b&pins=1,2;3');
    expect(state.view ?? state.row ?? state.theme ?? state.spot).toBeUndefined();
    expect(state.filters).toEqual([]);
    expect(state.pins).toEqual([{ x: 1, y: 2 }]);
  });
});

describe('sets of rows', () => {
  const price = [1, 2, NaN, 4, 5];
  const kind = [0, 1, 0, -1, 1];

  it('are those that meet all conditions; a step can be undone', () => {
    const rows = new RowSets(5);
    const range = { kind: 'range', low: 2, high: 5 } as const;
    rows.setCondition(numbers('price', price), price, range);
    expect(rows.shown()).toEqual([1, 3, 4]);
    rows.setCondition(categories('kind', ['a', 'b'], kind), kind, { kind: 'without', hidden: new Set([-1]) });
    expect(rows.shown()).toEqual([1, 4]);
    rows.select([0, 4]);
    rows.invert();
    expect(rows.selection).toEqual([1]);
    rows.isolate();
    expect([rows.shown(), rows.shownCount]).toEqual([[1], 1]);
    for (const expected of [[1, 4], [1, 4], [1, 4], [1, 3, 4], [0, 1, 2, 3, 4]]) {
      expect(rows.undo()).toBe(true);
      expect(rows.shown()).toEqual(expected);
    }
    expect(rows.undo()).toBe(false);
  });

  it('a range that is dragged is one step', () => {
    const rows = new RowSets(5);
    for (const high of [4, 3, 2]) rows.setCondition(numbers('price', price), price, { kind: 'range', low: 0, high }, high < 4);
    expect(rows.shown()).toEqual([0, 1]);
    rows.undo();
    expect(rows.shownCount).toBe(5);
  });

  it('are added to and taken out of a selection', () => {
    expect(combined([1, 5], [5, 2], 'add')).toEqual([1, 2, 5]);
    expect(combined([1, 2, 5], [5, 9], 'subtract')).toEqual([1, 2]);
    expect(combined([1, 2, 5], [9], 'replace')).toEqual([9]);
  });
});

describe('what sets rows apart', () => {
  it('is the difference of the means of real numbers, in standard deviations of all', () => {
    const values = [1, 1, 3, 3, NaN];
    const found = difference(numbers('x', values), values, Uint8Array.from([0, 0, 1, 1, 1]))!;
    expect([found.own, found.rest, found.effect]).toEqual([3, 1, 2]);
    expect(inWords(found)).toBe('2.0 sd higher');
    expect(difference(numbers('x', values), values, Uint8Array.from([0, 0, 0, 0, 1]))).toBeNull();
  });

  it('is the category with the largest difference of its shares', () => {
    const values = [0, 1, 1, 1, 2, 0, -1, 0];
    const found = difference(categories('k', ['a', 'b', 'c'], values), values, Uint8Array.from([0, 1, 1, 1, 0, 0, 1, 1]))!;
    expect(found).toMatchObject({ category: 1, own: 0.75, rest: 0 });
    expect(inWords(found)).toBe('only here');
  });
});

describe('the search', () => {
  const searched = {
    rows: 100,
    texts: [{ name: 'id', texts: ['catapult', 'cat', 'bobcat', 'wild cat', 'dog'] }],
    categories: [categories('kind', ['cats', 'cat'], [])],
    name: (row: number) => `n${row}`,
  };

  it('finds equal texts before those that begin with it, words in them and parts of words', () => {
    const found = find(searched, 'Cat');
    expect(found.map(({ text }) => text)).toEqual(['kind: cat', 'cat', 'kind: cats', 'catapult', 'wild cat', 'bobcat', 'select all 4 rows with “Cat”']);
    expect(found[6]).toMatchObject({ kind: 'all', rows: [0, 1, 2, 3] });
  });

  it('finds rows by number, and nothing for nothing', () => {
    expect(find(searched, '7')).toEqual([{ kind: 'row', row: 7, text: 'row 7: n7' }]);
    expect(find(searched, '100')).toEqual([]);
    expect(find(searched, '  ')).toEqual([]);
  });
});

it('numbers are written as people do', () => {
  const texts = [0, 1998, 12345.67, 261_000_000, 11_900_000, 999_999, 3.2e9, 0.0123456, 0.00001234, -2.5, NaN].map(digits);
  expect(texts).toEqual(['0', '1998', '12,345.7', '261 M', '11.9 M', '1 M', '3.2 billion', '0.01235', '1.23e-5', '-2.5', 'missing']);
});

it('bins hold all known values', () => {
  const values = [0, 1, 2.5, 9.99, 10, NaN];
  const bins = binsOf(values, 10)!;
  expect([...counts(values, bins)]).toEqual([1, 1, 1, 0, 0, 0, 0, 0, 0, 2]);
  expect([...counts(values, bins, [2, 5])].reduce((a, b) => a + b)).toBe(1);
  expect(binsOf([NaN], 3)).toBeNull();
  expect(counts([7, 7], binsOf([7, 7], 4)!).reduce((a, b) => a + b)).toBe(2);
});

it('rows are saved with all columns; texts are quoted, missing values are empty', () => {
  const columns = [
    { column: numbers('a,b', []), values: [1.5, NaN] },
    { column: categories('k', ['x "y"', 'z'], []), values: [0, -1] },
  ];
  expect(rowsCsv([1, 0], Float32Array.from([0, 1, 2, 3]), columns, (_, value) => String(value))).toBe(
    'row,x,y,"a,b",k\n1,2,3,,\n0,0,1,1.5,"x ""y"""\n',
  );
});
