import type { Columns } from '../../columns/columns';
import type { LoadedMap } from '../../data/loaded';
import type { Decoding } from '../../model/decoding';
import type { Places } from '../places';
import type { View } from '../view';

/** What layers know about the page. */
export interface LayerContext {
  readonly map: LoadedMap;
  readonly columns: Columns;
  readonly decoding: Decoding;
  /** The rows that are shown: hidden ones are in no layer. */
  readonly shown: Places;
  readonly dark: boolean;
  redraw(): void;
}

/** A picture under the points. */
export interface Layer {
  readonly id: string;
  readonly title: string;
  /** What it draws now has a colour scale of its own; the points then have no colours beside it, unless they have the same scale. */
  readonly scale: string | null;
  /** Computes it for the visible part of the map, coarse first; a later call ends an earlier one. */
  refine(view: View): void | Promise<void>;
  /** Whether it is computed fast enough to be refined while the map moves. */
  readonly follows?: boolean;
  draw(g: CanvasRenderingContext2D, view: View): void;
  /** Forgets everything that was computed, because rows, colours or the layer have changed. */
  clear(): void;
  /** What its colours mean, and its own controls. */
  legend(): HTMLElement | null;
}

/** One entry of the list of layers. */
export interface LayerKind {
  readonly id: string;
  readonly title: string;
  available(map: LoadedMap): boolean;
  create(context: LayerContext): Layer;
}
