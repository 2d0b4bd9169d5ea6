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
  /** The name of labels that are numbers. */
  readonly target?: string;
  /** The colour of rows on a map without labels. */
  readonly noClass: string;
  /** The colours of categories, each on a light and on a dark page. */
  readonly palette: readonly (readonly [string, string])[];
  /** Maps of the same rows by other methods. */
  readonly others: readonly { readonly name: string; readonly payload: OtherMapPayload }[];
  /** The clusters of the map, parents before their children; an id is an index. */
  readonly clusters?: readonly Cluster[];
  /** Where rows were before, and what kinds of rows there are: `before` and `kinds`. */
  readonly moves?: { readonly name: string; readonly text: string; readonly kinds: readonly string[] };
  /** What else is known of the rows: numbers, or classes if there are categories. */
  readonly facts?: readonly { readonly name: string; readonly payload: FactPayload; readonly categories?: readonly string[] }[];
  readonly payloads: readonly PayloadName[];
  /** Rows in one answer of the server. */
  readonly pageRows: number;
  readonly preset: string;
  readonly seed: string;
  /** 99.5 % of the training rows have at most this error. */
  readonly explainedError?: number;
  /** The share of the rows' variation that the decoder explains; 1 is best, 0 is a constant. */
  readonly explained?: number;
  /** The error of a row that the best constant explains: a row with error e has the explained share 1 - e / nullError. */
  readonly nullError?: number;
  /** Scaled values beyond this are squashed. Without it, values are only shifted and multiplied. */
  readonly limit?: number;
  /** What a new row's coordinates cost because they are far from all rows: GneModel#awayWeight; by default 0. */
  readonly awayWeight?: number;
  /** Whether the server searches texts by meaning. */
  readonly meaning?: true;
  /** Whether the server writes rows as Parquet. */
  readonly parquet?: true;
  /** Where the tags of rows are kept: the name of the server's file, or the key of the browser's storage. */
  readonly tags?: string;
  /** What the server expects with requests that change something. */
  readonly token?: string;
  /** Says what the page leaves out. */
  readonly note?: string;
}

export type PayloadName = 'embedding' | 'decoder' | 'scaling' | 'classes' | 'target' | 'errors' | 'ids' | 'clusters' | 'tags' | 'rows' | 'before' | 'kinds' | FactPayload | OtherMapPayload;

export type FactPayload = `fact-${number}`;

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
  /** Dates are days, times seconds since 1970-01-01. */
  readonly kind: 'number' | 'boolean' | 'category' | 'count' | 'date' | 'time' | 'vector';
  /** Empty except for categories. */
  readonly categories: readonly string[];
  /** The number of values of a vector. */
  readonly size?: number;
  /** A value is `origin + unit * kept`, where rows and samples contain `kept`; by default 0 and 1. */
  readonly origin?: number;
  readonly unit?: number;
  /** The share of the column's variation that the decoder explains; 1 is best, 0 is a constant. */
  readonly explained?: number;
}

/** What the first layer receives beside the coordinates: org.gne.nn.Encoding. */
export type EncodingShape =
  | { readonly kind: 'none' }
  | { readonly kind: 'sine'; readonly features: number }
  | {
      readonly kind: 'grids';
      /** The number of cells along an axis of each grid. */
      readonly cells: readonly number[];
      /** The number of features of a node. */
      readonly channels: number;
      /** The share of the box on each side in which positions are squashed. */
      readonly margin: number;
    };

/** An encoding of the coordinates, Dense(hidden, ELU), blocks `h + Dense(ReLU(Dense(h)))`, Dense(out) under heads. */
export interface MlpShape {
  readonly in: number;
  readonly encoding: EncodingShape;
  readonly hidden: number;
  readonly blocks: number;
  readonly out: number;
  /** From column 0 on, without gaps. */
  readonly heads: readonly Head[];
}

/** Columns of a row that share a likelihood: org.gne.nn.Stretch. */
export interface Head {
  readonly head: 'unit' | 'unit_cross_entropy' | 'real' | 'binary' | 'categorical' | 'count';
  /** The first column. */
  readonly from: number;
  readonly width: number;
  /** The weights of the losses: one for all columns, or one per column. */
  readonly weights: readonly number[];
  /** The factors by which columns are multiplied when rows are compared by distance: one for all, or one per column. */
  readonly scales: readonly number[];
  /** For counts, one per column: their variance is `mean + mean^2 / dispersion`. */
  readonly dispersion?: readonly number[];
  /** For counts, one per column: the mean in a usual row. */
  readonly usual?: readonly number[];
}

/** A cluster of rows on the map: org.gne.cluster.ClusterTree. */
export interface Cluster {
  /** 0 for the few large ones. */
  readonly level: number;
  /** The cluster of the level above that contains it. */
  readonly parent?: number;
  /** Empty if it has none. */
  readonly name: string;
  /** The name as it is written on the map; empty if there is none. */
  readonly lines: readonly string[];
  /** Where its rows are densest. */
  readonly at: readonly [number, number];
  /** The number of its rows. */
  readonly size: number;
  /** A typical row. */
  readonly row: number;
}

export interface ClassStyle {
  readonly name: string;
  /** The name as it is written on the map, if that is not `name`. */
  readonly short?: string;
  /** `#rrggbb`, on a light page. */
  readonly color: string;
  /** `#rrggbb`, on a dark page. */
  readonly dark: string;
  /** 0 a circle, 1 a square, 2 a triangle, 3 a diamond. */
  readonly mark: number;
  /** Of more than 40 classes, the smaller ones share a pale look. */
  readonly other?: true;
}
