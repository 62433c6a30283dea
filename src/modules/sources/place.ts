import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Context } from '../../kernel/context.ts'
import type { Id } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Rule, Where } from '../../kernel/rule.ts'
import type { ShareLevel } from '../../kernel/share.ts'
import { by } from '../people/index.ts'
import { allPlaces, placeOfImport, placesById } from './place-queries.ts'
import { shareText } from './share-text.ts'
import { text } from './text.ts'

/** The ecosystems whose lists the actor looks after: all of them, or those that they coordinate. */
export function keptBy(actor: Actor): readonly Id[] | 'all' {
  if (actor.kind !== 'person') return actor.kind === 'system' ? 'all' : []
  const held = actor.offices.filter((o) => o.office === 'coordinator')
  return held.some((o) => o.ecosystem === null) ? 'all' : [...new Set(held.flatMap((o) => o.ecosystem ?? []))]
}

/** Where a new list belongs: where it is said, else where its bringer coordinates; undefined when that is not one place. */
export function placeOf(actor: Actor, asked: Id | null | undefined): Where {
  if (asked !== undefined) return asked
  const kept = keptBy(actor)
  if (kept === 'all') return null
  return kept.length === 1 ? kept[0] : undefined
}

/** Of a list that stands: the coordinators of its ecosystem, and those who coordinate everywhere. */
export const ofImport: Rule<{ id: string }> = {
  ...by('coordinator'),
  in: (ctx, { id }) => placeOfImport(ctx.db, id),
}

/** Of a list that is brought in. */
export const intoPlace: Rule<{ ecosystem?: string | null | undefined }> = {
  ...by('coordinator'),
  in: (ctx, { ecosystem }) => placeOf(ctx.actor, ecosystem),
}

/** The place of a new list, or the refusal that asks for it. */
export function chosenPlace(ctx: Pick<Context, 'actor'>, asked: Id | null | undefined): Id | null {
  const place = placeOf(ctx.actor, asked)
  if (place !== undefined) return place
  const { fi, sv, en } = text
  throw new Refusal('invalid', 'imports.choose-ecosystem', [
    { field: 'ecosystem', text: { fi: fi.choosePlace, sv: sv.choosePlace, en: en.choosePlace } },
  ])
}

/** What is not public is somebody's: a list of the whole installation has no ecosystem whose it would be. */
export function refuseClosedEverywhere(share: ShareLevel, ecosystem: Id | null): void {
  if (share === 'public' || ecosystem !== null) return
  const { fi, sv, en } = shareText
  throw new Refusal('invalid', 'imports.public-everywhere', [
    { field: 'share', text: { fi: fi.publicEverywhere, sv: sv.publicEverywhere, en: en.publicEverywhere } },
  ])
}

export const importPlaces = query({
  name: 'import.places',
  summary: {
    fi: 'Ekosysteemit, joihin saat tuoda luetteloita',
    sv: 'Ekosystemen som du får importera förteckningar till',
    en: 'The ecosystems that you may bring lists in for',
  },
  input: z.object({}),
  output: z.object({
    items: z.array(z.object({ id: z.uuid(), name: z.record(z.string(), z.string().nullish()) })),
    everywhere: z.boolean().describe('Whether you may bring lists in for the whole installation.'),
  }),
  allow: by('coordinator'),
  run: async (ctx) => {
    const kept = keptBy(ctx.actor)
    const everywhere = kept === 'all'
    const items = everywhere ? await allPlaces(ctx.db) : await placesById(ctx.db, kept)
    return { items, everywhere }
  },
})
