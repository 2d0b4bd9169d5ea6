import { density } from './density';
import { field } from './field';
import type { LayerKind } from './layer';
import { moves } from './moves';
import { regions } from './regions';
import { samples } from './samples';

/** All layers, in the order of the page's list. */
export const LAYERS: readonly LayerKind[] = [samples, density, regions, field, moves];
