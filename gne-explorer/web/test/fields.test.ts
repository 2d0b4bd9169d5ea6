import { describe, expect, it } from 'vitest';
import type { Description } from '../src/data/description';
import { probabilities, text } from '../src/ui/fields';

describe('a value of a column', () => {
  it('is shown as a date, a time or a number in the units of the source', () => {
    expect(text({ name: 'day', kind: 'date', categories: [], origin: 19_000, unit: 2 }, 391)).toBe('2024-02-29');
    expect(text({ name: 'at', kind: 'time', categories: [], origin: 1_709_194_000 }, 1400)).toBe('2024-02-29T08:30:00');
    expect(text({ name: 'x', kind: 'number', categories: [], origin: 1e6, unit: 0.5 }, 4.5)).toBe('1,000,002.25');
    expect(text({ name: 'x', kind: 'number', categories: [] }, 1.23456)).toBe('1.235');
  });

  it('is missing where it is not a number, also of a date', () => {
    expect(text({ name: 'day', kind: 'date', categories: [] }, NaN)).toBe('missing');
  });
});

it('only heads of booleans and categories decode probabilities', () => {
  const heads = [
    { head: 'real', from: 0, width: 2, weights: [1] },
    { head: 'binary', from: 2, width: 2, weights: [1] },
    { head: 'categorical', from: 4, width: 3, weights: [1] },
  ];
  expect([...probabilities({ decoder: { heads } } as unknown as Description)]).toEqual([2, 3, 4]);
});
