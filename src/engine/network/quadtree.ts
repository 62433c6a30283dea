/** Deeper cells are not divided: what lies there pushes as one. */
const deepest = 24

/**
 * Bodies in a plane, in cells that are divided in four until each holds one: what is far pushes as one body. Barnes,
 * Hut: A hierarchical O(N log N) force-calculation algorithm, Nature 324 (1986) 446-449. Filled anew at every step.
 */
export class Quadtree {
  readonly #mass: Float64Array
  readonly #x: Float64Array
  readonly #y: Float64Array
  /** The first of four children; -1 of a leaf. */
  readonly #children: Int32Array
  /** The body of a leaf; -1 of an empty leaf and of a divided cell. */
  readonly #body: Int32Array
  readonly #stack: Int32Array
  readonly #widths: Float64Array
  readonly #room: number
  #cells = 0

  constructor(bodies: number) {
    this.#room = 16 * bodies + 64
    this.#mass = new Float64Array(this.#room)
    this.#x = new Float64Array(this.#room)
    this.#y = new Float64Array(this.#room)
    this.#widths = new Float64Array(this.#room)
    this.#children = new Int32Array(this.#room)
    this.#body = new Int32Array(this.#room)
    this.#stack = new Int32Array(4 * deepest + 8)
  }

  fill(x: Float64Array, y: Float64Array, mass: Float64Array): void {
    const box = boxOf(x, y)
    const width = Math.max(box.right - box.left, box.bottom - box.top, 1e-9) * 1.0001
    this.#cells = 0
    this.#newCell(width)
    for (let body = 0; body < x.length; body++) this.#insert(body, x, y, mass, box.left, box.top, width)
    for (let cell = 0; cell < this.#cells; cell++) {
      this.#x[cell]! /= this.#mass[cell]! || 1
      this.#y[cell]! /= this.#mass[cell]! || 1
    }
  }

  /**
   * Adds to a body's force what all others push: strength x mass x mass / distance. A cell pushes as one body where
   * its width is less than `openness` times its distance.
   */
  push(
    at: { x: number; y: number; mass: number; body: number },
    force: { x: number; y: number },
    strength: number,
    openness: number,
  ): void {
    const { x, y, mass, body } = at
    const limit = 1 / (openness * openness)
    let [fx, fy, top] = [0, 0, 0]
    this.#stack[top++] = 0
    while (top > 0) {
      const cell = this.#stack[--top]!
      const cellMass = this.#mass[cell]!
      if (cellMass === 0 || this.#body[cell] === body) continue
      const dx = x - this.#x[cell]!
      const dy = y - this.#y[cell]!
      const square = dx * dx + dy * dy
      const first = this.#children[cell]!
      if (first < 0 || this.#widths[cell]! * this.#widths[cell]! * limit < square) {
        if (square === 0) continue
        const factor = cellMass / square
        fx += dx * factor
        fy += dy * factor
      } else {
        this.#stack[top++] = first
        this.#stack[top++] = first + 1
        this.#stack[top++] = first + 2
        this.#stack[top++] = first + 3
      }
    }
    force.x += fx * strength * mass
    force.y += fy * strength * mass
  }

  #newCell(width: number): number {
    const cell = this.#cells++
    this.#mass[cell] = this.#x[cell] = this.#y[cell] = 0
    this.#children[cell] = this.#body[cell] = -1
    this.#widths[cell] = width
    return cell
  }

  #insert(
    body: number,
    x: Float64Array,
    y: Float64Array,
    mass: Float64Array,
    left: number,
    top: number,
    width: number,
  ): void {
    const [bx, by, bm] = [x[body]!, y[body]!, mass[body]!]
    let cell = 0
    for (let depth = 0; ; depth++) {
      const resident = this.#body[cell]!
      const isEmpty = this.#mass[cell] === 0
      this.#mass[cell]! += bm
      this.#x[cell]! += bm * bx
      this.#y[cell]! += bm * by
      if (this.#children[cell]! < 0) {
        if (isEmpty) {
          this.#body[cell] = body
          return
        }
        if (depth >= deepest || this.#cells + 4 > this.#room || resident < 0) {
          this.#body[cell] = -1
          return
        }
        this.#divide(cell, width / 2)
        this.#body[cell] = -1
        const child = this.#children[cell]! + quarterOf(x[resident]!, y[resident]!, left, top, width / 2)
        this.#mass[child] = mass[resident]!
        this.#x[child] = mass[resident]! * x[resident]!
        this.#y[child] = mass[resident]! * y[resident]!
        this.#body[child] = resident
      }
      width /= 2
      const quarter = quarterOf(bx, by, left, top, width)
      if (quarter & 1) left += width
      if (quarter & 2) top += width
      cell = this.#children[cell]! + quarter
    }
  }

  #divide(cell: number, width: number): void {
    this.#children[cell] = this.#newCell(width)
    for (let more = 0; more < 3; more++) this.#newCell(width)
  }
}

const quarterOf = (x: number, y: number, left: number, top: number, half: number): number =>
  (x >= left + half ? 1 : 0) + (y >= top + half ? 2 : 0)

export type Box = { left: number; top: number; right: number; bottom: number }

export function boxOf(x: ArrayLike<number>, y: ArrayLike<number>): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (let v = 0; v < x.length; v++) {
    box.left = Math.min(box.left, x[v]!)
    box.right = Math.max(box.right, x[v]!)
    box.top = Math.min(box.top, y[v]!)
    box.bottom = Math.max(box.bottom, y[v]!)
  }
  return box
}
