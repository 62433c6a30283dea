import { boxOf } from './quadtree.ts'

/** A picture is about so many times wider than high. */
const aspect = 1.4

/** Cells that discs take, in a plane without edges. */
export class Ground {
  readonly #cell: number
  readonly #taken = new Set<number>()
  #reach = 1

  constructor(cell: number) {
    this.#cell = cell
  }

  /** Takes what the discs cover with a margin round each, and what lies between them in both directions. */
  take(x: ArrayLike<number>, y: ArrayLike<number>, radius: ArrayLike<number>, margin: number): void {
    const rows = new Map<number, [number, number]>()
    const columns = new Map<number, [number, number]>()
    const widen = (spans: Map<number, [number, number]>, key: number, low: number, high: number): void => {
      const span = spans.get(key)
      spans.set(key, span ? [Math.min(span[0], low), Math.max(span[1], high)] : [low, high])
    }
    for (let v = 0; v < x.length; v++) {
      const room = radius[v]! + margin
      const [left, right] = [this.#cellOf(x[v]! - room), this.#cellOf(x[v]! + room)]
      const [top, bottom] = [this.#cellOf(y[v]! - room), this.#cellOf(y[v]! + room)]
      for (let row = top; row <= bottom; row++) widen(rows, row, left, right)
      for (let column = left; column <= right; column++) widen(columns, column, top, bottom)
    }
    for (const [row, [low, high]] of rows)
      for (let column = low; column <= high; column++) {
        const span = columns.get(column)
        if (!span || row < span[0] || row > span[1]) continue
        this.#taken.add(keyOf(column, row))
        this.#reach = Math.max(this.#reach, Math.abs(column), Math.abs(row))
      }
  }

  /** The free middle nearest to the middle of the picture for a disc of this radius. */
  place(radius: number): { x: number; y: number } {
    const span = Math.ceil(radius / this.#cell)
    const furthest = 2 * (this.#reach + span) + 4
    for (let ring = 0; ring <= furthest; ring++) {
      const steps = Math.max(1, Math.ceil(2 * Math.PI * ring * aspect))
      for (let step = 0; step < steps; step++) {
        const angle = (2 * Math.PI * step) / steps
        const column = Math.round(Math.cos(angle) * ring * aspect)
        const row = Math.round(Math.sin(angle) * ring)
        if (this.#isFree(column, row, span)) return { x: column * this.#cell, y: row * this.#cell }
      }
    }
    throw new Error('no room was found outside everything')
  }

  #isFree(column: number, row: number, span: number): boolean {
    for (let c = column - span; c <= column + span; c++)
      for (let r = row - span; r <= row + span; r++) if (this.#taken.has(keyOf(c, r))) return false
    return true
  }

  #cellOf(at: number): number {
    return Math.round(at / this.#cell)
  }
}

const keyOf = (column: number, row: number): number => column * 0x200_0000 + row

/** Puts those who are alone in rows under the picture, in their order, into the places that are not taken. */
export function rowsUnder(
  picture: { x: ArrayLike<number>; y: ArrayLike<number> },
  pitch: number,
  taken: readonly { x: number; y: number }[],
  count: number,
): { x: number; y: number }[] {
  const box = picture.x.length > 0 ? boxOf(picture.x, picture.y) : { left: 0, right: 0, top: 0, bottom: 0 }
  const wide = Math.max(box.right - box.left, pitch * Math.ceil(Math.sqrt(count + taken.length) * aspect))
  const columns = Math.max(1, Math.floor(wide / pitch))
  const first = taken.reduce((top, { y }) => Math.min(top, y), Number.POSITIVE_INFINITY)
  const left = taken.reduce((most, { x }) => Math.min(most, x), Number.POSITIVE_INFINITY)
  const [x0, y0] =
    taken.length > 0
      ? [left, first]
      : [(box.left + box.right - (columns - 1) * pitch) / 2, box.bottom + 3 * pitch]
  const slotOf = (x: number, y: number): string =>
    `${Math.round((x - x0) / pitch)} ${Math.round((y - y0) / pitch)}`
  const full = new Set(taken.map(({ x, y }) => slotOf(x, y)))
  const places: { x: number; y: number }[] = []
  for (let slot = 0; places.length < count; slot++) {
    const [x, y] = [x0 + (slot % columns) * pitch, y0 + Math.floor(slot / columns) * pitch]
    if (!full.has(slotOf(x, y))) places.push({ x, y })
  }
  return places
}
