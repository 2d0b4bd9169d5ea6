import type { Layer } from '../map/mapView';
import { card, h } from './dom';

/** What is shown under and over the points. */
export interface LayerChoice {
  layer: Layer;
  points: boolean;
  names: boolean;
  worst: boolean;
}

export function layers(
  has: { picture: boolean; numbers: boolean; classes: boolean; errors: boolean },
  changed: (choice: LayerChoice) => void,
): HTMLElement {
  const choice: LayerChoice = { layer: 'none', points: true, names: true, worst: false };
  const kinds: [Layer, string][] = [['none', 'None']];
  if (has.picture) kinds.push(['samples', 'Samples']);
  if (has.numbers) kinds.push(['column', 'Column']);
  kinds.push(['density', 'Density']);
  if (has.classes) kinds.push(['regions', 'Regions']);
  const group = h(
    'div',
    { class: 'segments', role: 'radiogroup', 'aria-label': 'layer under the points' },
    ...kinds.map(([layer, name]) =>
      h(
        'label',
        {},
        h('input', {
          type: 'radio',
          name: 'layer',
          value: layer,
          checked: layer === 'none',
          change: () => {
            choice.layer = layer;
            changed(choice);
          },
        }),
        h('span', {}, name),
      ),
    ),
  );
  const toggle = (key: 'points' | 'names' | 'worst', name: string) =>
    h(
      'label',
      { class: 'check' },
      h('input', {
        type: 'checkbox',
        checked: choice[key],
        change: (event) => {
          choice[key] = (event.target as HTMLInputElement).checked;
          changed(choice);
        },
      }),
      name,
    );
  return card(
    'Layers',
    [],
    group,
    h(
      'div',
      { class: 'checks' },
      toggle('points', 'points'),
      has.classes ? toggle('names', 'names') : null,
      has.errors ? toggle('worst', 'largest errors') : null,
    ),
  );
}
