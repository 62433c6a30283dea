import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { stateAfter } from '../../kernel/machine.ts'
import type { Names } from '../../kernel/text.ts'
import { callById } from '../calls/index.ts'
import { frameValuesOf, type ValueOfFrame } from '../ecosystems/index.ts'
import { readPeople } from '../people/index.ts'
import { personOf } from '../talk/index.ts'
import { inIt, keepsIt } from './access.ts'
import { recuse } from './conflicted.ts'
import { did, done, inHand, mustNotBeAside } from './deeds.ts'
import { no } from './fault-text.ts'
import { sendInvitations } from './invitations.ts'
import { candidatesOf, type Head, headById, idsOf, membersOf } from './queries.ts'
import { keepers, selectionMachine, selectionRoles, votes } from './rules.ts'
import { names, settings } from './settings.ts'
import { singledOutBetween } from './singled-out.ts'
import { callsWithApplications } from './source-queries.ts'
import { insertSelection, putMember, removeMember, writeSelection } from './write-queries.ts'

const one = { selection: z.uuid() }
const clock = z
  .string()
  .regex(/^\d{2}:\d{2}$/)
  .nullable()
const when = {
  day: z.iso.date(),
  clock: clock.default(null),
  place: z.string().max(300).default(''),
  purpose: z.string().max(5_000).default(''),
}

/** What a meeting could be made of: who may sit in it, and the calls whose applications it could choose from. */
export const selectionChoices = query({
  name: 'selection.choices',
  summary: {
    fi: 'Ketkä voivat olla valintakokouksessa ja mistä hauista siinä voi valita',
    sv: 'Vilka som kan delta i ett urvalsmöte och vilka utlysningar det kan välja ur',
    en: 'Who can sit in a selection meeting, and from which calls it can choose',
  },
  input: z.object({ ecosystem: z.uuid() }),
  output: z.object({
    people: z.array(z.object({ id: z.string(), name: z.string() })),
    calls: z.array(z.custom<{ id: string; name: Names }>()),
  }),
  allow: { who: [...keepers, 'system'], in: (_ctx, { ecosystem }) => ecosystem },
  run: async (ctx, { ecosystem }) => ({
    people: (await readPeople(ctx.db, ctx.now))
      .filter(({ actor }) => actor.offices.some((o) => o.ecosystem === null || o.ecosystem === ecosystem))
      .map(({ actor }) => ({ id: actor.id, name: actor.name })),
    calls: await callsWithApplications(ctx.db, ecosystem),
  }),
})

/** The values of the frame that candidates and rules of a meeting may name. */
export const frameOf = query({
  name: 'selection.frame',
  summary: {
    fi: 'Ekosysteemin kehyksen arvot, joita valintakokous voi käyttää',
    sv: 'Värden i ekosystemets ram som urvalsmötet kan använda',
    en: 'The values of the ecosystem’s frame that a selection meeting can use',
  },
  input: z.object(one),
  output: z.object({ items: z.array(z.custom<ValueOfFrame>()) }),
  allow: inIt,
  run: async (ctx, { selection }) => {
    const head = await headById(ctx.db, selection)
    return { items: head ? await frameValuesOf(ctx.db, head.ecosystem.id) : [] }
  },
})

export const addSelection = command({
  name: 'selection.add',
  summary: {
    fi: 'Valmistele uusi valintakokous',
    sv: 'Bered ett nytt urvalsmöte',
    en: 'Prepare a new selection meeting',
  },
  route: { method: 'POST', path: '/selections' },
  input: z.object({
    ecosystem: z.uuid(),
    name: names,
    ...when,
    call: z.uuid().nullable().default(null).describe('Whose applications are chosen from.'),
    settings,
    exerciseNote: names.nullable().default(null).describe('What of it is invented, where it is an exercise.'),
  }),
  output: done.extend({ id: z.string() }),
  allow: { who: [...keepers, 'system'], in: (_ctx, { ecosystem }) => ecosystem },
  run: async (ctx, { exerciseNote, call, ...input }) => {
    mustBeNamed(input.name)
    if (call && (await callById(ctx.db, call))?.ecosystem !== input.ecosystem)
      throw no('no-call', 'invalid', { field: 'call' })
    const id = newId(ctx.now.getTime())
    await insertSelection(ctx.db, {
      ...input,
      id,
      call,
      purpose: input.purpose.trim(),
      place: input.place.trim() || null,
      exercise: exerciseNote !== null,
      exerciseNote,
      person: ctx.actor.kind === 'person' ? ctx.actor.id : null,
      at: ctx.now,
    })
    await did(ctx, { id, ecosystem: { id: input.ecosystem, key: '', name: {} } }, 'add', {})
    return { id, path: `/selections/${id}` }
  },
})

const mustBeNamed = (name: z.output<typeof names>) => {
  if (!Object.values(name).some((n) => n?.trim())) throw no('no-name', 'invalid', { field: 'name' })
}

export const editSelection = command({
  name: 'selection.edit',
  summary: {
    fi: 'Muuta valintakokouksen tietoja, perusteita, budjetteja, sääntöjä tai esityslistaa',
    sv: 'Ändra urvalsmötets uppgifter, kriterier, budgetar, regler eller föredragningslista',
    en: 'Change a selection meeting: its facts, criteria, budgets, rules or agenda',
  },
  route: { method: 'POST', path: '/selections/{selection}' },
  input: z.object({
    ...one,
    name: names.optional(),
    day: when.day.optional(),
    clock: clock.optional(),
    place: z.string().max(300).optional(),
    purpose: z.string().max(5_000).optional(),
    settings: settings.partial().optional(),
  }),
  output: done,
  allow: keepsIt,
  run: async (ctx, { selection, settings: change, ...to }) => {
    const head = await inHand(ctx, selection, ['preparing', 'called'])
    if (to.name) mustBeNamed(to.name)
    const next = settings.parse({ ...head.settings, ...change })
    // A rule about a candidate is made and unmade by who is free in it.
    await mustNotBeAside(ctx, head, await idsOf(ctx.db, head.id, singledOutBetween(head.settings, next)))
    await writeSelection(ctx.db, selection, {
      ...(to.name && { name: JSON.stringify(to.name) }),
      ...(to.day && { held_on: to.day }),
      ...(to.clock !== undefined && { held_at: to.clock }),
      ...(to.place !== undefined && { place: to.place.trim() || null }),
      ...(to.purpose !== undefined && { purpose: to.purpose.trim() }),
      settings: JSON.stringify(next),
    })
    await did(ctx, head, 'edit', { what: [...Object.keys(to), ...Object.keys(change ?? {})] })
    return { path: `/selections/${selection}` }
  },
})

export const seatMember = command({
  name: 'selection.seat',
  summary: {
    fi: 'Lisää jäsen valintakokoukseen, muuta hänen rooliaan tai poista hänet',
    sv: 'Lägg till en medlem i urvalsmötet, ändra medlemmens roll eller ta bort medlemmen',
    en: 'Seat a member in a selection meeting, change their role or take them off',
  },
  route: { method: 'POST', path: '/selections/{selection}/members' },
  input: z.object({
    ...one,
    person: z.uuid(),
    role: z.enum(selectionRoles).nullable().describe('Without one the member is taken off the meeting.'),
  }),
  output: done,
  allow: keepsIt,
  run: async (ctx, { selection, person, role }) => {
    const head = await inHand(ctx, selection, ['preparing', 'called', 'open'])
    const seat = (await membersOf(ctx.db, selection)).find((m) => m.person === person)
    if (role === null) {
      // Whoever has been there stays in the record.
      if (seat?.came) throw no('wrong-state')
      await removeMember(ctx.db, selection, person)
    } else {
      const [who] = await readPeople(ctx.db, ctx.now, [person])
      const belongs = who?.actor.offices.some(
        (o) => o.ecosystem === null || o.ecosystem === head.ecosystem.id,
      )
      if (!belongs) throw no('not-theirs', 'invalid', { field: 'person' })
      await putMember(ctx.db, selection, person, role)
      await recuse(ctx, [{ person, role }], await candidatesOf(ctx.db, selection))
    }
    await did(ctx, head, 'seat', { member: person, role })
    return { path: `/selections/${selection}` }
  },
})

/** Refuses to go on with a meeting that could not be held; names the candidates without all their scores. */
async function mustBeReady(ctx: Context<Tx>, { id, settings: { criteria, budgets } }: Head): Promise<void> {
  const candidates = await candidatesOf(ctx.db, id)
  const members = await membersOf(ctx.db, id)
  if (criteria.length === 0 || budgets.length === 0) throw no('no-criteria')
  if (candidates.length < 2) throw no('no-candidates')
  const bare = candidates.filter((c) => criteria.some((k) => !c.scores[k.id])).map((c) => c.code)
  if (bare.length > 0) throw no('no-scores', 'conflict', { more: bare.slice(0, 20) })
  const chairs = members.filter((m) => m.role === 'chair').length
  if (chairs !== 1 || members.filter((m) => votes(m.role)).length < 2) throw no('no-chair')
}

const moving = (event: 'call' | 'open') => ({
  summary: selectionMachine.events[event].says,
  route: { method: 'POST' as const, path: `/selections/{selection}/${event}` as const },
  input: z.object(one),
  output: done,
  allow: keepsIt,
  run: async (ctx: Context<Tx>, { selection }: { selection: string }) => {
    personOf(ctx)
    const head = await inHand(ctx, selection, selectionMachine.events[event].from)
    await mustBeReady(ctx, head)
    const state = stateAfter(selectionMachine, head.state, event)!
    const at = event === 'call' ? { called_at: ctx.now } : { opened_at: ctx.now }
    await writeSelection(ctx.db, selection, { state, ...at })
    const members = await membersOf(ctx.db, selection)
    await recuse(ctx, members, await candidatesOf(ctx.db, selection))
    if (event === 'call') await sendInvitations(ctx, head, members)
    const { path } = await did(ctx, head, event, {})
    return { path: event === 'open' ? path : `/selections/${selection}` }
  },
})
export const callSelection = command({ name: 'selection.call', ...moving('call') })
export const openSelection = command({ name: 'selection.open', ...moving('open') })
