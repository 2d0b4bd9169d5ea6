import type { MlpShape } from '../data/description';

/** Logits that a category may have on the GPU. */
export const MOST_LOGITS = 64;

/** The width of the textures of points and of grids, a power of two. */
export const ACROSS = 1024;

/** A dense layer in a uniform buffer: for each input the weights of all outputs, then the biases, in vectors of 4. */
export interface DenseLayer {
  readonly inputs: number;
  readonly outputs: number;
  /** The index of its first parameter among those of the decoder. */
  readonly at: number;
  /** Its buffer, and its first vector there. */
  readonly block: number;
  readonly offset: number;
}

export const quads = (n: number): number => Math.ceil(n / 4);

/** The vectors of a layer. */
export const vectors = ({ inputs, outputs }: { inputs: number; outputs: number }): number => (inputs + 1) * quads(outputs);

/** The features that the first layer receives beside the coordinates. */
export function features({ encoding }: MlpShape): number {
  return encoding.kind === 'grids' ? encoding.cells.length * encoding.channels : encoding.kind === 'sine' ? encoding.features : 0;
}

export const VERTEX = `#version 300 es
void main() { gl_Position = vec4(vec2(gl_VertexID == 1 ? 3 : -1, gl_VertexID == 2 ? 3 : -1), 0, 1); }`;

/**
 * A program that decodes one value at the point of each pixel. Its parts are those of decoder.ts; arrays of vectors hold the layers.
 *
 * @param layers the sine encoding if there is one, the first layer, then the two of each block
 * @param sizes the number of vectors of each uniform buffer
 */
export function fragment(shape: MlpShape, layers: readonly DenseLayer[], sizes: readonly number[]): string {
  const { encoding, hidden, blocks } = shape;
  const q = quads(hidden);
  const f = quads(features(shape));
  const [first, ...inner] = encoding.kind === 'sine' ? layers.slice(1) : layers;
  const dense = (layer: DenseLayer, from: string, to: string) => `
    for (int j = 0; j < ${q}; j++) ${to}[j] += b${layer.block}[${layer.offset + layer.inputs * q} + j];
    for (int k = 0; k < ${quads(layer.inputs)}; k++) {
      vec4 v = ${from}[k];
      int at = ${layer.offset} + 4 * k * ${q};
      for (int j = 0; j < ${q}; j++) {
        ${to}[j] += v.x * b${layer.block}[at + j] + v.y * b${layer.block}[at + j + ${q}] + v.z * b${layer.block}[at + j + ${2 * q}] + v.w * b${layer.block}[at + j + ${3 * q}];
      }
    }`;
  const block = (i: number) => `
    for (int j = 0; j < ${q}; j++) z[j] = vec4(0);${dense(inner[2 * i], 'h', 'z')}
    for (int j = 0; j < ${q}; j++) z[j] = max(z[j], 0.0);${dense(inner[2 * i + 1], 'z', 'h')}`;
  return `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
uniform sampler2D points;
uniform sampler2D grids;
uniform int count;
uniform int wanted;
${sizes.map((size, i) => `layout(std140) uniform B${i} { vec4 b${i}[${size}]; };`).join('\n')}
layout(std140) uniform Out { vec4 o[${MOST_LOGITS * (q + 1)}]; };
out float value;
vec4 node(int i) { return texelFetch(grids, ivec2(i & ${ACROSS - 1}, i >> ${Math.log2(ACROSS)}), 0); }
// The sine of a GPU may be off by 5e-4: here by its series, between -pi / 2 and pi / 2.
vec4 sine(vec4 a) {
  vec4 t = a - 6.283185307 * round(a / 6.283185307);
  t = mix(t, sign(t) * 3.141592654 - t, vec4(greaterThan(abs(t), vec4(1.570796327))));
  vec4 u = t * t;
  return t * (1.0 - u / 6.0 * (1.0 - u / 20.0 * (1.0 - u / 42.0 * (1.0 - u / 72.0 * (1.0 - u / 110.0)))));
}
vec3 spline(float t) { return vec3(0.5 * (1.0 - t) * (1.0 - t), 0.5 + t * (1.0 - t), 0.5 * t * t); }
void main() {
  vec2 place = texelFetch(points, ivec2(gl_FragCoord.xy), 0).xy;
  vec4 x[${f + 1}];
  ${encoding.kind === 'grids' ? grids(encoding) : encoding.kind === 'sine' ? sines(layers[0], f) : ''}
  vec4 h[${q}];
  vec4 z[${q}];
  for (int j = 0; j < ${q}; j++) {
    h[j] = b${first.block}[${first.offset + first.inputs * q} + j] + place.x * b${first.block}[${first.offset} + j] + place.y * b${first.block}[${first.offset + q} + j];
  }
  for (int k = 0; k < ${f}; k++) {
    vec4 v = x[k];
    int at = ${first.offset} + (2 + 4 * k) * ${q};
    for (int j = 0; j < ${q}; j++) {
      h[j] += v.x * b${first.block}[at + j] + v.y * b${first.block}[at + j + ${q}] + v.z * b${first.block}[at + j + ${2 * q}] + v.w * b${first.block}[at + j + ${3 * q}];
    }
  }
  for (int j = 0; j < ${q}; j++) h[j] = mix(exp(min(h[j], 0.0)) - 1.0, h[j], vec4(greaterThan(h[j], vec4(0))));
  ${Array.from({ length: blocks }, (_, i) => block(i)).join('')}
  // Of a category the probability, by a softmax that needs no second pass; of others the logit.
  float own = 0.0;
  float highest = -1e30;
  float sum = 0.0;
  for (int c = 0; c < count; c++) {
    float logit = o[c * ${q + 1}].x;
    for (int j = 0; j < ${q}; j++) logit += dot(o[c * ${q + 1} + 1 + j], h[j]);
    float top = max(highest, logit);
    sum = sum * exp(highest - top) + exp(logit - top);
    highest = top;
    if (c == wanted) own = logit;
  }
  value = count == 1 ? own : exp(own - highest) / sum;
}`;
}

function sines({ block, offset }: DenseLayer, f: number): string {
  return `for (int k = 0; k < ${f}; k++) {
    vec4 angle = b${block}[${offset + 2 * f} + k] + place.x * b${block}[${offset} + k] + place.y * b${block}[${offset + f} + k];
    x[k] = sine(angle);
  }`;
}

/** The features of all grids, by quadratic B-splines: the first texel of the table holds the corner and the sides of the box. */
function grids({ cells, channels, margin }: Extract<MlpShape['encoding'], { kind: 'grids' }>): string {
  const c = quads(channels);
  let first = 1;
  const parts = cells.map((side, i) => {
    const from = first;
    first += (side + 2) ** 2 * c;
    return `{
    vec2 at = u * ${side}.0;
    ivec2 cell = clamp(ivec2(floor(at)), ivec2(0), ivec2(${side - 1}));
    vec3 a = spline(at.x - float(cell.x));
    vec3 b = spline(at.y - float(cell.y));
    for (int k = ${i * c}; k < ${(i + 1) * c}; k++) x[k] = vec4(0);
    for (int j = 0; j < 3; j++) for (int i = 0; i < 3; i++) {
      int n = ${from} + ${c} * ((cell.y + j) * ${side + 2} + cell.x + i);
      for (int k = 0; k < ${c}; k++) x[${i * c} + k] += a[i] * b[j] * node(n + k);
    }
  }`;
  });
  return `vec4 box = node(0);
  vec2 u = (place - box.xy) / box.zw;
  vec2 beyond = u - clamp(u, ${margin.toFixed(9)}, ${(1 - margin).toFixed(9)});
  u = u - beyond + beyond / (1.0 + abs(beyond) / ${margin.toFixed(9)});
  ${parts.join('\n  ')}`;
}
