import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { stateAfter } from '../../kernel/machine.ts'
import { queueMail } from '../../kernel/mail.ts'
import type { Rule } from '../../kernel/rule.ts'
import { inEach, languages } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { declareIn, standingsOf } from '../conflicts/index.ts'
import { readPeople } from '../people/index.ts'
import { personOf } from '../talk/index.ts'
import { itemOf, no, openOne, stepAside, theMeeting } from './meeting-deeds.ts'
import {
  type Coming,
  comingMeetings,
  insertItem,
  insertMeeting,
  insertMeetingEvent,
  lockMeeting,
  type Meeting,
  meetingPlace,
  meetingsFor,
  putAttendee,
  putRecusal,
  type Signing,
  signedIn,
  type Waiting,
  waitingFor,
  writeItem,
  writeMeeting,
} from './meeting-queries.ts'
import { type MeetingEvent, meetingMachine, memberOffice } from './meeting-rules.ts'
import { meetingText } from './meeting-text.ts'
import { organsOf } from './organ-queries.ts'
import { keptOutOf } from './standing.ts'

const keepers: Rule['who'] = meetingMachine.events.call.by
const one = { meeting: z.uuid() }
type One = { meeting: string }
const place = (ctx: Context, { meeting }: One) => meetingPlace(ctx.db, meeting)
const kept: Rule<One, Context> = { who: keepers, in: place }

export const listMeetings = query({
  name: 'meeting.list',
  summary: {
    fi: 'Kokoukset, joissa päätetään, omissa ekosysteemeissä',
    sv: 'Mötena som beslutar i egna ekosystem',
    en: 'The meetings that decide, in one’s own ecosystems',
  },
  route: { method: 'GET', path: '/meetings' },
  input: z.object({}),
  output: z.object({ items: z.array(z.custom<Meeting>()) }),
  allow: { who: [...keepers, 'system'] },
  run: async (ctx) => ({ items: await meetingsFor(ctx.db, ctx.actor) }),
})

export type MeetingView = {
  meeting: Meeting
  signed: readonly Signing[]
  /** Items of matters that the reader is kept out of: their grounds are not shown. */
  keptOut: readonly string[]
}

export const readMeeting = query({
  name: 'meeting.get',
  summary: {
    fi: 'Yksi kokous: esityslista, läsnäolijat, päätökset ja esteellisyydet',
    sv: 'Ett möte: föredragningslista, närvarande, beslut och jäv',
    en: 'One meeting: agenda, who is there, decisions and recusals',
  },
  route: { method: 'GET', path: '/meetings/{meeting}' },
  input: z.object(one),
  output: z.custom<MeetingView>(),
  allow: { who: [...keepers, 'system'], in: place },
  run: async (ctx, { meeting: id }) => {
    const meeting = await theMeeting(ctx, id)
    const applications = meeting.items.flatMap((i) => i.application ?? [])
    const out = await keptOutOf(ctx, applications)
    const keptOut = meeting.items.filter((i) => i.application && out.has(i.application)).map((i) => i.id)
    const hidden = new Set(meeting.items.filter((i) => keptOut.includes(i.id)).map((i) => i.decision))
    const signed = (await signedIn(ctx.db, id)).filter((s) => !hidden.has(s.decision))
    return { meeting, signed, keptOut }
  },
})

/** What a meeting could be made of: who may sit in it, and what waits for one. */
export const meetingChoices = query({
  name: 'meeting.choices',
  summary: {
    fi: 'Ketkä voivat olla kokouksessa ja mitkä asiat odottavat sitä',
    sv: 'Vilka kan delta i ett möte och vilka ärenden väntar på det',
    en: 'Who can be in a meeting, and which matters wait for one',
  },
  input: z.object({ ecosystem: z.uuid(), part: z.enum(['selection', 'legal']) }),
  output: z.object({
    members: z.array(z.object({ id: z.string(), name: z.string() })),
    staff: z.array(z.object({ id: z.string(), name: z.string() })),
    others: z.array(z.object({ id: z.string(), name: z.string() })),
    waiting: z.array(z.custom<Waiting>()),
    coming: z.array(z.custom<Coming>()),
  }),
  allow: { who: keepers, in: (_ctx, { ecosystem }) => ecosystem },
  run: async (ctx, { ecosystem, part }) => {
    const holders = await holdersIn(ctx, ecosystem)
    return {
      members: holders(memberOffice[part]),
      staff: [...holders('preparer'), ...holders('coordinator')],
      // Who may be heard as an expert.
      others: [...holders('assessor'), ...holders('city-decider'), ...holders('council-officer')],
      waiting: await waitingFor(ctx.db, ecosystem, part),
      coming: await comingMeetings(ctx.db, ecosystem, part),
    }
  },
})

async function holdersIn(ctx: Context, ecosystem: string) {
  const people = await readPeople(ctx.db, ctx.now)
  return (office: string) =>
    people
      .filter(({ actor }) =>
        actor.offices.some((o) => o.office === office && (o.ecosystem === null || o.ecosystem === ecosystem)),
      )
      .map(({ actor }) => ({ id: actor.id, name: actor.name }))
}

export const addMeeting = command({
  name: 'meeting.add',
  summary: {
    fi: 'Valmistele kokous esityslistoineen',
    sv: 'Bered ett möte med föredragningslista',
    en: 'Prepare a meeting with its agenda',
  },
  route: { method: 'POST', path: '/meetings' },
  input: z.object({
    ecosystem: z.uuid(),
    part: z.enum(['selection', 'legal']),
    day: z.iso.date(),
    clock: z
      .string()
      .regex(/^\d{2}:\d{2}$/)
      .nullable()
      .default(null),
    place: z.string().max(300).default(''),
    language: z.enum(languages).default('fi'),
    chair: z.uuid(),
    secretary: z.uuid().nullable().default(null),
    deputies: z.array(z.uuid()).max(200).default([]).describe('Who of the organ is called as a deputy.'),
    decisions: z.array(z.uuid()).max(200).describe('Which decisions are on the agenda, in their order.'),
  }),
  output: z.object({ id: z.string(), path: z.string() }),
  allow: { who: keepers, in: (_ctx, { ecosystem }) => ecosystem },
  run: async (ctx, input) => {
    const person = personOf(ctx)
    const holders = await holdersIn(ctx, input.ecosystem)
    const members = holders(memberOffice[input.part])
    const { deputies } = input
    if (!members.some((m) => m.id === input.chair) || deputies.includes(input.chair))
      throw no('no-people', 'invalid', 'chair')
    const id = newId(ctx.now.getTime())
    const title = inEach((l) => meetingText[l].parts[input.part])
    await insertMeeting(ctx.db, {
      ...input,
      id,
      title,
      place: input.place.trim() || null,
      person: person.id,
      at: ctx.now,
    })
    for (const member of members) {
      const role = deputies.includes(member.id) ? 'deputy' : 'member'
      await putAttendee(ctx.db, id, { person: member.id, role })
    }
    if (input.secretary) await putAttendee(ctx.db, id, { person: input.secretary, role: 'secretary' })
    const heading = (key: 'opening' | 'quorum' | 'order' | 'other' | 'closing') => ({
      decision: null,
      title: inEach((l) => meetingText[l].standing[key]),
    })
    const agenda = [
      heading('opening'),
      heading('quorum'),
      heading('order'),
      ...input.decisions.map((decision) => ({ decision, title: null })),
      heading('other'),
      heading('closing'),
    ]
    for (const [i, item] of agenda.entries())
      await insertItem(ctx.db, id, { id: newId(ctx.now.getTime()), position: i + 1, ...item })
    ctx.changed({
      kind: 'meeting',
      id,
      before: null,
      after: { ecosystem: input.ecosystem, part: input.part, day: input.day },
    })
    return { id, path: `/meetings/${id}` }
  },
})

const done = z.object({ path: z.string() })

const moving = (event: MeetingEvent, after?: (ctx: Context<Tx>, meeting: Meeting) => Promise<void>) => ({
  summary: meetingMachine.events[event].says,
  route: { method: 'POST' as const, path: `/meetings/{meeting}/${event}` as const },
  input: z.object(one),
  output: done,
  allow: { who: meetingMachine.events[event].by, in: place },
  run: async (ctx: Context<Tx>, { meeting: id }: One) => {
    const person = personOf(ctx)
    const meeting = await lockMeeting(ctx.db, id)
    if (!meeting) throw no('no-meeting', 'missing')
    const to = stateAfter(meetingMachine, meeting.state, event)
    if (!to) throw no('wrong-state')
    if (event === 'approve' && person.id !== meeting.chair) throw no('not-yours', 'forbidden')
    const organ = (await organsOf(ctx.db, meeting.ecosystem))[meeting.part]
    const stamps = {
      // The rule by which it decides is the one of the day it was called.
      call: { called_at: ctx.now, quorum: organ.quorum, quorum_ground: organ.ground },
      open: { opened_at: ctx.now },
      close: { closed_at: ctx.now },
      approve: { approved_at: ctx.now, approved_by: person.id },
    }
    await writeMeeting(ctx.db, id, { state: to, ...stamps[event] })
    const log = { id: newId(ctx.now.getTime()), event, from: meeting.state, to, at: ctx.now }
    await insertMeetingEvent(ctx.db, id, { ...log, person: person.id, by: person.name })
    ctx.changed({
      kind: 'meeting',
      id,
      before: { state: meeting.state },
      after: { state: to, ecosystem: meeting.ecosystem },
    })
    await after?.(ctx, meeting)
    return { path: `/meetings/${id}` }
  },
})

/** The agenda goes to everybody who is called, each in their own language. */
const sendAgenda = async (ctx: Context<Tx>, meeting: Meeting) => {
  const people = await readPeople(
    ctx.db,
    ctx.now,
    meeting.attendees.map((a) => a.person),
  )
  for (const { actor, email, language } of people) {
    if (!email) continue
    const t = meetingText[language]
    const day = formatDay(meeting.day, language)
    await queueMail(ctx, {
      to: email,
      person: actor.id,
      kind: 'meeting',
      subject: `${t.parts[meeting.part]} ${meeting.number}, ${day}`,
      text: `${t.calledMail(day, meeting.clock?.replace(':', '.') ?? '', meeting.place ?? '')}\n\n${ctx.baseUrl}/meetings/${meeting.id}/agenda`,
    })
  }
}
export const callMeeting = command({ name: 'meeting.call', ...moving('call', sendAgenda) })
export const openMeeting = command({ name: 'meeting.open', ...moving('open') })
export const closeMeeting = command({ name: 'meeting.close', ...moving('close') })
export const approveMinutes = command({ name: 'meeting.approve', ...moving('approve') })

export const declareAtMeeting = command({
  name: 'meeting.declare',
  summary: {
    fi: 'Ilmoita kokouksessa, oletko esteellinen käsiteltävässä asiassa',
    sv: 'Meddela på mötet om du är jävig i ärendet',
    en: 'Say at the meeting whether you have a conflict of interest in an item',
  },
  route: { method: 'POST', path: '/meetings/{meeting}/declaration' },
  input: z.object({
    ...one,
    item: z.uuid(),
    says: z.enum(['none', 'conflict']),
    point: z.coerce.number().int().min(1).max(7).default(7).describe('Point of hallintolaki 28 § 1 mom.'),
    words: z.string().max(2_000).default(''),
    deputy: z.uuid().nullable().default(null).describe('Who steps in.'),
  }),
  output: done,
  allow: kept,
  run: async (ctx, { meeting: id, item: itemId, says, point, words, deputy }) => {
    const person = personOf(ctx)
    const meeting = await openOne(ctx, id, ['called', 'open'])
    const item = itemOf(meeting, itemId)
    if (!item.application) throw no('not-on-agenda')
    if (!meeting.attendees.some((a) => a.person === person.id)) throw no('not-present')
    const said = { says, point, words: words.trim(), answers: [], meeting: id }
    const after = await declareIn(ctx, person.id, { id: item.application }, said)
    if (says === 'conflict' || after === 'barred') {
      // Who says that nothing binds them, and is bound, steps aside on the ground of the tie.
      const found = await standingsOf(ctx.db, [person.id], [item.application], ctx.now)
      const [tie] = found.of(person.id, item.application, 'decide').because
      await putRecusal(ctx.db, {
        id: newId(ctx.now.getTime()),
        meeting: id,
        item: itemId,
        person: person.id,
        ground: says === 'conflict' ? point : (tie?.point ?? 7),
        words: words.trim(),
        deputy,
        at: ctx.now,
      })
    }
    if (deputy) await putAttendee(ctx.db, id, { person: deputy, role: 'deputy', came: ctx.now, left: null })
    ctx.changed({
      kind: 'meeting',
      id,
      before: null,
      after: { item: itemId, says, ecosystem: meeting.ecosystem },
    })
    return { path: `/meetings/${id}` }
  },
})

export const takeItem = command({
  name: 'meeting.take-item',
  summary: {
    fi: 'Ota kohta käsittelyyn; esteelliset poistuvat sen ajaksi',
    sv: 'Ta upp en punkt; de jäviga går ut under den',
    en: 'Take an item up; those with a conflict leave for it',
  },
  route: { method: 'POST', path: '/meetings/{meeting}/items/{item}' },
  input: z.object({ ...one, item: z.uuid(), notes: z.string().max(20_000).optional() }),
  output: done,
  allow: kept,
  run: async (ctx, { meeting: id, item: itemId, notes }) => {
    const meeting = await openOne(ctx, id, notes === undefined ? ['open'] : ['open', 'held'])
    const item = itemOf(meeting, itemId)
    if (meeting.state === 'open' && item.application) await stepAside(ctx, meeting, itemId, item.application)
    await writeItem(ctx.db, itemId, {
      ...(notes !== undefined && { notes: notes.replaceAll('\r\n', '\n').trim() }),
      ...(!item.taken && meeting.state === 'open' && { taken_at: ctx.now }),
    })
    ctx.changed({
      kind: 'meeting',
      id,
      before: null,
      after: { item: itemId, taken: true, ecosystem: meeting.ecosystem },
    })
    return { path: `/meetings/${id}` }
  },
})
