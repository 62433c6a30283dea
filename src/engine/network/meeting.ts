import { edgeBetween, type Graph } from './graph.ts'
import { sharedNeighbours } from './likeness.ts'
import type { ProfileIndex } from './profiles.ts'

/** Somebody whom an actor is not tied to and might meet, with the reasons. */
export type Acquaintance = {
  readonly actor: number
  /** From 0 to 1: the mean of the two parts. */
  readonly score: number
  /** Adamic-Adar over common partners, as a part of the highest that the actor has with anybody whom it is not tied to. */
  readonly byPartners: number
  /** Cosine of the profiles. */
  readonly byProfile: number
  /** Common partners and shared terms, the most telling first. */
  readonly partners: readonly number[]
  readonly terms: readonly number[]
}

/**
 * Who should meet: link prediction by common partners (Liben-Nowell, Kleinberg: The link-prediction problem for social
 * networks, J. Am. Soc. Inf. Sci. 58 (2007) 1019-1031) and by what profiles share, half each.
 */
export function whoToMeet(graph: Graph, actor: number, profiles?: ProfileIndex, most = 20): Acquaintance[] {
  const isNew = (other: { actor: number }): boolean => edgeBetween(graph, actor, other.actor) < 0
  const near = sharedNeighbours(graph, actor).filter(isNew)
  const alike = (profiles?.alike(actor) ?? []).filter(isNew)
  const highest = near[0]?.adamicAdar ?? 1
  const byActor = new Map(near.map((one) => [one.actor, one]))
  const byProfile = new Map(alike.map((one) => [one.actor, one]))
  return [...new Set([...byActor.keys(), ...byProfile.keys()])]
    .map((other): Acquaintance => {
      const [tied, like] = [byActor.get(other), byProfile.get(other)]
      const [partners, profile] = [(tied?.adamicAdar ?? 0) / highest, like?.cosine ?? 0]
      return {
        actor: other,
        score: (partners + profile) / 2,
        byPartners: partners,
        byProfile: profile,
        partners: tied?.common ?? [],
        terms: like?.shared ?? [],
      }
    })
    .sort((x, y) => y.score - x.score || x.actor - y.actor)
    .slice(0, most)
}
