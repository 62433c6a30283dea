import type { Graph } from './graph.ts'

/** Where an actor is in a picture, in its units; whether it stands among those without ties. */
export type Place = { readonly x: number; readonly y: number; readonly alone?: boolean }

export type LayoutOptions = {
  /** The community of each actor: they start side by side. */
  readonly communities: Int32Array
  readonly seed?: number
  /** Radius of each actor's disc, in units of the picture. 3 + 1.5 x square root of its ties unless told. */
  readonly radius?: Float64Array
  /** The picture before. Who was in it stays about where it was. */
  readonly earlier?: {
    readonly places: ReadonlyMap<string, Place>
    /** The network of that picture: whose neighbours have changed since is held less firmly. */
    readonly graph?: Graph
  }
}

/** A picture: places are the middles of discs, which do not lie on each other. */
export type Layout = {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly radius: Float64Array
  /** 1 for those without ties, who stand in rows under the others. */
  readonly alone: Uint8Array
}

/** Rounds of forces done, of about so many. */
export type LayoutProgress = { readonly done: number; readonly of: number }

/** The least distance between two discs, in units of the picture. */
export const gap = 1.5

/** Between parts of the network that are not tied to each other. */
export const margin = 14
