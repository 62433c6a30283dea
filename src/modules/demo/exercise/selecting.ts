import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { shippedData } from '../../../kernel/product.ts'
import { dayIn } from '../../../kernel/time.ts'
import { recordingJob } from '../../selections/index.ts'
import { knowsProject } from '../queries.ts'
import type { Play, Step } from './play.ts'

const said = z.object({ fi: z.string(), sv: z.string(), en: z.string() })
/** The candidates that a rule is about: of a value of the frame, of a city, or by the codes of their projects. */
const group = z.union([
  z.object({ value: z.string() }),
  z.object({ city: z.string() }),
  z.object({ projects: z.array(z.string()) }),
])
const ruled = { id: z.string(), name: said, of: group }
/** What is said and done in the meeting; people by who they are in the exercise, candidates by their projects. */
const course = z.object({
  statements: z.array(z.object({ said: z.looseObject({}), reason: z.string() })),
  own: z.array(z.object({ person: z.string(), said: z.looseObject({}), reason: z.string() })),
  recusal: z.object({ person: z.string(), project: z.string(), words: z.string() }),
  vote: z.object({
    question: z.string(),
    options: z.array(z.string()),
    ballots: z.record(z.string(), z.string()),
  }),
  force: z.object({ project: z.string(), way: z.enum(['in', 'out']), reason: z.string() }),
  note: z.object({ person: z.string(), project: z.string(), body: z.string() }),
  reasons: z.string().optional(),
})
const meeting = z.object({
  name: said,
  purpose: z.string(),
  note: said,
  scale: z.object({ low: z.string(), high: z.string() }),
  criteria: z.array(z.object({ id: z.string(), name: said, note: z.string() })),
  budgets: z.array(z.object({ id: z.string(), name: said, limit: z.string() })),
  agenda: z.array(z.string()),
  rules: z.array(
    z.discriminatedUnion('kind', [
      z.object({ ...ruled, kind: z.enum(['atLeast', 'atMost']), count: z.int() }),
      z.object({
        ...ruled,
        kind: z.enum(['moneyAtLeast', 'moneyAtMost']),
        money: z.string(),
        budget: z.string(),
      }),
      z.object({ ...ruled, kind: z.literal('excludes') }),
      z.object({ ...ruled, kind: z.literal('requires'), project: z.string() }),
    ]),
  ),
  synergies: z.array(
    z.object({
      id: z.string(),
      name: said,
      projects: z.array(z.string()),
      scores: z.record(z.string(), z.string()),
    }),
  ),
  candidates: z.array(
    z.object({
      project: z.string(),
      city: z.string(),
      values: z.array(z.string()),
      scores: z.record(z.string(), z.string()),
    }),
  ),
  course,
})
type Meeting = z.output<typeof meeting>

const readMeetings = async () =>
  z
    .object({ open: meeting, closed: meeting })
    .parse(JSON.parse(await readFile(path.join(shippedData, 'demo', 'selections.json'), 'utf8')))

const seats = [
  ['city-decider', 'chair'],
  ['second-city-decider', 'member'],
  ['third-city-decider', 'member'],
  ['member', 'member'],
  ['council-officer', 'expert'],
  ['coordinator', 'secretary'],
] as const

/** In whose board a member has told to be: a real organisation, an invented person. */
const tied = { person: 'third-city-decider', organisation: 'Laurea-ammattikorkeakoulu Oy' }

type Candidate = { id: string; code: string; source: string }
type Room = { candidates: Candidate[]; aside: string[]; recordHash: string | null }

const finder = (candidates: readonly Candidate[]) => (project: string) =>
  candidates.find((c) => c.source.includes(project))!

/** Says of every candidate that one has no conflict in it; what bars, bars all the same. */
const freeOf = (selection: string, candidates: readonly Candidate[]) => ({
  selection,
  denied: candidates.map((c) => c.id),
})

/** A rule as the meeting has it, with codes of candidates. */
function saidOf(rule: Meeting['rules'][number], projects: string[], codeOf: (project: string) => string) {
  switch (rule.kind) {
    case 'atLeast':
    case 'atMost':
      return { kind: rule.kind, projects, count: rule.count }
    case 'moneyAtLeast':
    case 'moneyAtMost':
      return { kind: rule.kind, projects, money: rule.money, budget: rule.budget }
    case 'excludes':
      return { kind: rule.kind, projects }
    case 'requires':
      return { kind: rule.kind, project: codeOf(rule.project), needs: projects }
  }
}

/** Prepares a meeting whose candidates are real projects, and sends it to its members. Answers its id. */
async function prepare(play: Play, wanted: Meeting, made: number, day: number, key: string): Promise<string> {
  const { at, does, kept } = play
  const { name, purpose, note, rules, synergies, candidates, course: _, ...rest } = wanted
  const settings = { ...rest, rules: [], synergies: [] }
  const { criteria, budgets, agenda, scale } = settings
  const { id } = await does<{ id: string }>('coordinator', at(made), 'selection.add', {
    ecosystem: kept.ecosystem,
    name,
    purpose,
    day: dayIn(at(day)),
    clock: '13:00',
    place: 'Kaupungintalo, neuvotteluhuone 3',
    exerciseNote: note,
    settings: { criteria, budgets, agenda, scale, rules: [], synergies: [] },
  })
  kept[`selection/${key}`] = id
  await does('coordinator', at(made, '09:30'), 'selection.take-in-projects', {
    selection: id,
    money: { eu: 'granted', public: 'otherPublic' },
    projects: candidates.map(({ project, values, city }) => ({ project, values, city })),
  })
  const { candidates: taken } = await does<Room>('coordinator', at(made, '09:40'), 'selection.get', {
    selection: id,
  })
  const find = finder(taken)
  await does('coordinator', at(made, '09:50'), 'selection.declare', freeOf(id, taken))
  await does('coordinator', at(made, '10:00'), 'selection.score', {
    selection: id,
    scores: candidates.flatMap(({ project, scores }) =>
      Object.entries(scores).map(([criterion, score]) => ({ candidate: find(project).id, criterion, score })),
    ),
  })
  const inGroup = (of: z.output<typeof group>): string[] =>
    candidates
      .filter((c) =>
        'value' in of
          ? c.values.includes(of.value)
          : 'city' in of
            ? c.city === of.city
            : of.projects.includes(c.project),
      )
      .map((c) => find(c.project).code)
  await does('coordinator', at(made, '11:00'), 'selection.edit', {
    selection: id,
    settings: {
      rules: rules.map((rule) => {
        const projects = inGroup(rule.of)
        return { id: rule.id, name: rule.name, said: saidOf(rule, projects, (p) => find(p).code) }
      }),
      synergies: synergies.map((s) => ({ ...s, projects: s.projects.map((p) => find(p).code) })),
    },
  })
  for (const [person, role] of seats)
    await does('coordinator', at(made, '12:00'), 'selection.seat', {
      selection: id,
      person: kept[`person/${person}`],
      role,
    })
  await does('coordinator', at(made + 1), 'selection.call', { selection: id })
  return id
}

/** The members who come; the council's officer is heard in writing. */
const present = [
  'city-decider',
  'second-city-decider',
  'third-city-decider',
  'member',
  'coordinator',
] as const

/** Held up to the choice: members declare and come, say what they weigh, vote, and force one candidate in. */
async function hold(
  play: Play,
  selection: string,
  { course: held }: Meeting,
  when: (minute: number) => Date,
): Promise<void> {
  const { does } = play
  const { candidates } = await does<Room>('coordinator', when(0), 'selection.get', { selection })
  const find = finder(candidates)
  const { recusal, vote, force, note } = held
  for (const person of present) {
    if (person === 'coordinator') continue
    const conflicts = person === recusal.person ? [find(recusal.project).id] : []
    const words = person === recusal.person ? recusal.words : ''
    await does(person, when(-90), 'selection.declare', { ...freeOf(selection, candidates), conflicts, words })
  }
  await does('coordinator', when(0), 'selection.open', { selection })
  for (const person of present) await does(person, when(1), 'selection.attend', { selection, what: 'came' })
  for (const { said: weights, reason } of held.statements)
    await does('city-decider', when(8), 'selection.say', {
      selection,
      whose: 'meeting',
      said: weights,
      reason,
    })
  for (const { person, said: weights, reason } of held.own)
    await does(person, when(11), 'selection.say', { selection, whose: 'own', said: weights, reason })
  await does(note.person, when(13), 'selection.note', {
    candidate: find(note.project).id,
    body: note.body,
  })
  const { id: asked } = await does<{ id: string }>('city-decider', when(15), 'selection.ask-vote', {
    selection,
    question: vote.question,
    options: vote.options.map((option) => ({ name: option })),
  })
  for (const [person, option] of Object.entries(vote.ballots))
    await does(person, when(16), 'selection.ballot', { vote: asked, option })
  await does('city-decider', when(17), 'selection.end-vote', { vote: asked })
  await does('city-decider', when(20), 'selection.force', {
    candidate: find(force.project).id,
    way: force.way,
    reason: force.reason,
  })
}

/** Chosen, closed and signed: its record can be verified. */
async function close(play: Play, selection: string, wanted: Meeting, day: number): Promise<void> {
  const { at, does, stage } = play
  type Solved = { result: { portfolios: { projects: string[]; central: number }[] } }
  const { result } = await does<Solved>('coordinator', at(day, '13:35'), 'selection.solve', { selection })
  const [best] = [...result.portfolios].sort((a, b) => b.central - a.central)
  const read = () => does<Room>('coordinator', at(day, '13:36'), 'selection.get', { selection })
  const { candidates } = await read()
  await does('coordinator', at(day, '13:40'), 'selection.choose', {
    selection,
    candidates: candidates.filter((c) => best!.projects.includes(c.code)).map((c) => c.id),
    reasons: wanted.course.reasons ?? '',
  })
  await does('coordinator', at(day, '13:45'), 'selection.close', { selection })
  // On a slow machine the record is left to the job; the exercise does not go on without it.
  const actor = { kind: 'system', name: recordingJob.name } as const
  await recordingJob.run({ ...stage, actor, now: at(day, '13:46') }, { selection }, async () => undefined)
  const { recordHash: hash } = await read()
  for (const person of ['city-decider', 'second-city-decider', 'member', 'coordinator'])
    await does(person, at(day, '14:00'), 'selection.sign', { selection, hash })
}

/** Two selection meetings over real projects of 2014–2020: one that goes on, and one that is over with its record. */
export const selectionSteps: readonly Step[] = [
  {
    name: 'selection: interest',
    run: async (play) => {
      if (!(await hasProjects(play))) return
      const { person, organisation } = tied
      await play.does(person, play.at(-165), 'interest.add', {
        organisation,
        role: 'board',
        starts: '1.1.2024',
      })
    },
  },
  {
    name: 'selection: closed',
    run: async (play) => {
      if (!(await hasProjects(play))) return
      const { closed } = await readMeetings()
      const selection = await prepare(play, closed, -40, -33, 'closed')
      await hold(
        play,
        selection,
        closed,
        (minute) => new Date(play.at(-33, '13:00').getTime() + minute * 60_000),
      )
      await close(play, selection, closed, -33)
    },
  },
  {
    name: 'selection: open',
    run: async (play) => {
      if (!(await hasProjects(play))) return
      const { open } = await readMeetings()
      const selection = await prepare(play, open, -9, 0, 'open')
      // It has gone on for 25 minutes when the exercise is first looked at.
      await hold(
        play,
        selection,
        open,
        (minute) => new Date(play.stage.now.getTime() + (minute - 25) * 60_000),
      )
    },
  },
]

/** Without the demo lists there is nothing to choose from. */
const hasProjects = ({ stage }: Play): Promise<boolean> => knowsProject(stage.database, 'S20420')
