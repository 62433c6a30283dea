import { z } from 'zod'
import { type BenchmarkResult, benchmark } from '../../engine/benchmark/index.ts'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { listOf, paging } from '../../kernel/list.ts'
import { everyone } from '../../kernel/rule.ts'
import { by } from '../people/index.ts'
import { datasets, headOf } from '../statistics/index.ts'
import { askedInput } from './asking.ts'
import { anybody, timeIdOf } from './columns.ts'
import { gather } from './gather.ts'
import { keptUpTo } from './kept.ts'
import {
  benchmarkById,
  endBenchmark,
  insertBenchmark,
  insertRun,
  lockBenchmark,
  type NoteRow,
  newestRuns,
  notesOf,
  runsOf,
} from './queries.ts'
import { readRecord, recordOf, repeatedOnce } from './record.ts'
import { refuse, refuseQuestion, saidOf } from './refusals.ts'
import { type Asked, type Gathered, questionOf, type UsedVariable } from './rules.ts'

/** Who keeps benchmarks and says what was learnt from them. */
export const benchmarking = by('coordinator', 'preparer', 'council-officer')

const one = { id: z.uuid() }

/** A benchmark as it would come out now, without being kept. */
export type Explored = {
  gathered: Gathered
  /** By variable, the other periods of its dataset: a change can be counted since any of them. */
  periods: string[][]
} & ({ result: BenchmarkResult } | { fault: ReturnType<typeof saidOf> })

export const exploreBenchmark = query({
  name: 'benchmarks.explore',
  summary: {
    fi: 'Laske vertailu tallentamatta sitä',
    sv: 'Beräkna en jämförelse utan att spara den',
    en: 'Compute a benchmark without keeping it',
  },
  route: { method: 'POST', path: '/benchmarks/explore' },
  input: askedInput,
  output: z.custom<Explored>(),
  allow: everyone,
  run: async ({ db }, asked) => {
    const gathered = await gather(db, asked)
    const answer = answerTo(gathered)
    const periods = await Promise.all(gathered.variables.map((v) => periodsOf(db, v)))
    const told = { gathered, periods }
    return 'fault' in answer ? { ...told, fault: saidOf(answer.fault) } : { ...told, result: answer.result }
  },
})

const answers = keptUpTo<ReturnType<typeof benchmark>>(64)

/** The engine's answer, kept by its choices and the versions of its data: whoever asks the same again costs nothing. */
function answerTo(gathered: Gathered): ReturnType<typeof benchmark> {
  const { asked, variables } = gathered
  const key = JSON.stringify([asked, variables.map((v) => [v.version, v.other?.version])])
  return answers.get(key) ?? answers.set(key, benchmark(questionOf(gathered)))
}

const periodLists = keptUpTo<string[]>(64)

async function periodsOf(db: Read, { dataset, version }: UsedVariable): Promise<string[]> {
  const known = periodLists.get(version)
  if (known) return known
  const head = await headOf(db, anybody, { dataset, version })
  const time = timeIdOf(head)
  return periodLists.set(
    version,
    head.dimensions.find((d) => d.id === time)?.categories.map((c) => c.code) ?? [],
  )
}

/** Gathers the newest figures, computes and stores a run. */
async function run(ctx: Context<Tx>, id: string, number: number, asked: Asked) {
  const gathered = await gather(ctx.db, asked)
  const answer = answerTo(gathered)
  if ('fault' in answer) throw refuseQuestion(answer.fault)
  const { record, digest } = recordOf(gathered, answer.result)
  await insertRun(ctx.db, { benchmark: id, number, digest, record }, handOf(ctx))
  return digest
}

export const handOf = ({ actor, now }: Pick<Context, 'actor' | 'now'>) => ({
  person: actor.kind === 'person' ? actor.id : null,
  name: actor.kind === 'visitor' ? '' : actor.name,
  now,
})

export const makeBenchmark = command({
  name: 'benchmarks.make',
  summary: {
    fi: 'Tallenna vertailu ja sen ensimmäinen ajo',
    sv: 'Spara en jämförelse och dess första körning',
    en: 'Keep a benchmark and its first run',
  },
  route: { method: 'POST', path: '/benchmarks' },
  input: askedInput,
  output: z.object({ id: z.string(), digest: z.string() }),
  allow: benchmarking,
  run: async (ctx, asked) => {
    const id = newId(ctx.now.getTime())
    await insertBenchmark(ctx.db, id, asked, handOf(ctx))
    const digest = await run(ctx, id, 1, asked)
    ctx.changed({ kind: 'benchmark', id, before: null, after: { digest } })
    return { id, digest }
  },
})

export const repeatBenchmark = command({
  name: 'benchmarks.repeat',
  summary: {
    fi: 'Laske vertailu uudelleen uusimmilla tilastoilla',
    sv: 'Beräkna jämförelsen på nytt med den nyaste statistiken',
    en: 'Run a benchmark again with the newest statistics',
  },
  route: { method: 'POST', path: '/benchmarks/{id}/runs' },
  input: z.object(one),
  output: z.object({ number: z.number(), digest: z.string() }),
  allow: benchmarking,
  run: async (ctx, { id }) => {
    const known = await lockBenchmark(ctx.db, id)
    if (!known) throw refuse('missing')
    const [last] = await runsOf(ctx.db, id)
    const number = (last?.number ?? 0) + 1
    const digest = await run(ctx, id, number, known.asked)
    ctx.changed({
      kind: 'benchmark',
      id,
      before: { run: last?.number ?? null },
      after: { run: number, digest },
    })
    return { number, digest }
  },
})

export const removeBenchmark = command({
  name: 'benchmarks.remove',
  summary: {
    fi: 'Poista vertailu näkyvistä',
    sv: 'Ta bort en jämförelse',
    en: 'Take a benchmark out of sight',
  },
  route: { method: 'POST', path: '/benchmarks/{id}/remove' },
  input: z.object(one),
  output: z.object({}),
  allow: benchmarking,
  run: async (ctx, { id }) => {
    if (!(await lockBenchmark(ctx.db, id))) throw refuse('missing')
    await endBenchmark(ctx.db, id, ctx.now)
    ctx.changed({ kind: 'benchmark', id, before: { ended: false }, after: { ended: true } })
    return {}
  },
})

export type ListedBenchmark = {
  id: string
  at: Date
  number: number
  digest: string
  target: Gathered['units'][number]['name']
  level: Asked['level']
  variables: Gathered['variables'][number]['label'][]
  peers: Gathered['units'][number]['name'][]
}

export const listBenchmarks = query({
  name: 'benchmarks.list',
  summary: {
    fi: 'Tallennetut vertailut, uusin ensin',
    sv: 'Sparade jämförelser, de nyaste först',
    en: 'Benchmarks that are kept, newest first',
  },
  route: { method: 'GET', path: '/benchmarks' },
  input: z.object({ ...paging }),
  output: listOf(z.custom<ListedBenchmark>()),
  allow: everyone,
  run: async ({ db }, { limit, offset }) => {
    const { rows, total } = await newestRuns(db, limit, offset)
    const items = rows.map(({ benchmark_id: id, at, number, digest, record }) => {
      const { asked, units, variables, result } = readRecord(record)
      const names = new Map(units.map((u) => [u.code, u.name]))
      return {
        id,
        at,
        number,
        digest,
        target: names.get(asked.target) ?? {},
        level: asked.level,
        variables: variables.map((v) => v.label),
        peers: result.peers.map((p) => names.get(p.code) ?? {}),
      }
    })
    return { items, total }
  },
})

/** What has become of a variable's dataset since a run: nothing, a newer version, or it is gone. */
export type Since = {
  dataset: string
  newer: { number: number; updated: string | null } | null
  gone: boolean
}

export type ShownBenchmark = {
  id: string
  run: { number: number; at: Date; digest: string }
  runs: { number: number; at: Date; digest: string }[]
  gathered: Gathered
  result: BenchmarkResult
  /** Whether computing the stored run again gave the same record, byte for byte. */
  same: boolean
  since: Since[]
  notes: (Omit<NoteRow, 'person_id' | 'by_whom'> & { by: string | null; own: boolean })[]
}

async function sinceOf(db: Read, now: Date, { variables }: Gathered): Promise<Since[]> {
  const { items } = await datasets(db, anybody, now)
  const known = new Map(items.map((d) => [d.id, d.version]))
  const since = ({ dataset, version }: Pick<UsedVariable, 'dataset' | 'version'>): Since => {
    const latest = known.get(dataset)
    const newer = latest && latest.id !== version ? { number: latest.number, updated: latest.updated } : null
    return { dataset, newer, gone: !latest }
  }
  return variables.map((variable) => {
    const own = since(variable)
    const other = variable.other && since(variable.other)
    // Of a variable made of two, whichever has moved.
    return other && (other.gone || (!own.gone && !own.newer)) ? other : own
  })
}

export const getBenchmark = query({
  name: 'benchmarks.get',
  summary: {
    fi: 'Yksi vertailu: verrokit, etäisyydet, aineistojen versiot ja opit',
    sv: 'En jämförelse: jämförbara områden, avstånd, versioner och lärdomar',
    en: 'One benchmark: peers, distances, versions of the data and what was learnt',
  },
  route: { method: 'GET', path: '/benchmarks/{id}' },
  input: z.object({ ...one, run: z.coerce.number().int().min(1).max(1_000_000).optional() }),
  output: z.custom<ShownBenchmark>(),
  allow: everyone,
  run: async ({ db, actor, now }, { id, run: wanted }) => {
    if (!(await benchmarkById(db, id))) throw refuse('missing')
    const rows = await runsOf(db, id)
    const row = wanted === undefined ? rows[0] : rows.find((r) => r.number === wanted)
    if (!row) throw refuse('missing')
    const heads = rows.map(({ number, at, digest }) => ({ number, at, digest }))
    const { gathered, result, same } = repeatedOnce(row.record)
    const person = actor.kind === 'person' ? actor.id : null
    const notes = (await notesOf(db, id)).map(({ person_id, by_whom, ...note }) => ({
      ...note,
      // Who wrote it is for those who work with it.
      by: actor.kind === 'visitor' ? null : by_whom,
      own: person !== null && person_id === person,
    }))
    const { number, at, digest } = row
    return {
      id,
      run: { number, at, digest },
      runs: heads,
      gathered,
      result,
      same,
      since: await sinceOf(db, now, gathered),
      notes,
    }
  },
})
