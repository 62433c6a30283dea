import {
  type ComputedTie,
  type Drawing,
  type DrawnNetwork,
  readDrawing,
  writeDrawing,
} from '../../engine/network/index.ts'
import type { Language } from '../../kernel/text.ts'

/** An actor of the picture: what the registry says of it, where it stands, and what its ties come to. */
export type PictureActor = {
  id: string
  name: string
  nameSv: string | null
  nameEn: string | null
  kind: string
  region: string | null
  country: string | null
  themes: string[]
  /** Its roles in ecosystems, as "sixnet:lead". */
  roles: string[]
  x: number
  y: number
  /** The number of its community; null of one without ties. */
  community: number | null
  /** With how many others it has a tie, and the weight of all its ties. */
  others: number
  strength: number
  /** Part of the shortest ways between others that run through it, 0 to 1 (Brandes 2001). */
  between: number
  /** How evenly its ties go over regions, 0 to 1 (Guimera and Amaral 2005). */
  spread: number
  /** How many of its component would be cut off from the rest without it. */
  cutsOff: number
}

/** One tie; days as "2026-03-05"; its evidence is "project:id", "tie:id" or "ecosystem:key". */
export type PictureTie = ComputedTie

/** The whole network at one moment, as a job has computed it. */
export type Picture = {
  actors: PictureActor[]
  /** Sorted by their ends, as the columns are. */
  ties: PictureTie[]
  modularity: number
  /** Projects of so many parties that they tie these to their lead alone. */
  tooLarge: string[]
}

export const nameIn = (actor: PictureActor, language: Language): string =>
  (language === 'sv' ? actor.nameSv : language === 'en' ? actor.nameEn : null) ?? actor.name

/** Facets of the actors, by which the map is narrowed and coloured. */
export const facetsOfActor = (actor: PictureActor) => ({
  kind: [actor.kind],
  region: [actor.region ?? (actor.country && actor.country !== 'FI' ? actor.country : 'unknown')],
  theme: actor.themes,
  role: [...new Set(actor.roles.map((role) => role.slice(role.indexOf(':') + 1)))],
  ecosystem: [...new Set(actor.roles.map((role) => role.slice(0, role.indexOf(':'))))],
  community: actor.community === null ? [] : [String(actor.community)],
})
export const facetNames = ['kind', 'role', 'region', 'theme', 'ecosystem', 'community'] as const
export type NetworkFacet = (typeof facetNames)[number]

/** The picture as a browser is sent it, names in one language. */
export const drawingOf = ({ actors, ties }: Picture, language: Language): Drawing =>
  writeDrawing(
    actors.map((actor) => ({
      id: actor.id,
      name: nameIn(actor, language),
      x: actor.x,
      y: actor.y,
      strength: actor.strength,
      facets: facetsOfActor(actor),
    })),
    ties.map((tie) => ({ ...tie, since: yearOf(tie.since), until: yearOf(tie.until) })),
  )

const yearOf = (day: string | null): number | null => (day === null ? null : Number(day.slice(0, 4)))

/** The picture as columns to ask; actors have the places that they have in it. */
export const columnsOf = (picture: Picture): DrawnNetwork => readDrawing(drawingOf(picture, 'fi'))
