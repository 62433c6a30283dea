import type { Context } from '../../kernel/context.ts'
import type { Read } from '../../kernel/db.ts'
import { centsOf, decimalOf } from '../../kernel/money.ts'
import { callById } from '../calls/index.ts'
import { type Head, headsOfCall, numberOf, pathOf, sightsOf } from '../decisions/index.ts'
import { settledForm } from '../forms/index.ts'
import { codeOf, findProjects, projectList, projectPath, sightOf } from '../projects/index.ts'
import { ideasOf } from './idea-queries.ts'
import {
  answersAmong,
  choicesOf,
  type ProjectRow,
  placementsOf,
  projectsAmong,
  sourcesOf,
} from './queries.ts'
import type { Choice, Idea, Placement, Portfolio, Source, ToldEntry } from './record.ts'
import { homeOf, placedBy } from './rules.ts'

/** The most that one source brings in. */
export const mostOfSource = 500

type Asking = Pick<Context, 'db' | 'actor' | 'now'>
type Bare = Omit<ToldEntry, 'placed' | 'values'> & { own?: Parameters<typeof placedBy>[0] }

export type Gathered = {
  entries: ToldEntry[]
  sources: Source[]
  left: (Choice & { title: string })[]
  ideas: Idea[]
  placements: Placement[]
  otherCurrency: number
  keptOut: number
}

/** Everything that the portfolio takes in and that the reader may see, each thing once, with where people place it. */
export async function gather(asking: Asking, portfolio: Portfolio): Promise<Gathered> {
  const { db } = asking
  const sources = await sourcesOf(db, portfolio.id)
  const choices = await choicesOf(db, portfolio.id)
  const ideas = await ideasOf(db, portfolio.id)
  const placements = await placementsOf(db, portfolio.id)
  const out = new Set(choices.flatMap((c) => (c.stance === 'out' ? [c.thing] : [])))
  const found = new Map<string, Bare>()
  let keptOut = 0
  const counted: Source[] = []
  const wanted = new Set(choices.map((c) => c.thing))
  for (const source of sources) {
    if (source.kind === 'projects') {
      const ids = await projectsOf(asking, source)
      for (const id of ids) wanted.add(id)
      counted.push({ ...source, brings: ids.length })
      continue
    }
    const applied = await applicationsOf(asking, source)
    keptOut += applied.keptOut
    for (const id of applied.projects) wanted.add(id)
    for (const entry of applied.entries) if (!out.has(entry.id)) found.set(entry.id, entry)
    counted.push({ ...source, brings: applied.entries.length + applied.projects.length })
  }
  const rows = await projectsAmong(db, await sightOf(db, asking.actor), [...wanted])
  for (const row of rows) {
    if (out.has(row.id)) continue
    const choice = choices.find((c) => c.thing === row.id)
    found.set(row.id, { ...entryOfProject(row), ...(choice && { choice }) })
  }
  for (const idea of ideas) found.set(idea.id, entryOfIdea(idea))
  const titles = new Map(rows.map((row) => [row.id, row.title]))
  return {
    entries: [...found.values()].map(({ own, ...bare }) => {
      const placed = placedBy(
        own,
        placements.filter((p) => p.thing === bare.id),
      )
      return { ...bare, placed, values: placed.map((p) => p.value) }
    }),
    sources: counted,
    left: choices.flatMap((c) => {
      const title = titles.get(c.thing)
      return c.stance === 'out' && title ? [{ ...c, title }] : []
    }),
    ideas,
    placements,
    otherCurrency: rows.filter((row) => !out.has(row.id) && (row.currency ?? 'EUR') !== 'EUR').length,
    keptOut,
  }
}

/** The ids of the projects that the filters let through, for this reader. */
export async function projectsOf(
  { db, actor }: Pick<Asking, 'db' | 'actor'>,
  { filters }: Pick<Source, 'filters'>,
): Promise<string[]> {
  const asked = projectList.safeParse(filters ?? {})
  if (!asked.success) return []
  const { rows } = await findProjects(db, actor, { ...asked.data, limit: mostOfSource, offset: 0 })
  return rows.map((row) => row.id)
}

function entryOfProject(row: ProjectRow): Bare {
  const city = homeOf(row.city, row.lead)
  const euros = (row.currency ?? 'EUR') === 'EUR' ? row.granted : null
  return {
    id: row.id,
    code: codeOf(row.code) ?? '',
    title: row.title,
    path: projectPath(row),
    state: 'project',
    money: euros ?? '0.00',
    ...(row.starts && { starts: row.starts }),
    ...(row.ends && { ends: row.ends }),
    ...(row.lead && { lead: row.lead }),
    ...(city && { city }),
    ...(row.fund && { fund: row.fund }),
    ...(row.region && { region: row.region }),
    ...(row.kind && { actorKind: row.kind }),
  }
}

function entryOfIdea(idea: Idea): Bare {
  return {
    id: idea.id,
    code: '',
    title: idea.title,
    state: 'idea',
    money: idea.amount,
    sure: false,
    own: { values: idea.values, by: 'idea' },
    ...(idea.starts && { starts: idea.starts }),
    ...(idea.ends && { ends: idea.ends }),
    ...(idea.lead && { lead: idea.lead }),
    ...(idea.city && { city: idea.city }),
  }
}

/**
 * The applications of a call that this reader handles and has no conflict in. One that became a project stands there
 * as the project, for all who see that.
 */
async function applicationsOf(asking: Asking, source: Source) {
  const call = source.call ? await callById(asking.db, source.call) : undefined
  if (!call) return { entries: [], projects: [], keptOut: 0 }
  const all = await headsOfCall(asking.db, call.id)
  const funded = all.flatMap((h) => (h.project === null ? [] : [h.project]))
  const projects = await projectsAmong(asking.db, await sightOf(asking.db, asking.actor), [
    ...new Set(funded),
  ])
  const heads = all.filter((h) => h.project === null)
  const sights = await sightsOf(asking, heads)
  const whole = heads.filter((h) => sights(h) === 'whole')
  const chosen = await chosenBy(
    asking.db,
    whole.map((h) => h.application),
  )
  return {
    entries: whole.map((h) => entryOfApplication(h, chosen.get(h.application) ?? [])),
    projects: projects.map((p) => p.id),
    keptOut: heads.filter((h) => sights(h) === 'kept-out').length,
  }
}

function entryOfApplication(head: Head, values: readonly string[]): Bare {
  const lead = head.partners.find((p) => p.role === 'lead') ?? head.partners[0]
  const city = homeOf(null, lead?.name)
  const asked = head.partners.reduce((sum, p) => sum + (p.grant ? centsOf(p.grant) : 0n), 0n)
  return {
    id: head.application,
    code: numberOf(head),
    title: head.title,
    path: pathOf(head),
    state: 'application',
    money: decimalOf(asked),
    sure: false,
    own: { values, by: 'applicant' },
    ...(lead && { lead: lead.name }),
    ...(city && { city }),
    ...(lead?.kind && { actorKind: lead.kind }),
    ...(head.proposal?.starts && { starts: head.proposal.starts }),
    ...(head.proposal?.ends && { ends: head.proposal.ends }),
  }
}

/** The values of the frame that applicants chose: their answers to the questions whose choices are the frame's. */
async function chosenBy(db: Read, applications: readonly string[]): Promise<Map<string, string[]>> {
  const answered = await answersAmong(db, applications)
  const questions = new Map<string, { key: string; dimension: string }[]>()
  for (const { form, version } of answered) {
    const key = `${form} ${version}`
    if (questions.has(key)) continue
    const settled = await settledForm(db, form, version)
    const all = settled?.sections.flatMap((s) => s.questions) ?? []
    questions.set(
      key,
      all.flatMap((q) => {
        const dimension = q.kind === 'choice' && q.list ? dimensionOf[q.list] : undefined
        return dimension ? [{ key: q.key, dimension }] : []
      }),
    )
  }
  return new Map(
    answered.map(({ application, answers, form, version }) => [
      application,
      questions
        .get(`${form} ${version}`)!
        .flatMap(({ key, dimension }) =>
          [answers[key] ?? []].flat().flatMap((code) => (code ? [`${dimension}/${code}`] : [])),
        ),
    ]),
  )
}

const dimensionOf: Readonly<Record<string, string>> = { priorities: 'priority', emphases: 'emphasis' }
