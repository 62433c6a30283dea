import { Quadtree } from './quadtree.ts'

/** Bodies in a plane and what draws them together. Places are changed in place. */
export type Bodies = {
  readonly x: Float64Array
  readonly y: Float64Array
  /** How hard each pushes: ties + 1. */
  readonly mass: Float64Array
  readonly pulls: { readonly from: Int32Array; readonly to: Int32Array; readonly weight: Float64Array }
}

export type ForceOptions = {
  readonly rounds: number
  /** How hard all are drawn to the middle, by their mass and distance: what is not tied spreads evenly round it. */
  readonly gravity: number
}

/** All are drawn to the middle so many times harder up and down than across: pictures are wider than high. */
const aspect = 1.5
/** Cells whose width is less than this times their distance push as one. */
const openness = 1.2

/**
 * Bodies push each other by mass x mass / distance and are drawn along ties by weight x log(1 + distance): the
 * attraction of LinLog (Noack: Energy models for graph clustering, J. Graph Algorithms Appl. 11 (2007) 453-480),
 * which sets communities apart. Steps as in Jacomy, Venturini, Heymann, Bastian: ForceAtlas2, PLoS ONE 9 (2014)
 * e98679: short for who swings, long for who goes one way.
 */
export function* settle(
  { x, y, mass, pulls }: Bodies,
  { rounds, gravity }: ForceOptions,
): Generator<number, void> {
  const size = x.length
  const [fx, fy] = [new Float64Array(size), new Float64Array(size)]
  const [beforeX, beforeY] = [new Float64Array(size), new Float64Array(size)]
  const tree = new Quadtree(size)
  const pace = new Pace(size)
  const at = { x: 0, y: 0, mass: 0, body: 0 }
  const force = { x: 0, y: 0 }
  for (let round = 0; round < rounds; round++) {
    tree.fill(x, y, mass)
    for (let v = 0; v < size; v++) {
      at.x = x[v]!
      at.y = y[v]!
      at.mass = mass[v]!
      at.body = v
      force.x = -gravity * at.mass * at.x
      force.y = -gravity * at.mass * at.y * aspect
      tree.push(at, force, 1, openness)
      fx[v] = force.x
      fy[v] = force.y
    }
    for (let p = 0; p < pulls.from.length; p++) {
      const [a, b] = [pulls.from[p]!, pulls.to[p]!]
      const dx = x[b]! - x[a]!
      const dy = y[b]! - y[a]!
      const distance = Math.sqrt(dx * dx + dy * dy)
      if (distance === 0) continue
      const pull = (pulls.weight[p]! * Math.log1p(distance)) / distance
      fx[a]! += dx * pull
      fy[a]! += dy * pull
      fx[b]! -= dx * pull
      fy[b]! -= dy * pull
    }
    const speed = pace.next(mass, fx, fy, beforeX, beforeY)
    for (let v = 0; v < size; v++) {
      const swing = Math.hypot(fx[v]! - beforeX[v]!, fy[v]! - beforeY[v]!) * mass[v]!
      const factor = speed / (1 + Math.sqrt(speed * swing))
      x[v]! += fx[v]! * factor
      y[v]! += fy[v]! * factor
    }
    beforeX.set(fx)
    beforeY.set(fy)
    yield round
  }
}

/** The speed of all, from how much they swing and how much they get on (ForceAtlas2, section "Adapting the speed"). */
class Pace {
  readonly #size: number
  #speed = 1
  #efficiency = 1

  constructor(size: number) {
    this.#size = size
  }

  next(
    mass: Float64Array,
    fx: Float64Array,
    fy: Float64Array,
    beforeX: Float64Array,
    beforeY: Float64Array,
  ): number {
    let [swinging, traction] = [1e-12, 1e-12]
    for (let v = 0; v < mass.length; v++) {
      swinging += mass[v]! * Math.hypot(fx[v]! - beforeX[v]!, fy[v]! - beforeY[v]!)
      traction += (mass[v]! * Math.hypot(fx[v]! + beforeX[v]!, fy[v]! + beforeY[v]!)) / 2
    }
    const usual = 0.05 * Math.sqrt(this.#size)
    let jitter = Math.max(Math.sqrt(usual), Math.min(10, (usual * traction) / this.#size ** 2))
    if (swinging > 2 * traction) {
      if (this.#efficiency > 0.05) this.#efficiency *= 0.5
      jitter = Math.max(jitter, 1)
    }
    const target = (jitter * this.#efficiency * traction) / swinging
    if (swinging > jitter * traction) {
      if (this.#efficiency > 0.05) this.#efficiency *= 0.7
    } else if (this.#speed < 1000) this.#efficiency *= 1.3
    this.#speed += Math.min(target - this.#speed, 0.5 * this.#speed)
    return this.#speed
  }
}
