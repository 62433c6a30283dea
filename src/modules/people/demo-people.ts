import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { systemOnly } from '../../kernel/rule.ts'
import type { Language } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import { firstPerson } from './actions.ts'
import { holdsOffice, joinOrganisation } from './invitation-queries.ts'
import { ecosystemByKey, insertHolding, insertPerson, personByName } from './queries.ts'
import type { Office } from './rules.ts'
import { client, entered, openSession } from './sessions.ts'

type Invented = { name: string; office?: Office; language?: Language; ecosystem?: string }

/** Invented people: one for each office, those who share its work, and applicants. Each name says that it is invented. */
const people = {
  administrator: { name: 'Yrjö Ylläpitäjä (keksitty)', office: 'administrator' },
  coordinator: { name: 'Kaisa Koordinaattori (keksitty)', office: 'coordinator' },
  preparer: { name: 'Vilma Valmistelija (keksitty)', office: 'preparer' },
  assessor: { name: 'Arvi Arvioija (keksitty)', office: 'assessor' },
  'second-assessor': { name: 'Aila Arvioija (keksitty)', office: 'assessor' },
  'deputy-assessor': { name: 'Sanna Sijainen (keksitty)', office: 'assessor' },
  'city-decider': { name: 'Päivi Päättäjä (keksitty)', office: 'city-decider' },
  'second-city-decider': { name: 'Paavo Päättäjä (keksitty)', office: 'city-decider' },
  'third-city-decider': { name: 'Pirjo Päättäjä (keksitty)', office: 'city-decider' },
  'council-officer': { name: 'Leo Liittolainen (keksitty)', office: 'council-officer' },
  'network-coordinator': { name: 'Kerttu Kokoaja (keksitty)', office: 'coordinator', ecosystem: 'sixnet' },
  'project-manager': { name: 'Pia Projektipäällikkö (keksitty)', office: 'project-manager' },
  member: { name: 'Jalmari Jäsen (keksitty)', office: 'member' },
  viewer: { name: 'Liisa Lukija (keksitty)', office: 'viewer' },
  lead: { name: 'Hanna Hakija (keksitty)' },
  partner: { name: 'Bengt Byggare (keksitty)', language: 'sv' },
  submitter: { name: 'Lauri Lähettäjä (keksitty)' },
} as const satisfies Record<string, Invented>

export type DemoPerson = keyof typeof people
export const demoPeople = Object.keys(people) as readonly DemoPerson[] as [DemoPerson, ...DemoPerson[]]

/** Groups of the invented people by the side they are on, as pages offer them. */
export const demoSides: Readonly<
  Record<'apply' | 'prepare' | 'assess' | 'decide' | 'other', readonly DemoPerson[]>
> = {
  apply: ['lead', 'partner', 'submitter'],
  prepare: ['coordinator', 'preparer', 'network-coordinator'],
  assess: ['assessor', 'second-assessor', 'deputy-assessor'],
  decide: ['city-decider', 'second-city-decider', 'third-city-decider', 'council-officer'],
  other: ['project-manager', 'member', 'viewer', 'administrator'],
}

export const isDemoPerson = (word: unknown): word is DemoPerson =>
  (demoPeople as readonly unknown[]).includes(word)

export const nameOfDemoPerson = (person: DemoPerson): string => people[person].name

const place = 'hev' // the ecosystem of the invented people, but for those who have their own

/** Days for which they have held their offices when the demo begins: the exercise goes back so far. */
export const demoPast = 400

/** The person with this name, made where they are not there yet, and in the office since a day. */
async function invented(
  ctx: Context<Tx>,
  { name, office, language = 'fi', ecosystem = place }: Invented,
  since: string,
): Promise<string> {
  const known = await personByName(ctx.db, name)
  const id = known?.id ?? newId(ctx.now.getTime())
  if (!known) await insertPerson(ctx.db, { id, name, language, created_at: ctx.now })
  if (!office) return id
  const where = office === 'administrator' ? null : ((await ecosystemByKey(ctx.db, ecosystem))?.id ?? null)
  if (!(await holdsOffice(ctx.db, id, office, where, ctx.now)))
    await insertHolding(ctx.db, {
      id: newId(ctx.now.getTime()),
      person_id: id,
      office,
      ecosystem_id: where,
      starts_on: since,
      granted_at: ctx.now,
    })
  return id
}

/**
 * Signs a visitor of the demo in: as its first person, who may do everything, as the first invented holder of an
 * office, or as any of the invented people. The shell offers it only for demo data on a loopback address.
 */
export const signInToDemo = command({
  name: 'people.sign-in-to-demo',
  summary: {
    fi: 'Kirjaudu esittelyyn sen ensimmäisenä henkilönä tai keksittynä henkilönä',
    sv: 'Logga in i demonstrationen som dess första person eller som en påhittad person',
    en: 'Sign in to the demo, as its first person or as somebody invented',
  },
  input: z.object({
    person: z.enum(demoPeople).optional(),
    client: client.optional(),
  }),
  output: entered,
  allow: systemOnly,
  run: async (ctx, { person, client }) => {
    const id = person
      ? await invented(ctx, people[person], dayIn(new Date(ctx.now.getTime() - demoPast * 86_400_000)))
      : await firstPerson(ctx)
    return openSession(ctx, id, 'demo', client)
  },
})

/** Makes invented people with what they are for: those named here, and others by a name that says it is invented. */
export const inventPeople = command({
  name: 'people.invent',
  summary: {
    fi: 'Tee esittelyn keksityt henkilöt tehtävineen ja organisaatioineen',
    sv: 'Skapa demonstrationens påhittade personer med uppdrag och organisationer',
    en: 'Make the invented people of the demo, with their offices and organisations',
  },
  input: z.object({
    since: z.iso.date(),
    people: z.array(
      z.object({
        person: z.union([z.enum(demoPeople), z.string().endsWith('(keksitty)')]),
        organisation: z.uuid().optional(),
      }),
    ),
  }),
  output: z.object({ ids: z.array(z.uuid()) }),
  allow: systemOnly,
  run: async (ctx, { since, people: wanted }) => {
    const ids: string[] = []
    for (const { person, organisation } of wanted) {
      const known = (people as Readonly<Record<string, Invented>>)[person]
      const id = await invented(ctx, known ?? { name: person }, since)
      if (organisation) await joinOrganisation(ctx.db, id, organisation, ctx.now)
      ids.push(id)
    }
    return { ids }
  },
})
