import { expressionOf, UNIT } from '../../columns/expression';
import { fields, probabilities, text } from '../../ui/fields';
import { digits, percent } from '../../ui/numbers';
import { scaleRange } from '../looks';
import type { Cells } from './cells';
import type { LayerContext } from './layer';

/** A number at every point of the map. */
export interface MapField {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  text(value: number): string;
  /** Whether it is one value of the decoder. */
  readonly decoded?: true;
  /** The column with the same scale, if the page has it. */
  readonly column?: string;
  /** The values at the centres of cells, NaN where there is none. Null if a later call has ended this one. */
  values(cells: Cells, wanted: () => boolean): Promise<Float32Array | null>;
  /** The ends of the colour scale. @param values the values of all cells */
  range(values: Float32Array): Promise<readonly [number, number]>;
}

/** The fields of a map: every column decoded, the probability of every category, the decoder's stretch, the error nearby. */
export function mapFields(context: LayerContext): MapField[] {
  return [...decodedFields(context), stretch(context), ...localError(context)];
}

function decodedFields(context: LayerContext): MapField[] {
  const { schema } = context.map.source.description;
  if (schema.kind !== 'table') return [];
  const expression = expressionOf(context.map);
  const probable = probabilities(context.map.source.description);
  return fields(schema).flatMap((column): MapField[] => {
    if (column.kind === 'category') {
      if (!probable.has(column.from)) return [];
      return column.categories.map((category, i) => ({
        ...decoded(context, `${column.name}=${category}`, column.from + i),
        name: `probability of ${column.name}: ${category}`,
        text: percent,
        range: () => Promise.resolve([0, 1] as const),
      }));
    }
    const field = decoded(context, column.name, column.from);
    if (probable.has(column.from)) {
      return [{ ...field, name: `probability of ${column.name}`, text: percent, range: () => Promise.resolve([0, 1] as const) }];
    }
    const measured = context.columns.value(`data:${column.name}`);
    const range = async (values: Float32Array) => scaleRange(measured ? await measured.values() : values);
    if (expression) {
      const values: MapField['values'] = async (cells, wanted) => (await field.values(cells, wanted))?.map(expression.decoded) ?? null;
      return [{ ...field, name: column.name, note: `${UNIT}. ${field.note}`, text: digits, column: measured?.id, range, values }];
    }
    return [{ ...field, name: column.name, text: (value) => text(column, value), column: measured?.id, range }];
  });
}

function decoded(context: LayerContext, id: string, value: number): MapField {
  return {
    id,
    name: id,
    decoded: true,
    note: 'Decoded at each point; pale where there are no rows.',
    text: digits,
    range: (values) => Promise.resolve(scaleRange(values)),
    async values(cells, wanted) {
      const values = new Float32Array(cells.count);
      const all = await context.decoding.run(cells.centres(), value, wanted, (some, from) => values.set(some, from));
      return all ? values : null;
    },
  };
}

function stretch(context: LayerContext): MapField {
  return {
    id: '(stretch)',
    name: 'stretch of the decoder',
    note: 'How much a sample changes per map unit: the root mean square of the Jacobian, in scaled units. High where the map jumps.',
    text: digits,
    range: (values) => Promise.resolve(scaleRange(values)),
    async values(cells, wanted) {
      const values = new Float32Array(cells.count);
      const all = await context.decoding.run(cells.centres(), 'stretch', wanted, (some, from) => values.set(some, from));
      return all ? values : null;
    },
  };
}

/** The number of rows of which the error is averaged. */
const NEARBY = 15;

function localError(context: LayerContext): MapField[] {
  const { errors } = context.map;
  if (!errors) return [];
  return [
    {
      id: '(error)',
      name: 'error of the rows nearby',
      note: `The mean reconstruction error of the ${NEARBY} nearest shown rows.`,
      text: digits,
      range: () => Promise.resolve(scaleRange(errors)),
      values(cells) {
        const { shown } = context;
        const reach = cells.reach;
        const values = new Float32Array(cells.count).fill(NaN);
        for (let cell = 0; cell < cells.count; cell++) {
          const at = cells.centre(cell);
          const rows = shown.nearest(at, NEARBY);
          if (!rows.length || shown.distance(rows[0], at) > reach) continue;
          values[cell] = rows.reduce((sum, row) => sum + errors[row], 0) / rows.length;
        }
        return Promise.resolve(values);
      },
    },
  ];
}
