import { z } from 'zod'
import { indexProfiles, type ProfileIndex, whoToMeet } from '../../engine/network/index.ts'
import { query } from '../../kernel/action.ts'
import { everyone } from '../../kernel/rule.ts'
import { actorHead, headOf } from './actor-head.ts'
import { pictureFor } from './closed.ts'
import type { KeptPicture } from './kept.ts'
import { refuse } from './text.ts'

/** The theme of running programmes: that two have run one gives them nothing to talk about. */
const ofProgrammes = 'programme-management'

const most = 8
/** So many are looked at, so that enough remain who share a partner. */
const lookedAt = 60

const acquaintance = actorHead.extend({
  score: z.number().describe('0 to 1: half by common partners, half by common subjects.'),
  partners: z.array(z.object({ id: z.uuid(), name: z.string() })).describe('The most telling three.'),
  common: z.number().int().describe('How many partners they have in common.'),
  themes: z.array(z.string()).describe('Codes of the themes that both have.'),
})
export type MetActor = z.output<typeof acquaintance>

export const networkMeet = query({
  name: 'network.meet',
  summary: {
    fi: 'Ketkä toimijan kannattaisi tavata: yhteiset kumppanit ja aiheet ilman yhteyttä',
    sv: 'Vilka en aktör borde träffa: gemensamma partner och ämnen utan en koppling',
    en: 'Whom an actor might meet: common partners and subjects without a tie',
  },
  route: { method: 'GET', path: '/network/actors/{id}/meet' },
  input: z.object({ id: z.uuid() }),
  output: z.object({ items: z.array(acquaintance) }),
  allow: everyone,
  run: async (ctx, { id }) => {
    const kept = await pictureFor(ctx)
    const place = kept?.placeOf.get(id)
    if (!kept || place === undefined) throw refuse('notThere')
    const { picture, graph } = kept
    const { index, codes } = profilesOf(kept)
    const head = (at: number) => headOf(picture.actors[at]!, ctx.language)
    const near = whoToMeet(graph, place, index, lookedAt).filter(({ partners }) => partners.length > 0)
    return {
      items: near.slice(0, most).map(({ actor, score, partners, terms }) => ({
        ...head(actor),
        score,
        partners: partners.slice(0, 3).map((one) => ({ id: head(one).id, name: head(one).name })),
        common: partners.length,
        themes: terms.map((term) => codes[term]!),
      })),
    }
  },
})

type Profiles = { index: ProfileIndex; codes: readonly string[] }
const known = new WeakMap<KeptPicture, Profiles>()

/** Actors by their themes, made once for a picture; a theme weighs more the fewer have it (inverse document frequency). */
function profilesOf(kept: KeptPicture): Profiles {
  const made = known.get(kept) ?? indexed(kept)
  known.set(kept, made)
  return made
}

function indexed({ picture }: KeptPicture): Profiles {
  const actors = picture.actors.map(({ themes }) => ({
    themes: themes.filter((code) => code !== ofProgrammes),
  }))
  const having = new Map<string, number>()
  for (const { themes } of actors) for (const theme of themes) having.set(theme, (having.get(theme) ?? 0) + 1)
  const codes = [...having.keys()].sort()
  const numbers = new Map(codes.map((code, number) => [code, number]))
  const index = indexProfiles(
    actors.map(({ themes }) => ({
      terms: Int32Array.from(themes, (theme) => numbers.get(theme)!),
      weights: Float64Array.from(themes, (theme) => Math.log(1 + actors.length / having.get(theme)!)),
    })),
  )
  return { index, codes }
}
