/**
 * How much of how many lines runs through each pixel, one row after another. Thousands of lines are drawn into such a
 * sum in the time that a canvas takes for some hundreds, and where they lie dense the sum can be shown by its
 * logarithm instead of as one dark spot.
 */
export type Density = { readonly width: number; readonly height: number; readonly sums: Float32Array }

export const createDensity = (width: number, height: number): Density => ({
  width,
  height,
  sums: new Float32Array(width * height),
})

/** The ends of lines, in pixels: line i runs from (x[a[i]], y[a[i]]) to (x[b[i]], y[b[i]]). */
export type Lines = {
  readonly x: Float32Array
  readonly y: Float32Array
  readonly a: Uint32Array
  readonly b: Uint32Array
  /** How dark each line is; 1 where it is left out. */
  readonly weight?: Float32Array
  /** Only lines with a 1. */
  readonly shown?: Uint8Array
}

/**
 * Adds lines to a density, smoothed over the two nearest pixels at each step along the longer axis (Wu 1991, "An
 * efficient antialiasing technique"). What lies outside is cut off.
 */
export function addLines(density: Density, { x, y, a, b, weight, shown }: Lines): void {
  for (let i = 0; i < a.length; i++) {
    if (shown && !shown[i]) continue
    const [from, to] = [a[i]!, b[i]!]
    addLine(density, x[from]!, y[from]!, x[to]!, y[to]!, weight ? weight[i]! : 1)
  }
}

function addLine(density: Density, x0: number, y0: number, x1: number, y1: number, ink: number): void {
  const { width, height, sums } = density
  if (Math.abs(x1 - x0) >= Math.abs(y1 - y0)) run(sums, ink, 1, width, x0, y0, x1, y1, width, height)
  else run(sums, ink, width, 1, y0, x0, y1, x1, height, width)
}

/** One line along its longer axis u, of length `us`; v is the other. `du` and `dv` are what a step moves in the row. */
function run(
  sums: Float32Array,
  ink: number,
  du: number,
  dv: number,
  u0: number,
  v0: number,
  u1: number,
  v1: number,
  us: number,
  vs: number,
): void {
  const [low, high, start] = u0 <= u1 ? [u0, u1, v0] : [u1, u0, v1]
  const slope = u0 === u1 ? 0 : (v1 - v0) / (u1 - u0)
  const first = Math.max(0, Math.round(low))
  const last = Math.min(us - 1, Math.round(high))
  let v = start + slope * (first - low)
  for (let u = first; u <= last; u++, v += slope) {
    const whole = Math.floor(v)
    const part = v - whole
    const at = u * du + whole * dv
    if (whole >= 0 && whole < vs) sums[at]! += ink * (1 - part)
    if (whole >= -1 && whole < vs - 1) sums[at + dv]! += ink * part
  }
}

/**
 * Shows a density in one colour, each pixel as opaque as 1 - e^(-sum × darkness): single lines stay faint, and bundles
 * never become a flat spot. `pixels` are red, green, blue and alpha, as of an ImageData.
 */
export function showDensity(
  { sums }: Density,
  pixels: Uint8ClampedArray,
  [red, green, blue]: readonly [number, number, number],
  darkness: number,
): void {
  for (let i = 0; i < sums.length; i++) {
    const sum = sums[i]!
    const at = i * 4
    pixels[at] = red
    pixels[at + 1] = green
    pixels[at + 2] = blue
    pixels[at + 3] = sum === 0 ? 0 : 255 * (1 - Math.exp(-sum * darkness))
  }
}
