import type { Columns } from '../columns/columns';
import type { LoadedMap } from '../data/loaded';
import type { Places } from '../map/places';
import type { Point } from '../map/view';
import type { Decoding } from '../model/decoding';
import type { Samples } from '../model/samples';
import type { Session } from '../state/session';
import type { Tagging } from '../state/tagging';
import type { Rows } from './rows';
import type { SampleViews } from './sample';

/** What the parts of the page share. */
export interface Page {
  readonly map: LoadedMap;
  readonly rows: Rows;
  readonly columns: Columns;
  readonly samples: Samples;
  readonly decoding: Decoding;
  readonly views: SampleViews;
  readonly session: Session;
  /** Gives tags to rows; null if nothing keeps them. */
  readonly tagging: Tagging | null;
  /** The shown rows by their coordinates. */
  readonly shown: Places;
  /** The row under the pointer, null if none is near. */
  readonly pointed: number | null;
  /** Describes a point. @param row the row that is meant if several have these coordinates */
  go(at: Point, row?: number): void;
  /** Describes a point and holds it, so that it is in sight. */
  show(at: Point): void;
  /** Goes to a row, so that it is in sight, and names it on the map. */
  find(row: number): void;
}
