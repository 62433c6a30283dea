import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { paging } from '../../kernel/list.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Rule, Where } from '../../kernel/rule.ts'
import { type Day, dayIn } from '../../kernel/time.ts'
import {
  anotherAdministrator,
  type EcosystemName,
  ecosystemByKey,
  endHolding,
  type Holding,
  holdingById,
  membersOf,
  overlapping,
  personByEmail,
} from './member-queries.ts'
import { membersText as text } from './members-text.ts'
import { insertHolding } from './queries.ts'
import { by, isOffice, mayGive, type Office, offices, stateOf } from './rules.ts'

const say = (pickWords: (t: (typeof text)['fi']) => string) => ({
  fi: pickWords(text.fi),
  sv: pickWords(text.sv),
  en: pickWords(text.en),
})
const wrong = (field: string, pickWords: (t: (typeof text)['fi']) => string) =>
  new Refusal('invalid', `offices.${field}`, [{ field, text: say(pickWords) }])

const ecosystemKey = z.string().max(40).optional().describe('Key of the ecosystem; without it, everywhere.')

/** The ecosystem that is named by its key; null for the whole installation. */
export async function ecosystemOf(
  ctx: Pick<Context, 'db'>,
  key: string | undefined,
): Promise<EcosystemName | null> {
  if (!key) return null
  const found = await ecosystemByKey(ctx.db, key)
  if (!found) throw new Refusal('missing', 'ecosystem.missing', [{ text: say((t) => t.noEcosystem(key)) }])
  return found
}
const whereOf = async (ctx: Context, key: string | undefined): Promise<Where> =>
  key ? (await ecosystemByKey(ctx.db, key))?.id : null

/** Administrators everywhere, coordinators in their own ecosystem; the administrator's office only by its holders. */
const givers = <I>(
  where: (ctx: Context, input: I) => Promise<Where>,
  office: (ctx: Context, input: I) => Promise<string | undefined>,
): Rule<I, Context> => ({
  ...by('administrator', 'coordinator'),
  in: where,
  only: {
    says: say((t) => t.onlyAdministrator),
    check: async (ctx, input) => {
      if (ctx.actor.kind !== 'person') return true
      const asked = await office(ctx, input)
      return asked === undefined || mayGive(ctx.actor.offices, asked, (await where(ctx, input)) ?? null)
    },
  },
})

const memberRecord = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string().nullable().describe('Only for those who look after the members.'),
  organisations: z.array(z.string()),
  offices: z.array(
    z.object({
      id: z.uuid(),
      office: z.enum(offices),
      ecosystem: z.object({ key: z.string(), name: z.record(z.string(), z.string()) }).nullable(),
      starts: z.iso.date(),
      ends: z.iso.date().nullable(),
      state: z.enum(['coming', 'now', 'past']),
      deputyOf: z.string().nullable(),
    }),
  ),
})
export type MemberRecord = z.output<typeof memberRecord>

const listInput = z.object({ q: z.string().max(100).default(''), ...paging, limit: paging.limit.default(50) })
const listOutput = z.object({ items: z.array(memberRecord), total: z.number().int() })

const readMembers = async (
  ctx: Context,
  ecosystem: string | null,
  { q, limit, offset }: z.output<typeof listInput>,
): Promise<z.output<typeof listOutput>> => {
  const { people, holdings } = await membersOf(ctx.db, ecosystem, q.trim(), limit, offset)
  const today = dayIn(ctx.now)
  const keeps =
    ctx.actor.kind === 'system' ||
    (ctx.actor.kind === 'person' && mayGive(ctx.actor.offices, 'viewer', ecosystem))
  return {
    total: people[0]?.total ?? 0,
    items: people.map(({ total, ...person }) => ({
      ...person,
      email: keeps ? person.email : null,
      offices: holdings
        .filter((h) => h.person === person.id)
        .map((h) => ({
          id: h.id,
          office: h.office as Office,
          ecosystem: h.ecosystem && {
            key: h.ecosystem.key,
            name: h.ecosystem.name as Record<string, string>,
          },
          starts: h.starts,
          ends: h.ends,
          state: stateOf(h, today),
          deputyOf: h.deputyOf,
        }))
        .sort((a, b) => offices.indexOf(a.office) - offices.indexOf(b.office)),
    })),
  }
}

export const listMembers = query({
  name: 'members.list',
  summary: {
    fi: 'Kaikki palvelun henkilöt ja heidän nykyiset, päättyneet ja tulevat tehtävänsä',
    sv: 'Alla personer i tjänsten med sina nuvarande, avslutade och kommande uppdrag',
    en: 'Everybody in the installation with the offices they hold, held and will hold',
  },
  route: { method: 'GET', path: '/members' },
  input: listInput,
  output: listOutput,
  allow: { ...by('administrator', 'coordinator'), in: () => null },
  run: (ctx, input) => readMembers(ctx, null, input),
})

export const listEcosystemMembers = query({
  name: 'members.of-ecosystem',
  summary: {
    fi: 'Kuka hoitaa mitäkin tehtävää ekosysteemissä',
    sv: 'Vem som har vilket uppdrag i ett ekosystem',
    en: 'Who holds which office in an ecosystem',
  },
  route: { method: 'GET', path: '/ecosystems/{ecosystem}/members' },
  input: listInput.extend({ ecosystem: z.string().max(40) }),
  output: listOutput.extend({
    ecosystem: z.object({ id: z.uuid(), key: z.string(), name: z.record(z.string(), z.string()) }),
  }),
  allow: { ...by(...offices), in: (ctx, { ecosystem }) => whereOf(ctx, ecosystem) },
  run: async (ctx, input) => {
    const ecosystem = (await ecosystemOf(ctx, input.ecosystem))!
    const found = await readMembers(ctx, ecosystem.id, input)
    return { ...found, ecosystem: { ...ecosystem, name: ecosystem.name as Record<string, string> } }
  },
})

export const giveOffice = command({
  name: 'offices.give',
  inPerson: true,
  summary: {
    fi: 'Anna henkilölle tehtävä ekosysteemissä tai koko palvelussa määräajaksi tai toistaiseksi',
    sv: 'Ge en person ett uppdrag i ett ekosystem eller i hela tjänsten, för viss tid eller tills vidare',
    en: 'Give a person an office in an ecosystem or everywhere, from a day on and until a day',
  },
  input: z.object({
    email: z.string().trim().min(1).max(200),
    office: z.enum(offices),
    ecosystem: ecosystemKey,
    starts: z.iso.date().optional().describe('Today when it is not said.'),
    ends: z.iso.date().optional(),
  }),
  output: z.object({ id: z.uuid() }),
  allow: givers<{ ecosystem?: string | undefined; office: string }>(
    (ctx, { ecosystem }) => whereOf(ctx, ecosystem),
    async (_ctx, { office }) => office,
  ),
  run: async (ctx, input) => {
    const ecosystem = await ecosystemOf(ctx, input.ecosystem)
    if (input.office === 'administrator' && ecosystem)
      throw wrong('office', (t) => t.administratorIsEverywhere)
    const person = await personByEmail(ctx.db, input.email)
    if (!person) throw wrong('email', (t) => t.nobodyHas(input.email))
    const starts = input.starts ?? dayIn(ctx.now)
    const ends = input.ends ?? null
    if (ends !== null && ends < starts) throw wrong('ends', (t) => t.endsBeforeStart)
    if (ends !== null && ends < dayIn(ctx.now)) throw wrong('ends', (t) => t.endIsPast)
    return insert(ctx, { person, office: input.office, ecosystem, starts, ends })
  },
})

type Given = {
  person: { id: string; name: string }
  office: string
  ecosystem: EcosystemName | null
  starts: Day
  ends: Day | null
  deputyOf?: Holding
}

async function insert(ctx: Context<Tx>, given: Given): Promise<{ id: string }> {
  const { person, office, ecosystem, starts, ends, deputyOf } = given
  const where = ecosystem?.id ?? null
  if (await overlapping(ctx.db, { person: person.id, office, ecosystem: where, starts, ends })) {
    throw wrong('starts', (t) => t.alreadyHolds(person.name))
  }
  const id = newId(ctx.now.getTime())
  await insertHolding(ctx.db, {
    id,
    person_id: person.id,
    office,
    ecosystem_id: where,
    starts_on: starts,
    ends_on: ends,
    deputy_of: deputyOf?.id ?? null,
    granted_by: ctx.actor.kind === 'person' ? ctx.actor.id : null,
    granted_at: ctx.now,
  })
  const after = await holdingById(ctx.db, id)
  ctx.changed({ kind: 'office', id, before: null, after: told(after!) })
  return { id }
}

/** An office as the audit tells it. */
const told = ({ person, name, office, ecosystem, starts, ends, ended, deputyOf }: Holding) => ({
  person,
  name,
  office,
  ecosystem: ecosystem?.key ?? null,
  starts,
  ends,
  ended,
  deputyOf,
})

async function holdingNow(ctx: Context<Tx>, id: string): Promise<Holding> {
  const found = await holdingById(ctx.db, id)
  if (!found) throw new Refusal('missing', 'offices.missing', [{ text: say((t) => t.noHolding) }])
  if (stateOf(found, dayIn(ctx.now)) === 'past') {
    throw new Refusal('conflict', 'offices.past', [{ text: say((t) => t.isPast) }])
  }
  return found
}

const ofHolding = givers<{ id: string }>(
  async (ctx, { id }) => {
    const found = await holdingById(ctx.db, id)
    return found && (found.ecosystem?.id ?? null)
  },
  async (ctx, { id }) => (await holdingById(ctx.db, id))?.office,
)

export const getHolding = query({
  name: 'offices.get',
  summary: {
    fi: 'Yksi henkilön nykyinen, päättynyt tai tuleva tehtävä',
    sv: 'Ett nuvarande, avslutat eller kommande uppdrag',
    en: 'One office that a person holds, held or will hold',
  },
  input: z.object({ id: z.uuid() }),
  output: z.object({
    id: z.uuid(),
    person: z.uuid(),
    name: z.string(),
    office: z.enum(offices),
    ecosystem: z.object({ key: z.string(), name: z.record(z.string(), z.string()) }).nullable(),
    starts: z.iso.date(),
    ends: z.iso.date().nullable(),
    state: z.enum(['coming', 'now', 'past']),
    deputyOf: z.string().nullable(),
    grantedBy: z.string().nullable(),
  }),
  allow: ofHolding,
  run: async (ctx, { id }) => {
    const found = await holdingById(ctx.db, id)
    if (!found || !isOffice(found.office)) {
      throw new Refusal('missing', 'offices.missing', [{ text: say((t) => t.noHolding) }])
    }
    const { ended, ecosystem, ...rest } = found
    return {
      ...rest,
      office: found.office,
      ecosystem: ecosystem && { key: ecosystem.key, name: ecosystem.name as Record<string, string> },
      state: stateOf(found, dayIn(ctx.now)),
    }
  },
})

export const endOffice = command({
  name: 'offices.end',
  inPerson: true,
  summary: {
    fi: 'Päätä tehtävä heti tai annetun päivän jälkeen; sijaisuudet päättyvät samalla',
    sv: 'Avsluta ett uppdrag genast eller efter en viss dag; ställföreträdarna avslutas samtidigt',
    en: 'End an office, at once or after a day; its deputies end with it',
  },
  input: z.object({
    id: z.uuid(),
    on: z.iso.date().optional().describe('The last day; without it the office ends at once.'),
  }),
  output: z.object({ id: z.uuid() }),
  allow: ofHolding,
  run: async (ctx, { id, on }) => {
    const before = await holdingNow(ctx, id)
    const today = dayIn(ctx.now)
    if (on !== undefined && on < today) throw wrong('on', (t) => t.endIsPast)
    if (on !== undefined && before.ends !== null && before.ends < on) throw wrong('on', (t) => t.endsEarlier)
    if (before.office === 'administrator' && before.deputyOf === null) {
      if (!(await anotherAdministrator(ctx.db, id, on ?? today)))
        throw wrong('on', (t) => t.lastAdministrator)
    }
    await endHolding(ctx.db, id, on ?? null, ctx.now)
    const after = await holdingById(ctx.db, id)
    ctx.changed({ kind: 'office', id, before: told(before), after: told(after!) })
    return { id }
  },
})

export const nameDeputy = command({
  name: 'offices.name-deputy',
  inPerson: true,
  summary: {
    fi: 'Nimeä sijainen, joka hoitaa samaa tehtävää määräajan',
    sv: 'Utse en ställföreträdare som har samma uppdrag för en viss tid',
    en: 'Name a deputy who holds the same office for a period',
  },
  input: z.object({
    id: z.uuid(),
    email: z.string().trim().min(1).max(200),
    starts: z.iso.date(),
    ends: z.iso.date(),
  }),
  output: z.object({ id: z.uuid() }),
  allow: ofHolding,
  run: async (ctx, input) => {
    const main = await holdingNow(ctx, input.id)
    if (main.deputyOf !== null) throw wrong('email', (t) => t.deputyOfDeputy)
    const person = await personByEmail(ctx.db, input.email)
    if (!person) throw wrong('email', (t) => t.nobodyHas(input.email))
    if (person.id === main.person) throw wrong('email', (t) => t.ownDeputy)
    const { starts, ends } = input
    if (ends < starts) throw wrong('ends', (t) => t.endsBeforeStart)
    if (ends < dayIn(ctx.now)) throw wrong('ends', (t) => t.endIsPast)
    if (starts < main.starts || (main.ends !== null && ends > main.ends)) {
      throw wrong('starts', (t) => t.outsideOffice)
    }
    return insert(ctx, { ...main, person, starts, ends, deputyOf: main })
  },
})
