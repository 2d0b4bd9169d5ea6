import type { ValueColumn } from '../columns/mapColumn';
import type { Mode } from '../map/gestures';
import type { Naming } from '../map/mapView';
import type { OtherMap } from '../map/otherMap';
import type { Point } from '../map/view';
import type { RowSets } from './rowSets';

/** What can change on the page. */
export type Change = 'spot' | 'rows' | 'color' | 'layer' | 'theme' | 'pins' | 'path' | 'newRows' | 'switches' | 'question' | 'mode' | 'view' | 'panels' | 'tags';

/** A part of the page with a life of its own: it is created once, and told what has changed. */
export interface Panel {
  readonly element: HTMLElement;
  told(change: Change): void;
}

export interface Switches {
  points: boolean;
  names: boolean;
  /** Images of rows that are near. */
  thumbs: boolean;
  /** Rings around the rows with an error above {@link Session.worst}. */
  worst: boolean;
}

/** What the reader has chosen. Parts of the page change it and then call {@link tell}; all parts are told. */
export class Session {
  /** The point that is described. */
  spot: Point | null = null;
  /** The row that is described with it. */
  row: number | null = null;
  /** Whether the spot stays where it is when the pointer moves. */
  held = false;
  /** A row that was searched for, to be named on the map. */
  hit: number | null = null;
  /** A text whose closest rows in meaning are shown, and the closest of them. */
  question: string | null = null;
  close: readonly number[] = [];
  color: ValueColumn | null = null;
  /** The id of the layer, or null for none. */
  layer: string | null = null;
  /** The id of the field that the layer `field` shows. */
  field: string | null = null;
  /** The scale of the layer; the points have no colours beside it, unless theirs is the same. */
  layerScale: string | null = null;
  worst = Infinity;
  pins: Point[] = [];
  path: readonly Point[] = [];
  newRows: Point[] = [];
  /** Where an edited row has been, and is at the end. */
  trail: readonly Point[] = [];
  dark = false;
  mode: Mode = 'move';
  lasso: readonly Point[] = [];
  /** The other method's map that rows were selected on, or null. */
  selectedOn: OtherMap | null = null;
  /** What is named on the map, if names are on. */
  naming: Exclude<Naming, 'none'> = 'classes';
  readonly switches: Switches = { points: true, names: true, thumbs: true, worst: false };
  private readonly parts: Panel[] = [];

  constructor(readonly rows: RowSets) {}

  /** Whether points are drawn in one colour, because the layer has the only scale. */
  get neutral(): boolean {
    return this.layer !== null && this.layerScale !== null && this.layerScale !== (this.color?.id ?? '');
  }

  add(...parts: Panel[]): void {
    this.parts.push(...parts);
  }

  tell(...changes: Change[]): void {
    for (const change of changes) for (const part of this.parts) part.told(change);
  }
}
