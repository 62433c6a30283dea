import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exactDistances } from '../../../test/benchmark/exact-distances.ts'
import { plainQuestion } from '../../../test/benchmark/plain-gdp.ts'
import { type BenchmarkRoom, benchmarkRoom } from '../../../test/benchmark-room.ts'
import { visit, whatIsSent } from '../../../test/page-request.ts'
import { actingAs } from '../../../test/people.ts'
import { distancesFrom } from '../../engine/benchmark/distance.ts'
import { standardise } from '../../engine/benchmark/standardise.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { exploreBenchmark, getBenchmark, makeBenchmark, type ShownBenchmark } from './actions.ts'
import { askedInWords, wordsOf } from './asking.ts'
import { benchmarkRecord } from './files.ts'
import { benchmarkOverTime } from './over-time.ts'
import { pages } from './pages.tsx'
import { repeated } from './record.ts'
import { type Asked, questionOf } from './rules.ts'

let room: BenchmarkRoom
let stage: Stage
let gdp: string
let rd: string
let asked: Asked

beforeAll(async () => {
  room = await benchmarkRoom()
  ;({ stage, gdp, rd, asked } = room)
})
afterAll(() => room.close())

const product = (year: string) => ({ freq: 'A', unit: 'MIO_EUR', TIME_PERIOD: year })
const research = { Vuosi: '2024', Sektori: 'SSS', Tiedot: 'tk_menot' }
const share = {
  dataset: '',
  codes: research,
  weight: '1',
  derived: { is: 'ratio', dataset: '', codes: product('2021'), times: '100' } as const,
}
const questions = () => ({
  ...asked,
  variables: [
    { ...share, dataset: rd, derived: { ...share.derived, dataset: gdp } },
    {
      dataset: gdp,
      codes: product('2021'),
      weight: '1',
      derived: { is: 'change', since: '2011' } as const,
    },
    asked.variables[0]!,
  ],
})

const made = async (): Promise<string> => {
  const raw = questions()
  return (await actingAs(room.database, stage, room.coordinator)<{ id: string }>(makeBenchmark, raw)).id
}
const shown = (id: string): Promise<ShownBenchmark> => perform(getBenchmark, stage, { id })

describe('a derived variable', () => {
  it('is made exactly of two figures, which stand in the run with their versions', async () => {
    const { gathered, same } = await shown(await made())
    const own = gathered.units.find((u) => u.code === 'MK05')!
    // R&D 74 million of GDP 6,532.45 million, which was 5,159.21 in 2011.
    expect(own.values[0]).toBe('1.132806221249')
    expect(own.bases?.[0]).toEqual(['74', '6532.45'])
    expect(own.bases?.[1]).toEqual(['6532.45', '5159.21'])
    expect(Number(own.values[1])).toBeCloseTo((6532.45 / 5159.21 - 1) * 100, 9)
    expect(own.bases?.[2]).toBeNull()
    expect(gathered.variables[0]).toMatchObject({ dataset: rd, unit: '%', period: '2024 / 2021' })
    expect(gathered.variables[0]!.other).toMatchObject({ dataset: gdp, from: 'nuts3', period: '2021' })
    expect(gathered.variables[1]).toMatchObject({ period: '2011–2021', other: { period: '2011' } })
    expect(same).toBe(true)
    // Thirteen regions have no figure of R&D here: the ratio is missing too, never nought.
    expect(gathered.units.filter((u) => u.values[0] !== null)).toHaveLength(6)
  })

  it('is made again from its bases: one that does not follow from them is found out', async () => {
    const { record } = await perform(benchmarkRecord, stage, { id: await made() })
    expect(repeated(record).same).toBe(true)
    expect(repeated(record.replace('"1.132806221249"', '"1.132806221248"')).same).toBe(false)
  })

  it('is drawn over time where both series have the period', async () => {
    const id = await made()
    const over = await perform(benchmarkOverTime, stage, { id, variable: 2 })
    const at = over.periods.indexOf('2011')
    expect(over.series[0]!.values[at]!.value).toBe('0')
    expect((await perform(benchmarkOverTime, stage, { id, variable: 1 })).periods).toEqual([])
  })

  it('is added by the form of the page, and kept in the address', async () => {
    const words = wordsOf(asked)
    const to = async (form: Record<string, string>) =>
      askedInWords(
        new URL(
          await whatIsSent(
            await visit(pages, stage, `/benchmarks/new?${words}&${new URLSearchParams(form)}`),
          ),
          'http://localhost',
        ).searchParams,
      ).variables.at(-1)
    expect(await to({ derive: '2', how: 'ratio', by: '1', times: '100' })).toMatchObject({
      dataset: rd,
      derived: { is: 'ratio', dataset: gdp, times: '100' },
    })
    expect(await to({ derive: '0', how: 'change', since: '2010' })).toMatchObject({
      derived: { is: 'change', since: '2010' },
    })
    const questioned = questions()
    expect(askedInWords(wordsOf(questioned))).toEqual(questioned)
  })
})

it('measures the distances of an exact calculation over Eurostat’s file read apart, to 1e-12', async () => {
  const series = ['2021', '2011', '2005'].flatMap((year) =>
    ['EUR_HAB', 'MIO_EUR'].map((unit) => ({ unit, year })),
  )
  const whole = { target: 'FI1C2', nearest: 5, ownCountry: true, leastShare: 0 }
  const plain = plainQuestion(series, whole)
  const here = plain.units.filter((u) => ['FI', 'SE', 'MK'].includes(u.country ?? ''))
  const { gathered } = await perform(exploreBenchmark, stage, {
    ...asked,
    ...whole,
    level: 'nuts3',
    variables: series.map(({ unit, year }, i) => ({
      dataset: gdp,
      codes: { freq: 'A', unit, TIME_PERIOD: year },
      weight: ['0.5', '1', '2', '3', '5', '1'][i],
    })),
  })
  const question = questionOf(gathered)
  // Fractions take whole weights: twice as many of each weigh the same.
  const exact = exactDistances({
    ...plain,
    variables: plain.variables.map((v, i) => ({ ...v, weight: question.variables[i]!.weight * 2 })),
    units: here,
  })
  const standardised = standardise(question)
  const found = distancesFrom(
    standardised,
    standardised.spreads.map((s) => s.weight),
    whole,
  ).filter((d) => d.share > 0)
  expect(found.length).toBeGreaterThan(40)
  for (const { code, distance } of found)
    expect(Math.abs(distance - exact.get(code)!.distance)).toBeLessThan(1e-12)
})
