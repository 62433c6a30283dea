import { type Dataset, periodsOf } from '../../engine/statistics/index.ts'
import { isLanguage } from '../../kernel/text.ts'
import { eurostatOutline, eurostatRequest } from './addresses.ts'
import { type Answered, type Asking, ask, type Failed, jsonOf, stored } from './asking.ts'
import { pacing } from './pacing.ts'
import {
  inLanguage,
  languageOf,
  newestAsked,
  type PxTable,
  pxQuery,
  pxTableOf,
  sliceNow,
  withNames,
} from './pxweb.ts'
import { cellLimitOf, cellsOf, configAddress, joined, partsOf, usualCells } from './pxweb-parts.ts'
import { readStatistics } from './reading.ts'
import type { Origin, Provenance, Slice } from './rules.ts'

/** A dataset as its source gives it now. */
export type Fetched = {
  dataset: Dataset
  provenance: Provenance
  /** The slice as it was asked, with the periods that have come since. */
  slice: Slice | null
  /** Categories that the slice named and the source has no more. */
  gone: string[]
  /** The source names a period of which it gives no figures yet. */
  newestMissing: string | null
  milliseconds: number
}

export type Wanted = { origin: Origin; address: string; slice: Slice | null; table: string | null }

/** Asks a source for a dataset: for PxWeb first what the table is now, so that a changed code list is noticed. */
export const fetchDataset = (asking: Asking, wanted: Wanted): Promise<Fetched | Failed> =>
  wanted.origin === 'pxweb' ? fromPxWeb(asking, wanted) : fromEurostat(asking, wanted)

/** What a PxWeb table is now. */
export async function pxOutline(asking: Asking, address: string): Promise<PxTable | Failed> {
  const answer = await ask(address, asking)
  if ('trouble' in answer) return answer
  const data = jsonOf(answer)
  if (data === undefined) return { trouble: 'cut' }
  return pxTableOf(data) ?? { trouble: 'unreadable' }
}

async function fromPxWeb(unpaced: Asking, { address, slice, table }: Wanted): Promise<Fetched | Failed> {
  const asking = { ...unpaced, pace: pacing() }
  const outline = await pxOutline(asking, address)
  if ('trouble' in outline) return outline
  const { slice: now, gone, lost } = sliceNow(slice ?? { query: [] }, outline)
  if (lost.length > 0) return { trouble: 'reclassified' }
  const query = pxQuery(now)
  const answer = await answered(asking, address, now.query)
  if ('trouble' in answer) return answer
  const read = await readAnswer(asking, answer, `${table ?? 'table'}.json`)
  if ('trouble' in read) return read
  const named = await namesInOthers(asking, address, read.dataset)
  const newest = newestAsked(now)
  const has = periodsOf(named.dimensions)
  return {
    dataset: named,
    provenance: { address, query, file: read.file },
    slice: now,
    gone,
    newestMissing: newest !== undefined && !has.includes(newest) ? newest : null,
    milliseconds: answer.milliseconds,
  }
}

/** Smaller slices are asked for at once, without asking first how much the service gives. */
const surelyFits = 10_000
const mostParts = 60

/** The figures of a slice: in one answer, or in as many as the service's limit needs, put together. */
async function answered(asking: Asking, address: string, query: Slice['query']): Promise<Answered | Failed> {
  const limit = cellsOf(query) > surelyFits ? await cellLimit(asking, address) : surelyFits
  if (cellsOf(query) <= limit) return ask(address, asking, pxQuery({ query }))
  const cut = partsOf(query, limit)
  if (!cut || cut.parts.length > mostParts) return { trouble: 'too-large' }
  const answers: Answered[] = []
  for (const part of cut.parts) {
    const answer = await ask(address, asking, pxQuery({ query: part }))
    if ('trouble' in answer) return answer
    answers.push(answer)
  }
  const read = answers.map((answer) => readJson(answer))
  if (read.includes(undefined)) return { trouble: 'cut' }
  return {
    body: Buffer.from(JSON.stringify(joined(read as Parameters<typeof joined>[0], cut.along))),
    milliseconds: answers.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
  }
}

/** An answer that has the parts of JSON-stat by which answers are put together. */
function readJson(answer: Answered): object | undefined {
  const found = jsonOf(answer) as
    | { id?: unknown; size?: unknown; dimension?: unknown; value?: unknown }
    | undefined
  return Array.isArray(found?.id) && Array.isArray(found.size) && found.dimension && found.value
    ? found
    : undefined
}

async function cellLimit(asking: Asking, address: string): Promise<number> {
  const answer = await ask(configAddress(address), asking)
  const config = 'trouble' in answer ? undefined : jsonOf(answer)
  asking.pace?.learn(config)
  return cellLimitOf(config) ?? usualCells
}

/** Names in the other languages in which the source has the table; one that it does not have is left out. */
async function namesInOthers(asking: Asking, address: string, dataset: Dataset): Promise<Dataset> {
  let { dimensions } = dataset
  for (const language of ['fi', 'sv', 'en'] as const) {
    if (language === languageOf(address) || !isLanguage(languageOf(address))) continue
    const answer = await ask(inLanguage(address, language), asking)
    const table = 'trouble' in answer ? undefined : pxTableOf(jsonOf(answer))
    if (table) dimensions = withNames(dimensions, table, language)
  }
  return { ...dataset, dimensions }
}

async function fromEurostat(asking: Asking, { address, slice, table }: Wanted): Promise<Fetched | Failed> {
  const asked = eurostatRequest(address, slice)
  const answer = await ask(asked, asking)
  if ('trouble' in answer) return answer
  const format = /format=(tsv|sdmx-csv)/i.exec(asked)?.[1]?.toLowerCase() === 'tsv' ? 'tsv' : 'csv'
  const read = await readAnswer(asking, answer, `${table ?? 'table'}.${format}`)
  if ('trouble' in read) return read
  return {
    dataset: read.dataset,
    provenance: { address: asked, file: read.file },
    slice,
    gone: goneIn(read.dataset, slice),
    newestMissing: null,
    milliseconds: answer.milliseconds,
  }
}

/** Categories that were asked for and are not in the answer; of time, that newer ones come is no loss. */
const goneIn = ({ dimensions }: Dataset, slice: Slice | null): string[] =>
  (slice?.query ?? []).flatMap(({ code, values }) => {
    const there = new Set(dimensions.find(({ id }) => id === code)?.categories.map((c) => c.code))
    return code === slice?.follows ? [] : values.filter((v) => !there.has(v)).map((v) => `${code}: ${v}`)
  })

/** The outline of a table of Eurostat: its dimensions with all categories. */
export async function eurostatTable(
  asking: Asking,
  address: string,
  table: string,
): Promise<Dataset | Failed> {
  const answer = await ask(eurostatOutline(address), asking)
  if ('trouble' in answer) return answer
  const read = await readAnswer(asking, answer, `${table}.json`)
  return 'trouble' in read ? read : read.dataset
}

async function readAnswer(
  { files }: Asking,
  answer: { body: Buffer },
  name: string,
): Promise<{ dataset: Dataset; file: { name: string; sha256: string } } | Failed> {
  const { hash } = await stored(files, { ...answer, milliseconds: 0 })
  const reading = await readStatistics({ path: files.pathOf(hash), name })
  if ('dataset' in reading) return { dataset: reading.dataset, file: { name, sha256: hash } }
  const [fault] = reading.faults
  const cut = fault?.what === 'cut-line' || fault?.what === 'values-differ'
  return { trouble: cut ? 'cut' : fault?.what === 'too-large' ? 'too-large' : 'unreadable' }
}
