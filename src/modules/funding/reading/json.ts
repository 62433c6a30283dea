import { z } from 'zod'
import type { Language } from '../../../kernel/text.ts'
import { entryOf, momentOf, ownField, ownFieldOf } from '../opportunity.ts'
import { opportunity } from '../standard.ts'
import { type FieldMap, fieldMap, mapRecord, type PortalRecord, recordsBy } from './field-map.ts'
import maps from './field-maps.json' with { type: 'json' }
import type { Proposal } from './proposal.ts'
import { columnsOf, proposalOfRow } from './rows.ts'

const fieldMaps = z.array(fieldMap).parse(maps)

export type Given = { source: string; language: Language }

/** What a JSON file tells of, by its shape: a portal we have a map of, CommonGrants, or our own export. */
export function proposalsOfJson(file: unknown, given: Given): Proposal[] | undefined {
  for (const map of fieldMaps) {
    const records = recordsBy(map, file)
    if (records) return records.map((record, i) => proposalOfRecord(map, record, i + 1, given))
  }
  const list = listIn(file)
  if (!list || list.length === 0) return undefined
  if (list.some(isOpportunity)) return list.map((item, i) => proposalOfOpportunity(item, i + 1, given))
  return rowsOf(list, given)
}

/** An array, the items of a list answer, the data of a single one, or one by itself. */
function listIn(file: unknown): unknown[] | undefined {
  if (Array.isArray(file)) return file
  if (file === null || typeof file !== 'object') return undefined
  const { items, data } = file as { items?: unknown; data?: unknown }
  if (Array.isArray(items)) return items
  if (Array.isArray(data)) return data
  return [data !== null && typeof data === 'object' ? data : file]
}

const isOpportunity = (item: unknown): boolean => {
  const status = item !== null && typeof item === 'object' ? (item as { status?: unknown }).status : null
  return status !== null && typeof status === 'object' && 'value' in status
}

function proposalOfRecord(map: FieldMap, record: PortalRecord, row: number, given: Given): Proposal {
  const source = given.source || map.source
  const mapped = mapRecord(map, record)
  if (typeof mapped === 'string') {
    const name = String(record[map.title] ?? '')
    return { row, name, source, externalId: String(record[map.id] ?? ''), wrong: [{ key: mapped }] }
  }
  const { externalId, body, more, modified } = mapped
  const entry = entryOf(body, more)
  return { row, name: body.title, source, externalId, entry, original: record, document: body, modified }
}

function proposalOfOpportunity(item: unknown, row: number, given: Given): Proposal {
  const told = z.object({ id: z.string().optional(), title: z.string().optional() }).safeParse(item).data
  const place = {
    row,
    name: told?.title ?? '',
    source: given.source || 'common-grants',
    externalId: told?.id ?? '',
  }
  const read = opportunity.safeParse(item)
  if (!read.success) {
    const wrong = read.error.issues
      .slice(0, 5)
      .map((issue) => ({ key: 'standard' as const, path: issue.path.join('.'), says: issue.message }))
    return { ...place, wrong }
  }
  const document = read.data
  if (document.title.trim() === '') return { ...place, wrong: [{ key: 'no-title' }] }
  const own = ownFieldOf(document)
  return {
    ...place,
    ...(own && { source: given.source || own.source, externalId: own.externalId, checkedOn: own.checkedOn }),
    entry: entryOf(document, { language: given.language }),
    original: item,
    document: own ? withoutOwn(document) : document,
    id: document.id,
    created: momentOf(document.createdAt),
    modified: momentOf(document.lastModifiedAt),
  }
}

/** Our own field is made anew from the values when the opportunity goes out. */
function withoutOwn(document: z.output<typeof opportunity>): z.output<typeof opportunity> {
  const { [ownField]: _, ...others } = document.customFields ?? {}
  const { customFields: __, ...rest } = document
  return Object.keys(others).length > 0 ? { ...rest, customFields: others } : rest
}

/** Objects whose keys are the headings of our own file. */
function rowsOf(list: readonly unknown[], given: Given): Proposal[] | undefined {
  const headings = [
    ...new Set(list.flatMap((item) => (item && typeof item === 'object' ? Object.keys(item) : []))),
  ]
  const columns = columnsOf(headings)
  if (!columns) return undefined
  return list.map((item, i): Proposal => {
    if (item === null || typeof item !== 'object' || Array.isArray(item))
      return { row: i + 1, name: '', source: given.source, externalId: '', wrong: [{ key: 'not-an-object' }] }
    const values = item as Record<string, unknown>
    return proposalOfRow(
      i + 1,
      columns,
      headings.map((h) => cellOf(values[h])),
      given,
    )
  })
}

const cellOf = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : Array.isArray(value)
      ? value.map(String).join('; ')
      : String(value)
