/** The bins of a column of numbers. */
export interface Bins {
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

const NS = 'http://www.w3.org/2000/svg';

/** Even bins over the known values; null if there are none. */
export function binsOf(values: ArrayLike<number>, count: number): Bins | null {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!(low <= high) || !Number.isFinite(low + high)) return null;
  return low < high ? { low, high, count } : { low: low - 0.5, high: high + 0.5, count };
}

/** The lower end of a bin; `bin = count` is the upper end of the last one. */
export function edge({ low, high, count }: Bins, bin: number): number {
  return bin === count ? high : low + ((high - low) * bin) / count;
}

/** The number of known values in each bin. @param rows the rows that are counted; all by default */
export function counts(values: ArrayLike<number>, bins: Bins, rows: Iterable<number> | null = null): Int32Array {
  const found = new Int32Array(bins.count);
  const unit = bins.count / (bins.high - bins.low);
  const add = (value: number) => {
    if (!Number.isNaN(value)) found[Math.max(0, Math.min(bins.count - 1, Math.floor((value - bins.low) * unit)))]++;
  };
  if (rows) for (const row of rows) add(values[row]);
  else for (let row = 0; row < values.length; row++) add(values[row]);
  return found;
}

/** Bars; each series is drawn over those before it, relative to the highest bar of `scale`. */
export function bars(series: readonly { readonly counts: ArrayLike<number>; readonly style: string; readonly scale: number }[], height: number): SVGSVGElement {
  const n = series[0].counts.length;
  const svg = document.createElementNS(NS, 'svg');
  svg.setAttribute('class', 'histogram');
  svg.setAttribute('viewBox', `0 0 ${n} ${height}`);
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('aria-hidden', 'true');
  for (const { counts: own, style, scale } of series) {
    const path = document.createElementNS(NS, 'path');
    let d = '';
    for (let i = 0; i < n; i++) {
      if (!own[i] || !scale) continue;
      // A bin with a few rows is still seen.
      const tall = Math.max(0.03, Math.min(1, own[i] / scale)) * height;
      d += `M${i + 0.06} ${height}v${-tall}h0.88v${tall}z`;
    }
    path.setAttribute('d', d);
    path.setAttribute('class', style);
    svg.append(path);
  }
  return svg;
}

export function highest(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, values[i]);
  return most;
}
