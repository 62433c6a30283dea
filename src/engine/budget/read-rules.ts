import type { AidRate } from './aid-rate.ts'
import type { DeMinimisRule } from './de-minimis.ts'
import { type Fault, fault, type Place, type Read } from './fault.ts'
import type { FinancingSource } from './financing.ts'
import { compareShare } from './percent.ts'
import {
  amount,
  code,
  count,
  day,
  listOf,
  noDuplicates,
  object,
  oneOf,
  percent,
  type Reader,
  text,
  texts,
  yesOrNo,
} from './reading.ts'

const named = { code, name: texts, source: text, verified: yesOrNo }

const financingSource: Reader<FinancingSource> = object({
  ...named,
  kind: oneOf('grant', 'public', 'private', 'own'),
})

const deMinimisRule = object({ ...named, ceiling: amount, years: count }, { validFrom: day, validTo: day })

/** A share of a cost: at most all of it. */
const share: Reader<string> = (value, place, faults) => {
  const before = faults.length
  const read = percent(value, place, faults)
  if (faults.length === before && compareShare(1n, 1n, read) < 0)
    faults.push(fault('not-a-percentage', place, { text: read }))
  return read
}
const aidRate = object({ percent: share }, { costModel: code, partnerKind: code })

const readList = <T>(item: Reader<T>, value: unknown, least = 0, coded = true): Read<T[]> => {
  const faults: Fault[] = []
  const read = listOf(item, least)(value, [], faults)
  if (coded) noDuplicates(read as { code: string }[], [] as Place, faults)
  return faults.length === 0 ? { ok: true, value: read } : { ok: false, faults }
}

/** Reads the sources of a financing plan from data, or tells everything that is wrong with them. */
export const readFinancingSources = (value: unknown): Read<FinancingSource[]> =>
  readList(financingSource, value, 1)

/** Reads ceilings of de minimis aid from data. */
export const readDeMinimisRules = (value: unknown): Read<DeMinimisRule[]> =>
  readList(deMinimisRule as Reader<DeMinimisRule>, value)

/** Reads a call's highest aid rates from data; none is above a hundred. */
export const readAidRates = (value: unknown): Read<AidRate[]> =>
  readList(aidRate as Reader<AidRate>, value, 1, false)
