import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Context } from '../../kernel/context.ts'
import { newId, newSecret } from '../../kernel/id.ts'
import { many } from '../../kernel/list.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { everyone, type Rule, signedIn } from '../../kernel/rule.ts'
import { canSee, type SharedRecord, shareLevels } from '../../kernel/share.ts'
import { languages } from '../../kernel/text.ts'
import { type Day, dayIn } from '../../kernel/time.ts'
import { by, hashOf, holds, readPeople } from '../people/index.ts'
import { followAll, listeners, notify, personOf, speakers } from '../talk/index.ts'
import { allBetween } from './days.ts'
import {
  type Event,
  eventById,
  eventPath,
  feedOf,
  feedOwner,
  insertEvent,
  insertFeed,
  revokeFeeds,
  type ShownEvent,
  updateEvent,
} from './queries.ts'
import { clockOf, daysBetween, dayTyped, eventKinds, occurrences, plusDays, repeats } from './rules.ts'
import { complaint } from './text.ts'

const recordOf = (e: Pick<Event, 'share' | 'ecosystem_id' | 'person_id'>): SharedRecord => ({
  share: e.share,
  ecosystem: e.ecosystem_id,
  person: e.person_id,
})

const day = z.iso.date()
export type EventOn = { event: ShownEvent; start: Day; end: Day }

/** Every time that something is on between two days, in the order in which it begins. */
export const listEvents = query({
  name: 'event.list',
  summary: {
    fi: 'Tapahtumat kahden päivän välillä siltä osin kuin ne saa nähdä; toistuvan tapahtuman jokainen kerta erikseen',
    sv: 'Händelser mellan två dagar så långt man får se dem; varje gång av en återkommande händelse för sig',
    en: 'What is on between two days, as far as you may see it; each time of a repeated event by itself',
  },
  route: { method: 'GET', path: '/events' },
  input: z.object({
    from: day,
    to: day,
    ecosystem: z.uuid().optional(),
    kind: many(z.enum(eventKinds)),
  }),
  output: z.object({ items: z.array(z.custom<EventOn>()) }),
  allow: everyone,
  run: async (ctx, { from, to, ecosystem, kind }) => {
    if (daysBetween(from, to) > 1_100)
      throw new Refusal('invalid', 'event.span', [complaint('longSpan', 'to')])
    const events = await allBetween(ctx, ctx.actor, ctx.language, { from, to, ecosystem })
    const items = events
      .filter((event) => kind.length === 0 || kind.includes(event.kind))
      .flatMap((event) => occurrences(event, from, to).map((o) => ({ event, ...o })))
    const order = (o: EventOn) => `${o.start} ${o.event.starts_at ?? ''} ${o.event.id}`
    return { items: items.sort((a, b) => (order(a) < order(b) ? -1 : 1)) }
  },
})

const one = { event: z.string().max(100).describe('Id of the event.') }
type One = { event: string }
const recordOfOne = async (ctx: Context, { event }: One) => {
  const found = await eventById(ctx.db, event)
  return found && recordOf(found)
}
const placeOfOne = async (ctx: Context, { event }: One) => (await eventById(ctx.db, event))?.ecosystem_id

async function seenEvent(ctx: Context, id: string): Promise<ShownEvent> {
  const event = await eventById(ctx.db, id)
  if (!event || !canSee(ctx.actor, recordOf(event)))
    throw new Refusal('missing', 'event.missing', [complaint('missing')])
  return event
}

/** Who made it, and those who lead the ecosystem, keep it right. */
const mayKeep = (actor: Actor, event: Event): boolean =>
  (actor.kind === 'person' && actor.id === event.person_id) ||
  holds(actor, ['coordinator', 'preparer'], event.ecosystem_id)

export const readEvent = query({
  name: 'event.get',
  summary: {
    fi: 'Yksi kalenterin tapahtuma',
    sv: 'En händelse i kalendern',
    en: 'One event of the calendar',
  },
  route: { method: 'GET', path: '/events/{event}' },
  input: z.object(one),
  output: z.object({ event: z.custom<ShownEvent>(), mayEdit: z.boolean() }),
  allow: { ...everyone, record: recordOfOne },
  run: async (ctx, { event: id }) => {
    const event = await seenEvent(ctx, id)
    return { event, mayEdit: mayKeep(ctx.actor, event) }
  },
})

const typed = z.string().max(40)
const written = {
  kind: z.enum(eventKinds),
  title: z.string().max(300),
  text: z.string().max(20_000).default(''),
  startDay: typed.describe('The day on which it begins: 5.3.2026 or 2026-03-05.'),
  startClock: typed.default('').describe('Finnish time, such as 9.00; nothing for the whole day.'),
  endDay: typed.default('').describe('The last day; nothing for the same day.'),
  endClock: typed.default(''),
  repeats: z.enum(repeats).default('never'),
  repeatsUntil: typed.default('').describe('The last day on which it may begin again.'),
  place: z.string().max(300).default(''),
  link: z.string().max(1000).default(''),
  share: z.enum(shareLevels).default('agreement'),
}
type Written = z.output<z.ZodObject<typeof written>>

/** What was typed as it is kept. Everything that is wrong is said at once. */
function checked(input: Written) {
  const wrong: ReturnType<typeof complaint>[] = []
  const need = <T>(
    value: T | undefined,
    key: Parameters<typeof complaint>[0],
    field: string,
  ): T | undefined => {
    if (value === undefined) wrong.push(complaint(key, field))
    return value
  }
  const title = input.title.replaceAll(/\s+/gu, ' ').trim()
  if (title === '') wrong.push(complaint('noTitle', 'title'))
  if (title.length > 200) wrong.push(complaint('longTitle', 'title'))
  const starts_on = need(dayTyped(input.startDay), 'noDay', 'startDay')
  const ends_on = input.endDay.trim() ? need(dayTyped(input.endDay), 'noDay', 'endDay') : starts_on
  const clock = (said: string, field: string) =>
    said.trim() ? (need(clockOf(said), 'noClock', field) ?? null) : null
  const starts_at = clock(input.startClock, 'startClock')
  const ends_at = starts_at === null ? null : clock(input.endClock, 'endClock')
  const until = input.repeats !== 'never' && input.repeatsUntil.trim()
  const repeats_until = until ? (need(dayTyped(until), 'noDay', 'repeatsUntil') ?? null) : null
  if (starts_on && ends_on) {
    const backwards =
      ends_on < starts_on || (ends_on === starts_on && ends_at !== null && ends_at < starts_at!)
    if (backwards) wrong.push(complaint('backwards', 'endDay'))
    else if (daysBetween(starts_on, ends_on) > 366) wrong.push(complaint('tooLong', 'endDay'))
    if (repeats_until && repeats_until < starts_on) wrong.push(complaint('backwards', 'repeatsUntil'))
  }
  const link = input.link.trim()
  if (link && !(/^https?:\/\//.test(link) && URL.canParse(link))) wrong.push(complaint('noLink', 'link'))
  if (wrong.length > 0 || !starts_on || !ends_on) throw new Refusal('invalid', 'event.invalid', wrong)
  const { kind, share } = input
  const body = input.text.replaceAll('\r\n', '\n').trim()
  const place = input.place.trim() || null
  const when = { starts_on, starts_at, ends_on, ends_at, repeats: input.repeats, repeats_until }
  return { ...when, kind, share, title, body, place, link: link || null }
}

export const addEvent = command({
  name: 'event.add',
  summary: {
    fi: 'Lisää kalenteriin haku, kokous, määräaika tai tapahtuma',
    sv: 'Lägg till en utlysning, ett möte, en tidsfrist eller ett evenemang i kalendern',
    en: 'Put a call, meeting, deadline or event into the calendar',
  },
  route: { method: 'POST', path: '/events' },
  input: z.object({
    ecosystem: z.uuid().nullable().describe('Null for all ecosystems.'),
    language: z.enum(languages).default('fi'),
    ...written,
  }),
  output: z.object({ id: z.string(), path: z.string() }),
  allow: { ...speakers, in: (_ctx, input) => input.ecosystem },
  run: async (ctx, { ecosystem, language, ...input }) => {
    const person = personOf(ctx)
    const id = newId(ctx.now.getTime())
    const told = checked(input)
    const event = {
      id,
      ecosystem_id: ecosystem,
      person_id: person.id,
      language,
      ...told,
      created_at: ctx.now,
    }
    await insertEvent(ctx.db, event)
    ctx.changed({ kind: 'event', id, before: null, after: told })
    const subject = { kind: 'event', id }
    await followAll(ctx.db, [person.id], subject, ctx.now)
    const people = await listeners(ctx, [recordOf(event)])
    await notify(ctx, {
      kind: 'event',
      subject,
      about: id,
      title: { [language]: told.title },
      path: eventPath(event),
      text: [told.starts_on.split('-').reverse().map(Number).join('.'), told.starts_at, told.place, told.body]
        .filter(Boolean)
        .join(' · '),
      ecosystem,
      records: [recordOf(event)],
      to: people.filter((p) =>
        p.actor.offices.some((o) => !ecosystem || !o.ecosystem || o.ecosystem === ecosystem),
      ),
    })
    return { id, path: eventPath(event) }
  },
})

/** Who may change an event. */
export const editing: Rule<One, Context> = {
  ...speakers,
  record: recordOfOne,
  only: {
    says: {
      fi: 'oma tapahtuma tai ekosysteemin koordinaattori tai valmistelija',
      sv: 'eget evenemang eller ekosystemets koordinator eller beredare',
      en: "one's own event, or the ecosystem's coordinator or preparer",
    },
    check: async (ctx, { event }) => {
      const found = await eventById(ctx.db, event)
      return !found || mayKeep(ctx.actor, found)
    },
  },
}

export const editEvent = command({
  name: 'event.edit',
  summary: {
    fi: 'Muuta kalenterin tapahtumaa',
    sv: 'Ändra en händelse i kalendern',
    en: 'Change an event of the calendar',
  },
  input: z.object({ ...one, ...written }),
  output: z.object({ path: z.string() }),
  allow: editing,
  run: async (ctx, { event: id, ...input }) => {
    const event = await seenEvent(ctx, id)
    const told = checked(input)
    await updateEvent(ctx.db, id, { ...told, edited_at: ctx.now })
    const before = Object.fromEntries(Object.keys(told).map((key) => [key, event[key as keyof Event]]))
    ctx.changed({ kind: 'event', id, before, after: told })
    return { path: eventPath(event) }
  },
})

export const cancelEvent = command({
  name: 'event.cancel',
  summary: {
    fi: 'Merkitse tapahtuma perutuksi tai palauta se voimaan; merkintä säilyy kalentereissa',
    sv: 'Ange att en händelse är inställd eller ändå hålls; den står kvar i kalendrarna',
    en: 'Say that an event is cancelled, or that it is on after all; it stays in calendars as such',
  },
  input: z.object({ ...one, cancelled: z.boolean() }),
  output: z.object({ path: z.string() }),
  allow: { ...by('coordinator', 'preparer'), in: placeOfOne, record: recordOfOne },
  run: async (ctx, { event: id, cancelled }) => {
    const event = await seenEvent(ctx, id)
    await updateEvent(ctx.db, id, { cancelled_at: cancelled ? ctx.now : null })
    const before = { cancelled: event.cancelled_at !== null }
    ctx.changed({ kind: 'event', id, before, after: { cancelled } })
    return { path: eventPath(event) }
  },
})

/** Makes one's feed anew: the address before it stops working. */
export const makeFeed = command({
  name: 'calendar-feed.make',
  inPerson: true,
  summary: {
    fi: 'Luo osoite, josta kalenteriohjelma lukee oman kalenterin',
    sv: 'Skapa en adress där ett kalenderprogram läser den egna kalendern',
    en: 'Make an address from which a calendar program reads one’s calendar',
  },
  input: z.object({}),
  output: z.object({ secret: z.string() }),
  allow: signedIn,
  run: async (ctx) => {
    const person = personOf(ctx)
    const secret = newSecret()
    await revokeFeeds(ctx.db, person.id, ctx.now)
    await insertFeed(ctx.db, { secret_hash: hashOf(secret), person_id: person.id, created_at: ctx.now })
    ctx.changed({ kind: 'calendar-feed', id: person.id, before: null, after: { made: true } })
    return { secret }
  },
})

export const revokeFeed = command({
  name: 'calendar-feed.revoke',
  inPerson: true,
  summary: {
    fi: 'Poista oman kalenterin osoite käytöstä',
    sv: 'Ta den egna kalenderns adress ur bruk',
    en: 'End the address of one’s calendar',
  },
  input: z.object({}),
  output: z.object({}),
  allow: signedIn,
  run: async (ctx) => {
    const person = personOf(ctx)
    await revokeFeeds(ctx.db, person.id, ctx.now)
    ctx.changed({ kind: 'calendar-feed', id: person.id, before: { made: true }, after: null })
    return {}
  },
})

export const myFeed = query({
  name: 'calendar-feed.mine',
  summary: {
    fi: 'Onko omalla kalenterilla osoite',
    sv: 'Om den egna kalendern har en adress',
    en: 'Whether one’s calendar has an address',
  },
  input: z.object({}),
  output: z.object({ since: z.date().nullable() }),
  allow: signedIn,
  run: async (ctx) => ({ since: (await feedOf(ctx.db, personOf(ctx).id))?.created_at ?? null }),
})

/** A feed reaches half a year back and two years ahead. */
const span = (now: Date) => ({ from: plusDays(dayIn(now), -183), to: plusDays(dayIn(now), 731) })

export const readFeed = query({
  name: 'calendar-feed.read',
  summary: {
    fi: 'Tapahtumat, jotka kalenterisyötteen omistaja saa nähdä',
    sv: 'Händelser som kalenderflödets ägare får se',
    en: 'The events that the owner of a feed may see',
  },
  input: z.object({ secret: z.string().min(20).max(100) }),
  output: z.object({ events: z.array(z.custom<ShownEvent>()), language: z.enum(languages) }),
  allow: everyone,
  run: async (ctx, { secret }) => {
    const owner = await feedOwner(ctx.db, hashOf(secret))
    const [person] = owner ? await readPeople(ctx.db, ctx.now, [owner]) : []
    if (!person) throw new Refusal('missing', 'feed.missing', [complaint('noFeed')])
    const { actor, language } = person
    return { events: await allBetween(ctx, actor, language, span(ctx.now)), language }
  },
})

export const publicEvents = query({
  name: 'calendar-feed.public',
  summary: {
    fi: 'Ekosysteemin julkiset tapahtumat',
    sv: 'Ett ekosystems offentliga händelser',
    en: 'The public events of an ecosystem',
  },
  input: z.object({ ecosystem: z.uuid() }),
  output: z.object({ events: z.array(z.custom<ShownEvent>()) }),
  allow: everyone,
  run: async (ctx, { ecosystem }) => ({
    events: await allBetween(ctx, ctx.actor, ctx.language, {
      ...span(ctx.now),
      ecosystem,
      publicOnly: true,
    }),
  }),
})
