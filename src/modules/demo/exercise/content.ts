import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { shippedData } from '../../../kernel/product.ts'
import type { Day } from '../../../kernel/time.ts'

const said = z.object({ fi: z.string(), sv: z.string(), en: z.string() })
const decimal = z.string().regex(/^\d+\.\d\d$/)

const exercise = z.object({
  ecosystem: z.string(),
  organisations: z.array(
    z.object({
      key: z.string(),
      name: z.object({ fi: z.string().endsWith('(keksitty)'), sv: z.string() }),
      kind: z.string(),
      businessId: z.string(),
    }),
  ),
  projects: z.array(
    z.object({
      key: z.string(),
      priority: z.string(),
      emphasis: z.string(),
      objective: z.string(),
      title: said,
      summary: z.object({ fi: z.string() }),
      need: z.object({ fi: z.string() }),
      result: z.object({ fi: z.string() }),
      starts: z.iso.date(),
      months: z.int(),
      applications: z.array(z.object({ organisation: z.string(), salaries: decimal })),
    }),
  ),
})

const small = z.object({
  organisation: z.string(),
  priority: z.string(),
  emphasis: z.string(),
  salaries: decimal,
  title: z.string(),
  summary: z.string(),
  need: z.string(),
  result: z.string(),
})

const letter = z.object({ subject: said, body: said })

const words = z.object({
  calls: z.record(z.enum(['decided', 'assessed', 'open']), z.object({ title: said })),
  texts: z.object({ lead: said, body: said, applicants: said, unit: said, timetable: z.array(said) }),
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  grounds: z.record(z.string(), z.string()),
  assessed: z.array(small),
  open: z.array(small),
  refused: z.array(small),
  /** What the invented people judge of the decided projects, by their keys. */
  judgements: z.array(
    z.object({
      person: z.string(),
      first: z.string(),
      second: z.string(),
      judgement: z.string(),
      reason: z.string().startsWith('Harjoitus: '),
    }),
  ),
  /** What they accept as what those projects are about: numbers of YSO. */
  subjects: z.array(z.object({ project: z.string(), concepts: z.array(z.string()) })),
  letters: z.object({ appeal: said, granted: letter, refused: letter, 'left-out': letter }),
})

export type Organisation = z.output<typeof exercise>['organisations'][number]
export type Project = z.output<typeof exercise>['projects'][number]
export type Words = z.output<typeof words>
export type CallKey = keyof Words['calls']

/** One application of the exercise: what one organisation asks for, alone or for a project of several. */
export type Wanted = {
  key: string
  call: CallKey
  organisation: Organisation
  /** Several applications of one project form it together. */
  project: string
  title: string
  summary: string
  need: string
  result: string
  priority: string
  emphasis: string
  objective: string
  starts: string
  months: number
  /** Euros as a decimal. */
  salaries: string
}

export type Content = {
  ecosystem: string
  organisations: readonly Organisation[]
  words: Words
  wanted: Readonly<Record<CallKey, readonly Wanted[]>>
}

/** The same day of a year in which the project has not begun before it is decided. */
function coming(starts: Day, day: Day): Day {
  const [year, rest] = [Number(starts.slice(0, 4)), starts.slice(4)]
  const [now, today] = [Number(day.slice(0, 4)), day.slice(4)]
  return `${Math.max(year, rest > today ? now : now + 1)}${rest}`
}

const file = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(path.join(shippedData, 'demo', name), 'utf8'))

/** What the exercise is made of, as it ships. Titles say that they are invented wherever they are read. */
export async function readContent(day: Day): Promise<Content> {
  const { ecosystem, organisations, projects } = exercise.parse(await file('exercise.json'))
  const told = words.parse(await file('exercise-words.json'))
  const organisation = (key: string) => organisations.find((o) => o.key === key)!
  const marked = (title: string) => `${title} (keksitty)`
  const decided = projects.flatMap(({ applications, title, summary, need, result, key, ...project }) =>
    applications.map(
      (a): Wanted => ({
        ...project,
        starts: coming(project.starts, day),
        key: `${key}/${a.organisation}`,
        call: 'decided',
        project: key,
        organisation: organisation(a.organisation),
        title: marked(title.fi),
        summary: summary.fi,
        need: need.fi,
        result: result.fi,
        salaries: a.salaries,
      }),
    ),
  )
  const alone =
    (call: CallKey) =>
    (one: z.output<typeof small>): Wanted => ({
      ...one,
      key: `${call}/${one.organisation}`,
      call,
      project: `${call}/${one.organisation}`,
      organisation: organisation(one.organisation),
      title: marked(one.title),
      objective: one.priority === '4' ? '1.3' : '1.1',
      starts: coming('2027-08-01', day),
      months: 18,
    })
  return {
    ecosystem,
    organisations,
    words: told,
    wanted: {
      decided,
      assessed: [...told.assessed, ...told.refused].map(alone('assessed')),
      open: told.open.map(alone('open')),
    },
  }
}
