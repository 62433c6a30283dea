import { afterAll, beforeAll } from 'vitest'
import type { Stage } from '../src/kernel/context.ts'
import { transaction } from '../src/kernel/db.ts'
import type { Language } from '../src/kernel/text.ts'
import { loadShippedEcosystems } from '../src/modules/ecosystems/index.ts'
import { actorOf } from '../src/modules/people/index.ts'
import { addPortfolio, addSource, choose } from '../src/modules/portfolio/keep-actions.ts'
import { drafts, pages } from '../src/modules/portfolio/pages.tsx'
import { getAction } from '../src/modules/portfolio/read-actions.ts'
import type { Told } from '../src/modules/portfolio/record.ts'
import { commitmentSubject, ideaSubject, portfolioSubject } from '../src/modules/portfolio/subjects.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { visit } from './page-request.ts'
import { actingAs, somebody, type TestPerson } from './people.ts'
import { loadSampleProjects } from './sample-projects.ts'

export const now = new Date('2026-11-21T06:00:00Z')
export let database: TestDatabase
export let stage: Stage
export let people: Record<'coordinator' | 'city' | 'member' | 'elsewhere', TestPerson>
export let portfolio: string
export const names = (fi: string) => ({ fi, sv: '', en: '' })

/** A portfolio of the sample's projects in one ecosystem, with people of four kinds. */
export function withPortfolio(): void {
  beforeAll(async () => {
    database = await freshDatabase()
    await loadSampleProjects(database.db)
    await transaction(database.db, (tx) => loadShippedEcosystems(tx, now))
    const keys = await database.db.selectFrom('ecosystem').select(['id', 'key']).execute()
    const [hev, other] = ['hev', 'vitali'].map((key) => keys.find((e) => e.key === key)!.id)
    people = {
      coordinator: await somebody(database, 'Kaisa Koordinaattori', [['coordinator', hev!]]),
      city: await somebody(database, 'Kirsi Kaupunki', [['city-decider', hev!]]),
      member: await somebody(database, 'Meri Jäsen', [['member', hev!]]),
      elsewhere: await somebody(database, 'Eero Etäinen', [['coordinator', other!]]),
    }
    stage = {
      database: database.db,
      actor: { kind: 'visitor' },
      way: 'page',
      now,
      language: 'fi',
      subjects: new Map([portfolioSubject, ideaSubject, commitmentSubject].map((s) => [s.kind, s])),
      drafts: new Map(drafts.map((d) => [d.kind, d])),
      turns: [],
      permissions: [],
      jobs: { enqueue: async () => 'x', emit: async () => undefined },
    } as unknown as Stage
    const made = await as('coordinator')<{ id: string }>(addPortfolio, {
      ecosystem: 'hev',
      name: names('Koesalkku'),
      share: 'agreement',
    })
    portfolio = made.id
    await as('coordinator')(addSource, { portfolio, filters: { period: '2007-2013' } })
    await as('coordinator')(choose, {
      portfolio,
      code: 'a10004',
      stance: 'in',
      reason: 'Vaikuttaa seudulla.',
    })
  })
  afterAll(() => database.drop())
}

export const as = (who: keyof typeof people) => actingAs(database, stage, people[who])
export const told = (who: keyof typeof people = 'coordinator') => as(who)<Told>(getAction, { portfolio })
export const idOf = async (code: string) => (await told()).entries.find((e) => e.code === code)!.id
export const valuesOf = async (code: string) => (await told()).entries.find((e) => e.code === code)!.values
export const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (e: { reason?: string; complaints?: { field?: string }[] }) => [
      e.reason,
      ...(e.complaints ?? []).map((c) => c.field),
    ],
  )
export const page = async (
  path: string,
  who: keyof typeof people = 'coordinator',
  language: Language = 'fi',
) => {
  const actor = await actorOf(database.db, people[who].session, now)
  return visit(pages, { ...stage, actor, language }, `/portfolios/${portfolio}${path}`)
}
