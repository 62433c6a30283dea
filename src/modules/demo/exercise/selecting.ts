import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { shippedData } from '../../../kernel/product.ts'
import { dayIn } from '../../../kernel/time.ts'
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
      z.object({ ...ruled, kind: z.literal('atLeast'), count: z.int() }),
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

type Room = { candidates: { id: string; code: string; source: string }[] }

/** Prepares a meeting whose candidates are real projects, and sends it to its members. Answers its id. */
async function prepare(play: Play, wanted: Meeting, made: number, day: number, key: string): Promise<string> {
  const { at, does, kept } = play
  const { name, purpose, note, rules, synergies, candidates, ...rest } = wanted
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
  const find = (project: string) => taken.find((c) => c.source.includes(project))!
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
        const of =
          rule.kind === 'atLeast'
            ? { kind: rule.kind, projects, count: rule.count }
            : rule.kind === 'excludes'
              ? { kind: rule.kind, projects }
              : { kind: rule.kind, project: find(rule.project).code, needs: projects }
        return { id: rule.id, name: rule.name, said: of }
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

const says = (selection: string, said: object, reason = '') => ({ selection, whose: 'meeting', said, reason })

/** Held, closed and signed: its record can be verified. */
async function hold(play: Play, selection: string, day: number): Promise<void> {
  const { at, does } = play
  await does('coordinator', at(day, '13:00'), 'selection.open', { selection })
  for (const person of ['city-decider', 'second-city-decider', 'member', 'coordinator'])
    await does(person, at(day, '13:01'), 'selection.attend', { selection, what: 'came' })
  const rank = { kind: 'rank', order: ['impact', 'continuation', 'city-goals'] }
  await does(
    'city-decider',
    at(day, '13:10'),
    'selection.say',
    says(selection, rank, 'Vaikuttavuus ratkaisee.'),
  )
  const own = { kind: 'atLeast', a: 'continuation', b: 'city-goals' }
  await does('member', at(day, '13:12'), 'selection.say', { ...says(selection, own), whose: 'own' })
  type Solved = { result: { portfolios: { projects: string[]; central: number }[] } }
  const { result } = await does<Solved>('coordinator', at(day, '13:15'), 'selection.solve', { selection })
  const [best] = [...result.portfolios].sort((a, b) => b.central - a.central)
  const { candidates } = await does<Room>('coordinator', at(day, '13:16'), 'selection.get', { selection })
  await does('coordinator', at(day, '13:40'), 'selection.choose', {
    selection,
    candidates: candidates.filter((c) => best!.projects.includes(c.code)).map((c) => c.id),
    reasons:
      'Salkku on hyvä kaikilla painoilla, jotka kokous salli. Mikään toinen salkku ei ole sitä parempi.',
  })
  const { hash } = await does<{ hash: string }>('coordinator', at(day, '13:45'), 'selection.close', {
    selection,
  })
  for (const person of ['city-decider', 'coordinator', 'member'])
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
      await hold(play, await prepare(play, closed, -40, -33, 'closed'), -33)
    },
  },
  {
    name: 'selection: open',
    run: async (play) => {
      if (!(await hasProjects(play))) return
      const { open } = await readMeetings()
      const selection = await prepare(play, open, -9, 0, 'open')
      const { does, stage } = play
      await does('coordinator', stage.now, 'selection.open', { selection })
      const rank = {
        kind: 'rank',
        order: ['impact', 'complement', 'continuation', 'city-goals', 'timing'],
      }
      await does(
        'city-decider',
        stage.now,
        'selection.say',
        says(selection, rank, 'Sovittu edellisessä kokouksessa.'),
      )
    },
  },
]

/** Without the demo lists there is nothing to choose from. */
const hasProjects = ({ stage }: Play): Promise<boolean> => knowsProject(stage.database, 'S20420')
