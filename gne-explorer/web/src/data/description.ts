/** A map as Java describes it (org.gne.explorer.Description). */
export interface Description {
  readonly version: 1;
  readonly source: 'server' | 'embedded';
  readonly title: string;
  readonly rows: number;
  readonly schema: Schema;
  readonly decoder: MlpShape;
  /** Empty if the rows have no classes. */
  readonly classes: readonly ClassStyle[];
  /** The colour of rows whose class is not known. */
  readonly noClass: string;
  /** Maps of the same rows by other methods. */
  readonly others: readonly { readonly name: string; readonly payload: OtherMapPayload }[];
  readonly payloads: readonly PayloadName[];
  /** Rows in one answer of the server. */
  readonly pageRows: number;
  readonly preset: string;
  readonly seed: string;
  /** 99.5 % of the training rows have at most this error. */
  readonly explainedError?: number;
  /** Says what the page leaves out. */
  readonly note?: string;
}

export type PayloadName = 'embedding' | 'decoder' | 'scaling' | 'classes' | 'errors' | 'ids' | 'rows' | OtherMapPayload;

export type OtherMapPayload = `map-${number}`;

export type Schema = PictureSchema | TableSchema;

export interface PictureSchema {
  readonly kind: 'picture';
  readonly height: number;
  readonly columns: number;
  readonly channels: 1 | 3;
  /** The values, in the units of the data, that are shown as black and as white. */
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
  /** Empty for numbers and booleans. */
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
