import { z } from 'zod'
import { sift } from '../../engine/network/index.ts'
import { query } from '../../kernel/action.ts'
import { everyone } from '../../kernel/rule.ts'
import { pictureFor } from './closed.ts'
import { networkFilters, questionOf } from './map-actions.ts'
import type { PictureActor, PictureTie } from './picture.ts'

/** Actors and ties that filters leave; a tie's `a` and `b` are places among these actors. */
export const networkLeft = query({
  name: 'network.left',
  summary: {
    fi: 'Suodatettu toimijaverkosto kokonaan: toimijat ja yhteydet lähteineen',
    sv: 'Hela det filtrerade aktörsnätverket: aktörer och kopplingar med källor',
    en: 'The whole filtered network: actors and ties with their sources',
  },
  route: { method: 'GET', path: '/network/graph' },
  input: z.object(networkFilters),
  output: z.object({
    at: z.date().nullable(),
    actors: z.array(z.custom<PictureActor>()),
    ties: z.array(z.custom<PictureTie>()),
  }),
  allow: everyone,
  run: async (ctx, filters) => {
    const kept = await pictureFor(ctx)
    if (!kept) return { at: null, actors: [], ties: [] }
    const left = sift(kept.columns, questionOf(filters, kept))
    const places = new Map<number, number>()
    const actors = kept.picture.actors.filter((_, place) => {
      if (!left.actors[place]) return false
      places.set(place, places.size)
      return true
    })
    const ties = kept.picture.ties.flatMap((tie, place) =>
      left.ties[place] ? [{ ...tie, a: places.get(tie.a)!, b: places.get(tie.b)! }] : [],
    )
    return { at: kept.at, actors, ties }
  },
})

export type NetworkLeft = z.output<typeof networkLeft.output>
