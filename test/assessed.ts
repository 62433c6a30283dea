import type { Template } from '../src/engine/assessment/index.ts'
import type { Stage } from '../src/kernel/context.ts'
import { newId } from '../src/kernel/id.ts'
import type { SubjectKind } from '../src/kernel/subject.ts'
import { follow } from '../src/modules/assessments/taking-in.ts'
import { emptySettings } from '../src/modules/calls/settings.ts'
import type { TestDatabase } from './database.ts'
import { somebody, type TestPerson } from './people.ts'

/** One general criterion and two scored ones: the least that shows every rule. */
export const smallTemplate: Template = {
  format: 'talkoot-criteria/1',
  name: { fi: 'Pieni', sv: 'Liten', en: 'Small' },
  general: [{ key: 'objective', label: { fi: 'Tavoite', sv: 'Mål', en: 'Objective' } }],
  scored: [
    {
      key: 'need',
      group: 'content',
      label: { fi: 'Tarve', sv: 'Behov', en: 'Need' },
      guide: { fi: 'Kenen tarve ja mistä se tiedetään?', sv: 'Vems behov?', en: 'Whose need?' },
      scale: { least: 0, most: 5 },
      weight: '2',
    },
    {
      key: 'equal',
      group: 'horizontal',
      label: { fi: 'Tasa-arvo', sv: 'Jämställdhet', en: 'Equality' },
      scale: { least: 0, most: 3 },
      weight: '1',
    },
  ],
  thresholds: { total: '50' },
  reasonAlways: false,
  discussFrom: 2,
}

export const day = new Date('2026-11-21T06:00:00Z')

export type Assessed = {
  ecosystem: string
  call: { id: string; code: string }
  applications: string[]
  template: string
}

/** A call in assessment with so many sent applications, and nothing done about them yet. */
export async function callInAssessment(
  { db }: TestDatabase,
  options: {
    code?: string
    applications?: number
    each?: number
    template?: Template
    ecosystem?: string
    writer?: string
  } = {},
): Promise<Assessed> {
  const { code = 'koe-1', applications: count = 1, each = 2, template: definition = smallTemplate } = options
  const at = new Date(day.getTime() - 86_400_000)
  const ecosystem = options.ecosystem ?? newId(at.getTime())
  if (!options.ecosystem)
    await db
      .insertInto('ecosystem')
      .values({
        id: ecosystem,
        key: code,
        kind: 'theme-network',
        position: 1,
        featured: false,
        name: JSON.stringify({ fi: 'Koe', sv: 'Prov', en: 'Trial' }),
        unofficial: [],
        summary: '{}',
        description: '{}',
        regions: [],
        municipalities: [],
        share: 'public',
        created_at: at,
        updated_at: at,
        lexemes: '',
      })
      .execute()
  const template = newId(at.getTime())
  await db
    .insertInto('criteria_template')
    .values({ id: template, ecosystem_id: ecosystem, name: JSON.stringify(definition.name), created_at: at })
    .execute()
  await db
    .insertInto('criteria_template_version')
    .values({
      template_id: template,
      version: 1,
      definition: JSON.stringify(definition),
      state: 'settled',
      at,
    })
    .execute()
  const call = newId(at.getTime())
  const title = JSON.stringify({ fi: 'Koehaku', sv: 'Provutlysning', en: 'Trial call' })
  await db
    .insertInto('call')
    .values({
      id: call,
      ecosystem_id: ecosystem,
      code,
      state: 'in-assessment',
      exercise: false,
      settings: JSON.stringify({
        ...emptySettings,
        template: { id: template, version: 1 },
        assessorsEach: each,
        jointProjectYears: 3,
        title: { fi: 'Koehaku' },
      }),
      title,
      share: 'public',
      created_at: at,
      updated_at: at,
      lexemes: '',
    })
    .execute()
  const writer = options.writer ?? (await somebody({ db } as TestDatabase, `Hakija ${code}`)).id
  const applications: string[] = []
  for (let number = 1; number <= count; number++) {
    const id = newId(at.getTime())
    applications.push(id)
    await db
      .insertInto('application')
      .values({
        id,
        call_id: call,
        ecosystem_id: ecosystem,
        number,
        step: 'full',
        form_id: newId(at.getTime()),
        form_version: 1,
        state: 'submitted',
        title: `Hanke ${number}`,
        language: 'fi',
        person_id: writer,
        created_at: at,
        version: 1,
        submitted_at: at,
      })
      .execute()
    await sendVersion({ db }, id, writer, 1, at)
    await db
      .insertInto('application_partner')
      .values({
        application_id: id,
        position: 0,
        row_key: 'a',
        name: `Hakija Oy ${number}`,
        role: 'lead',
        cost: `${number * 1000}.50`,
        grant_asked: `${number * 600}.30`,
      })
      .execute()
  }
  return { ecosystem, call: { id: call, code }, applications, template }
}

export const sendVersion = (
  { db }: Pick<TestDatabase, 'db'>,
  application: string,
  writer: string,
  version: number,
  at: Date,
) =>
  db
    .insertInto('application_version')
    .values({
      id: newId(at.getTime()),
      application_id: application,
      version,
      answers: JSON.stringify({ need: 'Tarve' }),
      form_id: newId(at.getTime()),
      form_version: 1,
      files: '[]',
      hash: 'h',
      receipt: `${application}-${version}`,
      late: false,
      person_id: writer,
      by_whom: 'Hakija',
      at,
    })
    .execute()

/** What somebody says of themselves in an application, as the page of conflicts writes it. */
export const declares = (
  { db }: Pick<TestDatabase, 'db'>,
  person: Pick<TestPerson, 'id'>,
  application: string,
  says: 'none' | 'conflict' = 'none',
  at = day,
) =>
  db
    .insertInto('conflict_declaration')
    .values({
      id: newId(at.getTime()),
      person_id: person.id,
      by_id: person.id,
      application_id: application,
      says,
      point: says === 'conflict' ? 7 : null,
      words: says === 'conflict' ? 'Lähipiiri' : '',
      found: '[]',
      at,
    })
    .execute()

/** A stage on which assessments follow what is done, as they do in the house. */
export const assessingStage = ({ db }: TestDatabase, subjects: readonly SubjectKind[] = []): Stage =>
  ({
    database: db,
    actor: { kind: 'visitor' },
    way: 'page',
    now: day,
    language: 'fi',
    subjects: new Map(subjects.map((s) => [s.kind, s])),
    followers: [follow],
    jobs: { enqueue: async () => 'job', emit: async () => undefined },
  }) as unknown as Stage
