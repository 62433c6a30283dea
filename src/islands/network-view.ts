/** What of the picture is in the window: the point of the picture in its middle, and pixels for the picture's side. */
export type View = { readonly x: number; readonly y: number; readonly scale: number }

export type Size = { readonly width: number; readonly height: number }

/** How far one may go in, in window widths for the picture's side. */
const closest = 60

/** Everything that is shown, with some paper around it. */
export function fitted(
  { width, height }: Size,
  x: Float32Array,
  y: Float32Array,
  shown: Uint8Array | undefined,
): View {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let i = 0; i < x.length; i++) {
    if (shown && !shown[i]) continue
    left = Math.min(left, x[i]!)
    right = Math.max(right, x[i]!)
    top = Math.min(top, y[i]!)
    bottom = Math.max(bottom, y[i]!)
  }
  if (left > right) return { x: 0.5, y: 0.5, scale: Math.min(width, height) }
  const margin = Math.min(36, width / 12)
  const scale = Math.min(
    (width - 2 * margin) / Math.max(right - left, 0.02),
    (height - 2 * margin) / Math.max(bottom - top, 0.02),
  )
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale }
}

/** Nearer or farther by a factor, while the point of the window under the hand stays where it is. */
export function zoomed(view: View, size: Size, factor: number, at: { x: number; y: number }): View {
  const least = Math.min(size.width, size.height) / 2
  const scale = Math.min(Math.max(view.scale * factor, least), closest * size.width)
  const [dx, dy] = [at.x - size.width / 2, at.y - size.height / 2]
  return {
    x: view.x + dx / view.scale - dx / scale,
    y: view.y + dy / view.scale - dy / scale,
    scale,
  }
}

export const moved = (view: View, dx: number, dy: number): View => ({
  ...view,
  x: view.x - dx / view.scale,
  y: view.y - dy / view.scale,
})

/** Where everybody stands in the window, in pixels. */
export function project(
  view: View,
  { width, height }: Size,
  x: Float32Array,
  y: Float32Array,
  into: { x: Float32Array; y: Float32Array },
): void {
  for (let i = 0; i < x.length; i++) {
    into.x[i] = (x[i]! - view.x) * view.scale + width / 2
    into.y[i] = (y[i]! - view.y) * view.scale + height / 2
  }
}

/** Who stands nearest to a point of the window and not farther than `reach` pixels; -1 for nobody. */
export function nearestTo(
  at: { x: number; y: number },
  places: { x: Float32Array; y: Float32Array },
  shown: Uint8Array | undefined,
  reach: number,
): number {
  let [nearest, least] = [-1, reach * reach]
  for (let i = 0; i < places.x.length; i++) {
    if (shown && !shown[i]) continue
    const distance = (places.x[i]! - at.x) ** 2 + (places.y[i]! - at.y) ** 2
    if (distance > least) continue
    nearest = i
    least = distance
  }
  return nearest
}
