/** What Java tells of a map (org.gne.explorer.Description). */
export interface Description {
  readonly version: 1;
  readonly source: 'server' | 'embedded';
  readonly title: string;
  readonly rows: number;
  readonly schema: Schema;
  readonly decoder: MlpShape;
  /** Empty where classes are not known. */
  readonly classes: readonly ClassStyle[];
  /** The colour of rows of no known class. */
  readonly noClass: string;
  /** Maps that other methods made of the same rows. */
  readonly others: readonly { readonly name: string; readonly block: OtherBlock }[];
  readonly blocks: readonly BlockName[];
  /** Rows that a server sends at once. */
  readonly pageRows: number;
  readonly preset: string;
  readonly seed: string;
  /** 99.5 % of the training rows have an error of at most this. */
  readonly explainedError?: number;
  /** What is missing from the page. */
  readonly note?: string;
}

export type BlockName = 'embedding' | 'decoder' | 'scaling' | 'classes' | 'errors' | 'ids' | 'rows' | OtherBlock;

export type OtherBlock = `map-${number}`;

export type Schema = PictureSchema | TableSchema;

export interface PictureSchema {
  readonly kind: 'picture';
  readonly height: number;
  readonly columns: number;
  readonly channels: 1 | 3;
  /** Values in the units of the data that are shown black and white. */
  readonly low: number;
  readonly high: number;
}

export interface TableSchema {
  readonly kind: 'table';
  readonly columns: readonly Column[];
}

export interface Column {
  readonly name: string;
  readonly kind: 'number' | 'boolean' | 'category';
  /** Empty for numbers and truth values. */
  readonly categories: readonly string[];
}

/** Dense(hidden, ELU), blocks `h + Dense(ReLU(Dense(h)))`, Dense(out) with sigmoid or identity. */
export interface MlpShape {
  readonly in: number;
  readonly hidden: number;
  readonly blocks: number;
  readonly out: number;
  readonly output: 'sigmoid' | 'identity';
}

export interface ClassStyle {
  readonly name: string;
  /** `#rrggbb`. */
  readonly color: string;
  /** 0 a circle, 1 a square, 2 a triangle, 3 a diamond. */
  readonly mark: number;
}
