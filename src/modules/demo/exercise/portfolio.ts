import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { shippedData } from '../../../kernel/product.ts'
import type { Play, Step } from './play.ts'

const names = z.object({ fi: z.string(), sv: z.string(), en: z.string() })
const codes = z.array(z.string())
const judged = z.object({ codes, values: z.array(z.string()), reason: z.string() })
const shipped = z.object({
  name: names,
  purpose: names,
  filters: z.record(z.string(), z.string()),
  chosen: z.object({ reason: z.string(), codes }),
  placements: z.array(judged),
  targets: z.array(z.object({ values: z.array(z.string()), measure: z.string(), amount: z.string() })),
  links: z.array(z.object({ from: z.string(), to: z.string(), kind: z.string(), reason: z.string() })),
  goals: z.array(
    z.object({
      owner: z.string(),
      name: z.string(),
      serves: z.array(z.tuple([z.string(), z.number()])),
      reason: z.string(),
    }),
  ),
  commitments: z.array(
    z.object({
      project: z.string(),
      organisation: z.string(),
      what: z.string(),
      payer: z.string(),
      owner: z.string(),
      evidence: z.string(),
      checks: z.array(z.tuple([z.number(), z.string(), z.string()])),
    }),
  ),
  ideas: z.array(
    z.object({
      title: z.string(),
      body: z.string(),
      lead: z.string(),
      city: z.string(),
      amount: z.string(),
      starts: z.string(),
      ends: z.string(),
      values: z.array(z.string()),
      comments: z.array(z.string()),
    }),
  ),
})

type Shipped = z.output<typeof shipped>
type Made = { id: string }

const readShipped = async (): Promise<Shipped> =>
  shipped.parse(JSON.parse(await readFile(path.join(shippedData, 'demo', 'portfolio.json'), 'utf8')))

/** Whether the lists of projects are there: without them there is nothing to place. */
async function areThere({ does, at }: Play, { chosen }: Shipped): Promise<boolean> {
  for (const q of chosen.codes) {
    const { total } = await does<{ total: number }>('coordinator', at(-40), 'projects.list', { q, limit: 1 })
    if (total === 0) return false
  }
  return true
}

/** What is done with the portfolio, where there is one. */
const withPortfolio =
  (work: (play: Play, told: Shipped, portfolio: string) => Promise<void>): Step['run'] =>
  async (play) => {
    const portfolio = play.kept.portfolio
    if (portfolio) await work(play, await readShipped(), portfolio)
  }

/** A portfolio of real projects on the frame of the agreement; every judgement in it says that it is an exercise. */
export const portfolioSteps: readonly Step[] = [
  {
    name: 'portfolio',
    run: async (play) => {
      const told = await readShipped()
      if (await areThere(play, told)) play.kept.portfolio = await founded(play, told)
    },
  },
  { name: 'portfolio-choices', run: withPortfolio(choose) },
  { name: 'portfolio-judged', run: withPortfolio(judge) },
  { name: 'portfolio-promises', run: withPortfolio(promise) },
  { name: 'portfolio-ideas', run: withPortfolio(propose) },
]

/** The one that a step stopped in the middle has left, or a new one. */
async function founded({ does, at }: Play, told: Shipped): Promise<string> {
  const { items } = await does<{ items: (Made & { exercise: boolean })[] }>(
    'coordinator',
    at(-40),
    'portfolio.list',
    {
      ecosystem: 'hev',
    },
  )
  const known = items.find((p) => p.exercise)
  if (known) return known.id
  const { id } = await does<Made>('coordinator', at(-40), 'portfolio.add', {
    ecosystem: 'hev',
    name: told.name,
    purpose: told.purpose,
    share: 'public',
    exercise: true,
  })
  return id
}

async function choose({ does, at }: Play, told: Shipped, portfolio: string): Promise<void> {
  await does('coordinator', at(-40, '09:10'), 'portfolio.add-source', { portfolio, filters: told.filters })
  const { codes: chosen, reason } = told.chosen
  for (const code of chosen)
    await does('coordinator', at(-40, '09:20'), 'portfolio.choose', { portfolio, code, stance: 'in', reason })
  for (const target of told.targets)
    await does('coordinator', at(-39), 'portfolio.set-target', { portfolio, ...target })
}

/** The id of each project in the portfolio by its code. */
async function idsIn({ does, at }: Play, portfolio: string): Promise<(code: string) => string> {
  const { entries } = await does<{ entries: { id: string; code: string }[] }>(
    'coordinator',
    at(-39),
    'portfolio.get',
    { portfolio },
  )
  const ids = new Map(entries.map((e) => [e.code, e.id]))
  return (code) => {
    const id = ids.get(code)
    if (!id) throw new Error(`the portfolio has no project ${code}`)
    return id
  }
}

async function judge(play: Play, told: Shipped, portfolio: string): Promise<void> {
  const { does, at } = play
  const idOf = await idsIn(play, portfolio)
  for (const { codes: placed, values, reason } of told.placements)
    await does('coordinator', at(-38), 'portfolio.place', {
      portfolio,
      things: placed.map(idOf),
      values,
      reason,
    })
  for (const link of told.links)
    await does('city-decider', at(-36), 'portfolio.link', {
      portfolio,
      ...link,
      from: idOf(link.from),
      to: idOf(link.to),
    })
  for (const { owner, name, serves, reason } of told.goals) {
    const { id: goal } = await does<Made>('coordinator', at(-35), 'portfolio.add-goal', {
      portfolio,
      owner,
      name,
    })
    for (const strength of [1, 2, 3]) {
      const things = serves.flatMap(([code, n]) => (n === strength ? [idOf(code)] : []))
      if (things.length > 0)
        await does('city-decider', at(-34), 'portfolio.serve', { portfolio, goal, things, strength, reason })
    }
  }
}

async function promise(play: Play, told: Shipped, portfolio: string): Promise<void> {
  const { does, at } = play
  const idOf = await idsIn(play, portfolio)
  for (const { checks, project, ...said } of told.commitments) {
    const { id: commitment } = await does<Made>('coordinator', at(-30), 'portfolio.add-commitment', {
      portfolio,
      project: idOf(project),
      ...said,
    })
    for (const [months, outcome, evidence] of checks)
      await does('council-officer', at(-29), 'portfolio.check-commitment', {
        portfolio,
        commitment,
        months,
        outcome,
        evidence,
      })
  }
}

async function propose({ does, at }: Play, told: Shipped, portfolio: string): Promise<void> {
  for (const { comments, ...idea } of told.ideas) {
    const { id } = await does<Made>('coordinator', at(-20), 'portfolio.add-idea', { portfolio, ...idea })
    for (const text of comments)
      await does('city-decider', at(-19), 'comment.add', { kind: 'idea', id, text, audience: 'public' })
  }
}
