import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { conceptsCalled } from '../../../engine/likeness/index.ts'
import { shippedData } from '../../../kernel/product.ts'
import { organisationsNamed } from '../../organisations/index.ts'
import { subjectOntology } from '../../search/index.ts'
import type { Play, Step } from './play.ts'

const named = z
  .array(z.string())
  .describe('Spellings of a real organisation, the first that the registry has.')
const shipped = z.object({
  consortia: z.array(
    z.object({
      key: z.string(),
      ecosystem: z.string(),
      title: z.string(),
      aim: z.string(),
      callName: z.string(),
      callAddress: z.string().optional(),
      closesIn: z.number().describe('Days from the first start.'),
      programme: z.string(),
      budget: z.string(),
      least: z.number(),
      most: z.number(),
      mostEach: z.string(),
      lead: named,
      demands: z.array(
        z.looseObject({ name: z.string(), subjects: z.array(z.string()).optional().describe('Labels.') }),
      ),
      partners: z.array(z.object({ names: named })),
      judgements: z.array(z.object({ names: named, demand: z.string(), reason: z.string() })),
      pinned: z.array(z.object({ names: named, reason: z.string() })),
      wanted: z.object({ text: z.string(), partners: z.boolean() }),
      interests: z
        .array(z.object({ person: z.string(), names: named, words: z.string() }))
        .describe('What keepers of profiles say by themselves.'),
    }),
  ),
})
type Shipped = z.output<typeof shipped>['consortia'][number]
type Row = { id: string; name: string }

/** Who gathers: the invented coordinator of the network of industrial regions. */
const gatherer = 'network-coordinator'
const founded = -21 // days from the first start

/** Consortia of real actors, with invented demands and answers, each marked as an exercise. */
export const gatheringSteps: readonly Step[] = [
  {
    name: 'consortia',
    run: async (play) => {
      for (const one of await readShipped()) {
        const lead = await known(play, one.lead)
        // Where the lists are not there, neither are the actors.
        if (lead) await gather(play, one, lead)
      }
    },
  },
]

const readShipped = async () =>
  shipped.parse(JSON.parse(await readFile(path.join(shippedData, 'demo', 'consortia.json'), 'utf8')))
    .consortia

const system = { kind: 'system', name: 'exercise' } as const

/** The organisation that bears the first of the names that anybody bears. */
async function known({ stage }: Play, names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    const [found] = await organisationsNamed(stage.database, system, name)
    if (found) return found.id
  }
  return undefined
}

/** Finds what a step that was stopped in the middle has left, and goes on with what is not there yet. */
async function gather(play: Play, one: Shipped, lead: string): Promise<void> {
  const { at, kept } = play
  const does = <T = unknown>(days: number, action: string, input: object) =>
    play.does<T>(gatherer, at(founded + days), action, input)
  const consortium = await found(play, one, lead)
  kept[`consortium/${one.key}`] = consortium
  const now = () => does<{ demands: Row[]; partners: Row[] }>(9, 'consortium.get', { consortium })
  const before = await now()
  for (const { subjects, ...said } of one.demands)
    if (!before.demands.some(({ name }) => name === said.name)) {
      const numbers = subjects && { subjects: await numbersOf(subjects) }
      await does(1, 'consortium.set-demand', { consortium, said: { ...said, ...numbers } })
    }
  for (const { names } of one.partners) {
    const organisation = await known(play, names)
    if (organisation) await bringIn(play, consortium, organisation)
  }
  const { demands } = await now()
  for (const { names, demand, reason } of one.judgements) {
    const organisation = await known(play, names)
    const id = demands.find(({ name }) => name === demand)!.id
    if (organisation) await does(3, 'consortium.judge', { consortium, organisation, demand: id, reason })
  }
  for (const { names, reason } of one.pinned) {
    const organisation = await known(play, names)
    if (organisation)
      await does(3, 'consortium.choose', { consortium, organisation, choice: 'pinned', reason })
  }
  await does(4, 'consortium.set-wanted', { consortium, on: true, ...one.wanted })
  for (const { person, names, words } of one.interests) {
    const organisation = await known(play, names)
    if (organisation) await sayIt(play, person, { consortium, organisation, words })
  }
}

/** A keeper says that its organisation would join, where a step that was stopped has not said so yet. */
async function sayIt(
  { does, at }: Play,
  person: string,
  said: { consortium: string; organisation: string; words: string },
): Promise<void> {
  const { partners } = await does<{ partners: { organisation: string | null }[] }>(
    gatherer,
    at(founded + 6),
    'consortium.get',
    said,
  )
  if (!partners.some((p) => p.organisation === said.organisation))
    await does(person, at(-2, '10:00'), 'opening.say-interest', said)
}

async function found({ does, at }: Play, one: Shipped, lead: string): Promise<string> {
  const { items } = await does<{ items: { id: string; title: string }[] }>(
    gatherer,
    at(founded),
    'consortium.list',
    { ecosystem: one.ecosystem },
  )
  const there = items.find(({ title }) => title === one.title)
  if (there) return there.id
  const { ecosystem, title, aim, callName, callAddress, programme, budget, least, most, mostEach } = one
  const { id } = await does<{ id: string }>(gatherer, at(founded), 'consortium.add', {
    ...{ ecosystem, title, aim, callName, callAddress, programme, budget, least, most, mostEach },
    lead,
    exercise: true,
    language: 'fi',
    deadline: at(one.closesIn, '17:00').toISOString(),
    share: 'public',
  })
  return id
}

/** The numbers of subjects of the ontology by their labels. */
async function numbersOf(labels: readonly string[]): Promise<number[]> {
  const ontology = await subjectOntology()
  return labels.map((label) => {
    const concept = conceptsCalled(label, ontology, 12).find((c) => ontology.label(c, 'fi') === label)
    if (concept === undefined) throw new Error(`no subject is called ${label}`)
    return Number(ontology.id(concept))
  })
}

/** Proposes an organisation as a partner, once. */
async function bringIn(play: Play, consortium: string, organisation: string): Promise<void> {
  const { does, at } = play
  const { partners } = await does<{ partners: { organisation: string | null }[] }>(
    gatherer,
    at(founded + 2),
    'consortium.get',
    { consortium },
  )
  if (!partners.some((p) => p.organisation === organisation))
    await does(gatherer, at(founded + 2, '10:00'), 'consortium.propose', { consortium, organisation })
}
