import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type Rule, signedIn, systemOnly } from '../../kernel/rule.ts'
import { canSee } from '../../kernel/share.ts'
import { inEach, pick } from '../../kernel/text.ts'
import { readPeople } from '../people/index.ts'
import { keepsProfile, keptBy } from '../profiles/index.ts'
import { notify } from '../talk/index.ts'
import { candidateNames } from './candidate-queries.ts'
import { canonicalOf, consortiumById } from './consortium-queries.ts'
import { fault } from './fault-text.ts'
import { joinAsInterested } from './joining.ts'
import { insertTold, isOff, setOff, toldOf } from './opening-queries.ts'
import { openingText as text } from './opening-text.ts'
import { isOpen, openingsFor, type ToldOpening } from './openings.ts'
import type { Consortium } from './record.ts'
import { acting, shareOf } from './rights.ts'
import { type Interest, insertInterest, interestsOf, wantedOf } from './wanted-queries.ts'

const organisation = z.uuid().describe('The organisation whose profile is kept.')

export type Openings = {
  /** False while what is known of organisations is read for the first time. */
  ready: boolean
  organisation: { id: string; name: string } | null
  /** Organisations whose profiles one keeps. */
  kept: { id: string; name: string }[]
  /** Whether one keeps the profile of this one, and so may say that it is interested. */
  keeps: boolean
  items: ToldOpening[]
  interests: Interest[]
  /** Whether one is told of new ones. */
  alerts: boolean
}

export const listOpenings = query({
  name: 'opening.list',
  summary: {
    fi: 'Haut ja konsortiot, jotka etsivät sitä, mitä organisaatiolla on',
    sv: 'Utlysningar och konsortier som söker det som en organisation har',
    en: 'Calls and consortia that look for what an organisation has',
  },
  route: { method: 'GET', path: '/openings' },
  input: z.object({
    organisation: organisation.optional().describe('Left out: the first whose profile you keep.'),
  }),
  output: z.custom<Openings>(),
  allow: signedIn,
  run: async (ctx, { organisation: asked }): Promise<Openings> => {
    const { db, actor, now, language } = ctx
    const mine = actor.kind === 'person' ? await keptBy(db, actor.id, now) : []
    const kept = mine.map((k) => ({ id: k.organisation, name: pick(k.names, language)?.text ?? '' }))
    const none = {
      ready: true,
      organisation: null,
      kept,
      keeps: false,
      items: [],
      interests: [],
      alerts: false,
    }
    const [id] = asked ? await canonicalOf(db, [asked]) : [kept[0]?.id]
    if (!id) return none
    const name = (await candidateNames(db, actor, [id])).get(id)
    if (name === undefined) throw fault('missing', 'missing')
    const keeps = kept.some((k) => k.id === id)
    const items = await openingsFor(ctx, id)
    return {
      ready: items !== undefined,
      organisation: { id, name },
      kept,
      keeps,
      items: items ?? [],
      interests: keeps ? await interestsOf(db, id) : [],
      alerts: actor.kind === 'person' && keeps && !(await isOff(db, { person: actor.id, organisation: id })),
    }
  },
})

/** Who keeps the profile of the organisation gives its word. */
export const keeping: Rule<{ organisation: string }> = {
  who: ['signed-in'],
  only: {
    says: inEach((l) => text[l].keeperSays),
    check: async ({ db, actor, now }, { organisation: id }) =>
      actor.kind === 'person' && !actor.previewing && (await keepsProfile(db, actor.id, id, now)),
    why: () => ({ text: inEach((l) => text[l].keepersOnly) }),
  },
}

/** A consortium that the actor may know to look for partners: they see it, or everybody is told. */
export async function lookingFor(
  ctx: Pick<Context, 'db' | 'actor' | 'now'>,
  id: string,
): Promise<Consortium> {
  const found = await consortiumById(ctx.db, id)
  const wanted = found && (await wantedOf(ctx.db, [found.id])).get(found.id)?.on
  if (!found || !(wanted || canSee(ctx.actor, shareOf(found)))) throw fault('missing', 'missing')
  if (!isOpen(found, ctx.now)) throw fault('conflict', 'badState')
  return found
}

export const noWords = () =>
  new Refusal('invalid', 'consortium.noWords', [{ field: 'words', text: inEach((l) => text[l].noWords) }])

export const sayInterest = command({
  name: 'opening.say-interest',
  summary: {
    fi: 'Ilmoita organisaation kiinnostus konsortioon',
    sv: 'Meddela en organisations intresse för ett konsortium',
    en: 'Say that an organisation is interested in a consortium',
  },
  route: { method: 'POST', path: '/openings' },
  input: z.object({ consortium: z.uuid(), organisation, words: z.string().trim().max(2000).default('') }),
  output: z.object({ interest: z.string(), partner: z.string() }),
  allow: keeping,
  run: async (ctx, { consortium: id, organisation: asked, words }) => {
    const consortium = await lookingFor(ctx, id)
    if (words === '') throw noWords()
    const [own] = await canonicalOf(ctx.db, [asked])
    const name = own && (await candidateNames(ctx.db, ctx.actor, [own])).get(own)
    if (!own || name === undefined) throw fault('missing', 'missing')
    const { at, by, person } = acting(ctx)
    const partner = await joinAsInterested(ctx, consortium, { organisation: own, name, words, person, by })
    const interest = newId(at.getTime())
    await insertInterest(ctx.db, {
      id: interest,
      consortium: id,
      organisation: own,
      name,
      words,
      person,
      email: null,
      secretHash: null,
      language: ctx.language,
      at,
      confirmedAt: at,
      partner,
    })
    return { interest, partner }
  },
})

export const setOpeningAlerts = command({
  name: 'opening.set-alerts',
  summary: {
    fi: 'Lopeta tai aloita ilmoitukset siitä, mikä etsii organisaation osaamista',
    sv: 'Sluta eller börja få aviseringar om vad som söker en organisations kunnande',
    en: 'Stop or start being told what looks for what an organisation has',
  },
  route: { method: 'POST', path: '/openings/alerts' },
  input: z.object({ organisation, on: z.boolean() }),
  output: z.object({}),
  allow: keeping,
  run: async (ctx, { organisation: asked, on }) => {
    const [own] = await canonicalOf(ctx.db, [asked])
    if (!own || ctx.actor.kind !== 'person') throw fault('missing', 'missing')
    await setOff(ctx.db, { person: ctx.actor.id, organisation: own, off: !on, at: ctx.now })
    ctx.changed({ kind: 'opening-alerts', id: own, before: { on: !on }, after: { on, by: ctx.actor.id } })
    return {}
  },
})

/** At most so many are told at once; the others stand on the page, and are not told again. */
const mostNamed = 3

export const tellOpenings = command({
  name: 'opening.tell',
  summary: {
    fi: 'Kerro profiilin pitäjälle uusista, jotka etsivät organisaation osaamista',
    sv: 'Berätta för den som sköter en profil om nya som söker organisationens kunnande',
    en: 'Tell one who keeps a profile of new openings that look for what the organisation has',
  },
  input: z.object({ person: z.uuid(), organisation }),
  output: z.object({ ready: z.boolean(), told: z.number() }),
  allow: systemOnly,
  run: async (ctx, { person: whom, organisation: id }) => {
    const [person] = await readPeople(ctx.db, ctx.now, [whom])
    const pair = { person: whom, organisation: id }
    if (!person || (await isOff(ctx.db, pair))) return { ready: true, told: 0 }
    const as = { ...ctx, actor: person.actor, language: person.language }
    const items = await openingsFor(as, id)
    if (!items) return { ready: false, told: 0 }
    const before = await toldOf(ctx.db, pair)
    const fresh = items.filter(({ key }) => !before.has(key))
    if (fresh.length === 0) return { ready: true, told: 0 }
    const openings = fresh.map(({ key }) => key)
    await insertTold(ctx.db, { ...pair, openings, at: ctx.now })
    await tell(ctx, person, id, fresh)
    return { ready: true, told: fresh.length }
  },
})

async function tell(
  ctx: Context<Tx>,
  person: Awaited<ReturnType<typeof readPeople>>[number],
  organisation: string,
  fresh: readonly ToldOpening[],
): Promise<void> {
  const { language } = person
  const name = (await candidateNames(ctx.db, person.actor, [organisation])).get(organisation) ?? ''
  const named = fresh.slice(0, mostNamed).map(({ title }) => title)
  const records = []
  for (const { kind, id } of fresh.slice(0, mostNamed)) {
    const found = kind === 'consortium' ? await consortiumById(ctx.db, id) : undefined
    // One that is told to everybody is no secret; of the others the notification is as closed as they are.
    if (found && canSee(person.actor, shareOf(found))) records.push(shareOf(found))
  }
  await notify(ctx, {
    kind: 'alert',
    subject: { kind: 'organisation', id: organisation },
    about: `openings ${organisation} ${ctx.now.toISOString()}`,
    title: { [language]: text[language].news(fresh.length, name) },
    path: `/openings?organisation=${organisation}`,
    text: text[language].told(fresh.length, named.join('; ')),
    ecosystem: null,
    records,
    to: [person],
  })
}
