import type { Description } from '../data/description';

/** Float.MIN_NORMAL of Java. */
const LEAST = 1.17549435e-38;

/**
 * Converts between shown units and scaled units. Images are shown as 0-1 over their range, tables in the units in which
 * they are stored. The same as org.gne.data.Scaling, with its tails.
 */
export class Scaling {
  private readonly n: number;

  /** @param numbers offsets, then factors: one of each, or one per value; with a limit also shifts, lows and highs */
  constructor(
    private readonly description: Description,
    private readonly numbers: Float32Array,
  ) {
    this.n = numbers.length / (description.limit === undefined ? 2 : 5);
  }

  /** Converts the shown values of a new row to scaled values. */
  scaled(row: Float32Array): Float32Array {
    const { schema, limit } = this.description;
    return row.map((shown, j) => {
      const raw = schema.kind === 'picture' ? schema.low + shown * (schema.high - schema.low) : shown;
      const value = limit === undefined ? raw : this.logarithm(j, raw);
      const scaled = (value - this.at(0, j)) * this.at(1, j);
      const size = Math.abs(scaled);
      const end = this.limit(j);
      return size > end ? Math.sign(scaled) * (end + Math.log1p(size - end)) : scaled;
    });
  }

  /** Converts scaled values of a row, from `from` on, to shown values in place. */
  unscale(row: Float32Array, from: number, width: number): void {
    for (let j = 0; j < width; j++) row[from + j] = this.shown(j, row[from + j]);
  }

  /** Converts a scaled value of column `j` to a shown value. */
  shown(j: number, scaled: number): number {
    const { schema } = this.description;
    const raw = this.raw(j, scaled);
    return schema.kind === 'picture' ? (raw - schema.low) / (schema.high - schema.low) : raw;
  }

  private raw(j: number, squashed: number): number {
    const { limit } = this.description;
    if (limit === undefined) return squashed / this.at(1, j) + this.at(0, j);
    const size = Math.abs(squashed);
    const end = this.limit(j);
    const scaled = size > end ? Math.sign(squashed) * (end + Math.expm1(size - end)) : squashed;
    const value = scaled / this.at(1, j) + this.at(0, j);
    const shift = this.at(2, j);
    const raw = Number.isNaN(shift) ? value : Math.exp(value) - shift;
    return Math.max(this.at(3, j), Math.min(this.at(4, j), raw));
  }

  /** The limit of a column; booleans, categories and counts have none, because they are not scaled. */
  private limit(j: number): number {
    const scales = this.at(0, j) !== 0 || this.at(1, j) !== 1 || (this.description.limit !== undefined && !Number.isNaN(this.at(2, j)));
    return scales ? (this.description.limit ?? Infinity) : Infinity;
  }

  private logarithm(j: number, raw: number): number {
    const shift = this.at(2, j);
    if (Number.isNaN(shift) || Number.isNaN(raw)) return raw;
    return Math.log(Math.max(this.at(3, j) + shift, raw + shift, LEAST));
  }

  private at(part: number, j: number): number {
    return this.numbers[part * this.n + (this.n === 1 ? 0 : j)];
  }
}
