/** Writes a number as people do, with about four significant digits: 0.0123, 7, 1998, 12,345, 11.9 M, 1.26e-5. */
export function digits(value: number): string {
  if (Number.isNaN(value)) return 'missing';
  if (value === 0) return '0';
  const size = Math.abs(value);
  for (const [unit, name] of UNITS) {
    if (size >= 0.9995 * unit) return `${Number((value / unit).toPrecision(size >= 100 * unit ? 4 : 3))} ${name}`;
  }
  if (size >= 1e15 || size < 1e-4) return value.toExponential(2);
  const rounded = Number(value.toPrecision(size >= 10_000 ? 6 : 4));
  return Math.abs(rounded) < 10_000 ? String(rounded) : rounded.toLocaleString('en', { maximumFractionDigits: size >= 100_000 ? 0 : 1 });
}

const UNITS: readonly (readonly [number, string])[] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'M'],
];

/** A whole number with commas. */
export function whole(value: number): string {
  return value.toLocaleString('en');
}

/** `1 row`, `2,000 rows`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${whole(n)} ${n === 1 ? one : many}`;
}

/** A share; one that is not 0 is not written as 0. */
export function percent(share: number): string {
  return share > 0 && share < 0.005 ? '< 1 %' : `${Math.round(100 * share)} %`;
}
