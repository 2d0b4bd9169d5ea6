import type { Head, MlpShape } from '../data/description';
import { ACROSS, type DenseLayer, features, fragment, MOST_LOGITS, quads, vectors, VERTEX } from './gpuShader';

/** Decodes one value at many points on the GPU: the whole network in one program, a pixel per point. Sums are in floats. */
export class GpuDecoder {
  private readonly program: WebGLProgram;
  private readonly out: WebGLBuffer;
  private readonly points: WebGLTexture;
  private readonly target: WebGLTexture;
  private lines = 0;
  private shown = -1;
  private linked = false;

  private constructor(
    private readonly gl: WebGL2RenderingContext,
    private readonly shape: MlpShape,
    private readonly parameters: Float32Array,
    private readonly plan: Plan,
  ) {
    this.program = gl.createProgram()!;
    for (const [kind, text] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, fragment(shape, plan.layers, plan.sizes)]] as const) {
      const shader = gl.createShader(kind)!;
      gl.shaderSource(shader, text);
      gl.compileShader(shader);
      gl.attachShader(this.program, shader);
    }
    // The browser compiles meanwhile: asking for the result would wait for it.
    gl.linkProgram(this.program);
    this.points = texture(gl);
    this.target = texture(gl);
    this.out = gl.createBuffer()!;
  }

  /**
   * Begins to compile the program.
   *
   * @param software whether a GPU that is only imitated will do: it is slower than the decoder in JavaScript
   * @returns null if this browser or a decoder of this shape cannot
   */
  static create(shape: MlpShape, parameters: Float32Array, software = false): GpuDecoder | null {
    const { encoding, hidden, blocks } = shape;
    if (shape.in !== 2 || hidden % 4 || (encoding.kind === 'grids' && encoding.channels % 4) || (encoding.kind === 'sine' && encoding.features % 4)) return null;
    const gl = typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(1, 1).getContext('webgl2');
    if (!gl?.getExtension('EXT_color_buffer_float') || (!software && isSoftware(gl))) return null;
    const most = Math.floor((gl.getParameter(gl.MAX_UNIFORM_BLOCK_SIZE) as number) / 16);
    const plan = planned(shape, encodingEnd(shape), blocks, most);
    const buffers = gl.getParameter(gl.MAX_FRAGMENT_UNIFORM_BLOCKS) as number;
    if (plan.sizes.some((size) => size > most) || MOST_LOGITS * (quads(hidden) + 1) > most || plan.sizes.length >= buffers) return null;
    return new GpuDecoder(gl, shape, parameters, plan);
  }

  /** Whether the program is compiled; null if the GPU cannot do it. */
  ready(): boolean | null {
    const { gl, program, plan } = this;
    if (this.linked) return true;
    const parallel = gl.getExtension('KHR_parallel_shader_compile');
    if (parallel && !gl.getProgramParameter(program, parallel.COMPLETION_STATUS_KHR)) return gl.isContextLost() ? null : false;
    if (!gl.getProgramParameter(program, gl.LINK_STATUS)) return null;
    gl.useProgram(program);
    gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer());
    plan.sizes.forEach((size, i) => this.fill(i, size));
    gl.bindBufferBase(gl.UNIFORM_BUFFER, plan.sizes.length, this.out);
    gl.uniformBlockBinding(program, gl.getUniformBlockIndex(program, 'Out'), plan.sizes.length);
    this.fillGrids();
    this.linked = true;
    return true;
  }

  /** Whether values with a head can be decoded. */
  takes({ head, width }: Head): boolean {
    return head !== 'categorical' || width <= MOST_LOGITS;
  }

  /**
   * Decodes one value; the program must be {@link ready}.
   *
   * @param places coordinates `[n, 2]`
   * @param head the head of the value
   * @returns `[n]`: probabilities of a category, else logits; null if the GPU cannot do it
   */
  values(places: Float32Array, value: number, head: Head): Float32Array | null {
    const { gl } = this;
    if (gl.isContextLost()) return null;
    this.choose(value, head);
    const n = places.length / 2;
    const lines = Math.ceil(n / ACROSS);
    const packed = new Float32Array(2 * ACROSS * lines);
    packed.set(places);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.points);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RG32F, ACROSS, lines, 0, gl.RG, gl.FLOAT, packed);
    if (lines !== this.lines) {
      gl.bindTexture(gl.TEXTURE_2D, this.target);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.R32F, ACROSS, lines, 0, gl.RED, gl.FLOAT, null);
      gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, this.target, 0);
      gl.bindTexture(gl.TEXTURE_2D, this.points);
      this.lines = lines;
    }
    const across = Math.min(n, ACROSS);
    gl.viewport(0, 0, ACROSS, lines);
    gl.enable(gl.SCISSOR_TEST);
    gl.scissor(0, 0, across, lines);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    const read = new Float32Array(4 * across * lines);
    gl.readPixels(0, 0, across, lines, gl.RGBA, gl.FLOAT, read);
    if (gl.getError() !== gl.NO_ERROR) return null;
    return Float32Array.from({ length: n }, (_, i) => read[4 * i]);
  }

  /** Sends the weights of the logits that a value depends on. */
  private choose(value: number, { head, from, width }: Head): void {
    const { gl, program, parameters } = this;
    const { last } = this.plan;
    if (value === this.shown) return;
    const { hidden, out } = this.shape;
    const [first, count] = head === 'categorical' ? [from, width] : [value, 1];
    const q = quads(hidden);
    const weights = new Float32Array(4 * MOST_LOGITS * (q + 1));
    for (let c = 0; c < count; c++) {
      const at = 4 * c * (q + 1);
      weights[at] = parameters[last + hidden * out + first + c];
      for (let k = 0; k < hidden; k++) weights[at + 4 + k] = parameters[last + k * out + first + c];
    }
    gl.bindBuffer(gl.UNIFORM_BUFFER, this.out);
    gl.bufferData(gl.UNIFORM_BUFFER, weights, gl.DYNAMIC_DRAW);
    gl.uniform1i(gl.getUniformLocation(program, 'count'), count);
    gl.uniform1i(gl.getUniformLocation(program, 'wanted'), value - first);
    this.shown = value;
  }

  private fill(block: number, size: number): void {
    const { gl, program, parameters } = this;
    const packed = new Float32Array(4 * size);
    for (const layer of this.plan.layers.filter((each) => each.block === block)) {
      packed.set(parameters.subarray(layer.at, layer.at + 4 * vectors(layer)), 4 * layer.offset);
    }
    const buffer = gl.createBuffer();
    gl.bindBufferBase(gl.UNIFORM_BUFFER, block, buffer);
    gl.bufferData(gl.UNIFORM_BUFFER, packed, gl.STATIC_DRAW);
    gl.uniformBlockBinding(program, gl.getUniformBlockIndex(program, `B${block}`), block);
  }

  private fillGrids(): void {
    const { gl, program, parameters, shape } = this;
    const numbers = shape.encoding.kind === 'grids' ? encodingEnd(shape) : 4;
    const lines = Math.ceil(numbers / 4 / ACROSS);
    const packed = new Float32Array(4 * ACROSS * lines);
    packed.set(parameters.subarray(0, numbers));
    gl.activeTexture(gl.TEXTURE1);
    gl.bindTexture(gl.TEXTURE_2D, texture(gl));
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, ACROSS, lines, 0, gl.RGBA, gl.FLOAT, packed);
    gl.uniform1i(gl.getUniformLocation(program, 'points'), 0);
    gl.uniform1i(gl.getUniformLocation(program, 'grids'), 1);
  }
}

/** The first parameter after those of the encoding. */
function encodingEnd({ encoding }: MlpShape): number {
  if (encoding.kind === 'grids') return encoding.cells.reduce((sum, side) => sum + (side + 2) ** 2 * encoding.channels, 4);
  return encoding.kind === 'sine' ? 3 * encoding.features : 0;
}

/** Where the layers are. */
interface Plan {
  readonly layers: readonly DenseLayer[];
  /** The number of vectors of each uniform buffer. */
  readonly sizes: readonly number[];
  /** The first parameter of the last layer. */
  readonly last: number;
}

/** Divides the layers among uniform buffers of at most `most` vectors. */
function planned(shape: MlpShape, end: number, blocks: number, most: number): Plan {
  const { hidden, encoding } = shape;
  const layers: DenseLayer[] = [];
  const sizes: number[] = [];
  let at = end;
  const add = (inputs: number, outputs: number, from: number) => {
    const size = vectors({ inputs, outputs });
    if (!sizes.length || sizes[sizes.length - 1] + size > most) sizes.push(0);
    const block = sizes.length - 1;
    layers.push({ inputs, outputs, at: from, block, offset: sizes[block] });
    sizes[block] += size;
  };
  if (encoding.kind === 'sine') add(2, encoding.features, 0);
  for (let i = 0; i <= 2 * blocks; i++) {
    const inputs = i ? hidden : 2 + features(shape);
    add(inputs, hidden, at);
    at += (inputs + 1) * hidden;
  }
  return { layers, sizes, last: at };
}

/** Whether a program imitates the GPU. */
function isSoftware(gl: WebGL2RenderingContext): boolean {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER)));
}

function texture(gl: WebGL2RenderingContext): WebGLTexture {
  const made = gl.createTexture()!;
  gl.bindTexture(gl.TEXTURE_2D, made);
  for (const side of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, side, gl.CLAMP_TO_EDGE);
  for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST);
  return made;
}
