import type { Rgb } from './colors';
import { RING } from './marks';
import type { View } from './view';

/** Which rows are drawn. */
const ALL = 0;
const REST = 1;
const CHOSEN = 2;

/** Bits of the state of a row. */
const SELECTED = 1;
const HIDDEN = 2;

const VERTEX = `#version 300 es
const int ALL = ${ALL};
const int CHOSEN = ${CHOSEN};
in vec2 place;
in float code;
in float state;
uniform vec2 centre;
uniform vec2 scale;
uniform float size;
uniform float alpha;
uniform int part;
uniform bool below;
uniform sampler2D palette;
out vec4 ink;
flat out int mark;
void main() {
  int c = int(code);
  vec4 color = texelFetch(palette, ivec2(c & 255, c >> 8), 0);
  mark = int(255.5 - color.a * 255.0);
  int flags = int(state);
  bool other = (flags & ${HIDDEN}) != 0 || part != ALL && ((flags & ${SELECTED}) != 0) != (part == CHOSEN);
  // Hollow and pale marks are drawn first.
  bool later = (mark >= ${RING}) != below;
  gl_Position = color.a == 0.0 || other || later ? vec4(2.0, 2.0, 2.0, 1.0) : vec4((place - centre) * scale, 0.0, 1.0);
  gl_PointSize = size;
  ink = vec4(color.rgb, alpha);
}`;

const FRAGMENT = `#version 300 es
precision highp float;
precision highp int;
in vec4 ink;
flat in int mark;
uniform float size;
uniform vec4 rim;
out vec4 color;
void main() {
  vec2 p = 2.0 * gl_PointCoord - 1.0;
  vec2 at = abs(p);
  float far = mark == 0 ? length(p)
    : mark == 1 ? 1.12 * max(at.x, at.y)
    : mark == 2 ? max(p.y / 0.8, at.x - (p.y + 1.0) / 1.8 + 1.0)
    : mark == 3 ? at.x + at.y
    : length(p);
  float cover = clamp((1.0 - far) * size * 0.5 + 0.5, 0.0, 1.0);
  // A ring is hollow.
  if (mark == ${RING}) cover *= clamp((far - 0.66) * size * 0.5 + 0.5, 0.0, 1.0);
  float edge = rim.a * clamp((far - 1.0) * size * 0.5 + 2.0, 0.0, 1.0);
  color = vec4(mix(ink.rgb, rim.rgb, edge), 1.0) * ink.a * cover;
}`;

/** An entry of the palette. */
export interface Ink {
  readonly color: Rgb;
  readonly mark: number;
}

/**
 * Draws the rows as points with WebGL 2. They are stored on the graphics card in a shuffled order, so that the first
 * points are a fair sample of all. While the map moves, only the first points are drawn.
 */
export class Points {
  private readonly gl: WebGL2RenderingContext;
  private readonly program: WebGLProgram;
  private readonly places: WebGLBuffer;
  private readonly codes: WebGLBuffer;
  private readonly states: WebGLBuffer;
  private readonly uniforms = new Map<string, WebGLUniformLocation | null>();
  private choosing = false;
  /** Whether there are hollow or pale marks. */
  private pale = false;
  /** The row at each position of that order. */
  private readonly order: Uint32Array;
  readonly rows: number;

  /** @throws Error if the browser has no WebGL 2 */
  constructor(
    private readonly canvas: HTMLCanvasElement,
    places: Float32Array,
  ) {
    const gl = canvas.getContext('webgl2', { antialias: false, alpha: true, premultipliedAlpha: true });
    if (!gl) throw new Error('This browser has no WebGL 2, which is needed to draw the map.');
    this.gl = gl;
    this.rows = places.length / 2;
    this.order = shuffled(this.rows);
    this.program = program(gl);
    gl.useProgram(this.program);
    this.places = this.attribute('place', 2, gl.FLOAT, this.inOrder(places));
    this.codes = this.attribute('code', 1, gl.UNSIGNED_SHORT, new Uint16Array(this.rows));
    this.states = this.attribute('state', 1, gl.UNSIGNED_BYTE, new Uint8Array(this.rows));
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  }

  private attribute(name: string, size: number, type: number, data: AllowSharedBufferSource): WebGLBuffer {
    const { gl } = this;
    const buffer = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, data, gl.STATIC_DRAW);
    const at = gl.getAttribLocation(this.program, name);
    gl.enableVertexAttribArray(at);
    gl.vertexAttribPointer(at, size, type, false, 0, 0);
    return buffer;
  }

  private inOrder(places: Float32Array): Float32Array<ArrayBuffer> {
    const shown = new Float32Array(places.length);
    this.order.forEach((row, i) => {
      shown[2 * i] = places[2 * row];
      shown[2 * i + 1] = places[2 * row + 1];
    });
    return shown;
  }

  /** Moves the rows. @param places `[rows, 2]`, the same number of rows as before */
  setPlaces(places: Float32Array): void {
    this.upload(this.places, this.inOrder(places));
  }

  /** Sets the palette entry of each row. */
  setCodes(codes: Uint16Array): void {
    this.upload(this.codes, Uint16Array.from(this.order, (row) => codes[row]));
  }

  /**
   * Sets which rows are drawn and which stand out.
   *
   * @param hidden 1 for each row that is not drawn
   * @param chosen the rows that stand out; null if none does
   */
  setStates(hidden: Uint8Array, chosen: readonly number[] | null): void {
    this.choosing = chosen !== null;
    const states = Uint8Array.from(hidden, (flag) => (flag ? HIDDEN : 0));
    for (const row of chosen ?? []) states[row] |= SELECTED;
    this.upload(this.states, Uint8Array.from(this.order, (row) => states[row]));
  }

  private upload(buffer: WebGLBuffer, data: AllowSharedBufferSource): void {
    this.gl.bindBuffer(this.gl.ARRAY_BUFFER, buffer);
    this.gl.bufferData(this.gl.ARRAY_BUFFER, data, this.gl.STATIC_DRAW);
  }

  setPalette(inks: readonly Ink[]): void {
    this.pale = inks.some((ink) => ink.mark >= RING);
    const lines = Math.max(1, Math.ceil(inks.length / 256));
    const pixels = new Uint8Array(4 * 256 * lines);
    inks.forEach((ink, i) => {
      pixels.set([...ink.color, 255 - ink.mark], 4 * i);
    });
    const { gl } = this;
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, 256, lines, 0, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  }

  /**
   * @param ratio pixels of the screen per pixel of the page
   * @param most draw at most this many points
   * @param under what is under the points: nothing; images, then the points are transparent; or a coloured layer, then
   *     each point has a rim of the given colour
   */
  draw(view: View, ratio: number, most: number, under: 'nothing' | 'pictures' | Rgb): void {
    const { gl } = this;
    const [width, height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)];
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
    gl.viewport(0, 0, width, height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.uniform2f(this.at('centre'), view.x, view.y);
    gl.uniform2f(this.at('scale'), (2 * view.scale) / view.width, (2 * view.scale) / view.height);
    const size = pointSize(view, this.rows);
    const rimmed = typeof under === 'object' && size > 4;
    const [r, g, b] = rimmed ? under : [0, 0, 0];
    gl.uniform4f(this.at('rim'), r / 255, g / 255, b / 255, rimmed ? 1 : 0);
    const pixels = (rimmed ? 1.3 : under === 'nothing' ? 1 : 0.75) * size;
    const part = (which: number, across: number, alpha: number) => {
      gl.uniform1i(this.at('part'), which);
      gl.uniform1f(this.at('size'), across * ratio);
      gl.uniform1f(this.at('alpha'), alpha);
      for (const below of this.pale ? [1, 0] : [0]) {
        gl.uniform1i(this.at('below'), below);
        gl.drawArrays(gl.POINTS, 0, Math.min(most, this.rows));
      }
    };
    if (!this.choosing) {
      part(ALL, pixels, under === 'pictures' ? 0.5 : 0.85);
      return;
    }
    // The more points overlap, the fainter each is drawn; else together they would hide the chosen ones.
    const layers = (this.rows * (0.8 * pixels) ** 2) / (view.width * view.height);
    part(REST, 0.8 * pixels, Math.min(0.1, Math.max(0.012, 0.12 / layers)));
    part(CHOSEN, pixels, 1);
  }

  private at(name: string): WebGLUniformLocation | null {
    let found = this.uniforms.get(name);
    if (found === undefined) {
      found = this.gl.getUniformLocation(this.program, name);
      this.uniforms.set(name, found);
    }
    return found;
  }
}

/** The diameter of points in pixels. */
export function pointSize(view: View, rows: number): number {
  const room = Math.sqrt((view.width * view.height) / rows);
  return Math.min(12, Math.max(2.2, 0.75 * room) * Math.max(1, view.zoom()) ** 0.4);
}

/** Fisher-Yates, with the same result each time. */
function shuffled(n: number): Uint32Array {
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  let seed = 1;
  for (let i = n - 1; i > 0; i--) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const j = Math.floor((seed / 4294967296) * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

function program(gl: WebGL2RenderingContext): WebGLProgram {
  const made = gl.createProgram();
  for (const [type, text] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(type)!;
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    gl.attachShader(made, shader);
  }
  gl.linkProgram(made);
  if (!gl.getProgramParameter(made, gl.LINK_STATUS)) throw new Error(`WebGL: ${gl.getProgramInfoLog(made)}`);
  return made;
}
