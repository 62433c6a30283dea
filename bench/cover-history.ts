import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { knownParties, parties } from '../src/engine/matching/index.ts'
import { cell, readTable } from './matching-data.ts'

type Row = Record<string, string>

/** A project of the past with everybody who was in it; days since 1970-01-01. */
export type PastProject = {
  id: string
  title: string
  summary: string
  region: string
  start: number
  members: string[]
}

const dayOf = (date: string): number | undefined => {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(date.trim()) ?? []
  return year === undefined ? undefined : Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000
}

/** One spelling of a name: capitals, marks and legal forms tell nobody apart here. */
const nameKey = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/\b(a\/s|aps|i\/s|amba|k\/s|p\/s|smba|oy|ab|oyj|ry|ky)\b/g, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Danish ERDF projects of 2007-2013; its lead and its partners are the members. */
export function danishProjects(): PastProject[] {
  const rows = readTable('dk-structural-funds-2007-2013/erdf-2007-2013.csv.gz')
  const known = knownParties(
    rows.map((row) => cell(row, 'parter')),
    rows.map((row) => cell(row, 'navn')),
  )
  return rows
    .flatMap((row, i) => {
      const start = dayOf(cell(row, 'start_dato'))
      if (start === undefined) return []
      const partners = parties(cell(row, 'parter'), known).filter(({ kind }) => kind === 'organisation')
      const members = [cell(row, 'navn'), ...partners.map(({ text }) => text)].map(nameKey).filter(Boolean)
      return [
        {
          id: `dk${i}`,
          title: cell(row, 'projekttitel').replaceAll('\u00ad', ''),
          summary: cell(row, 'tas_projekt_besk').replaceAll('\u00ad', ''),
          region: cell(row, 'region'),
          start,
          members: [...new Set(members)],
        },
      ]
    })
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
}

/** Words that a title has to have before it tells one joint project from many of one kind ("Investointi"). */
const fewestWords = 4

/**
 * Finnish projects of two periods. Rows with one title and one first day, and several leads, are one joint project,
 * where the title stands on that day alone; every other row is a project of its lead.
 */
export function finnishProjects(): PastProject[] {
  const rows = ['fi-2007-2013.csv.gz', 'fi-2014-2020.csv.gz'].flatMap((file) => {
    const bytes = gunzipSync(readFileSync(path.join(import.meta.dirname, '../data/demo', file)))
    return (parse(bytes, { columns: true, bom: true }) as Row[]).flatMap((row) => {
      const start = dayOf(cell(row, 'Aloituspvm'))
      const title = cell(row, 'Projektin nimi') || cell(row, 'Hankkeen nimi')
      const lead = nameKey(cell(row, 'Toteuttajan nimi'))
      const region = nameKey(cell(row, 'Viranomainen')).split(' ')[0] ?? ''
      return start === undefined || !lead ? [] : [{ id: cell(row, 'Koodi'), title, start, lead, region }]
    })
  })
  const days = new Map<string, Set<number>>()
  for (const { title, start } of rows)
    days.set(nameKey(title), (days.get(nameKey(title)) ?? new Set()).add(start))
  const joint = new Map<string, PastProject>()
  for (const { id, title, start, lead, region } of rows) {
    const key = nameKey(title)
    const isOne = key.split(' ').length >= fewestWords && days.get(key)?.size === 1
    const known = joint.get(isOne ? key : id)
    if (known) known.members = [...new Set([...known.members, lead])]
    else joint.set(isOne ? key : id, { id, title, summary: '', region, start, members: [lead] })
  }
  return [...joint.values()].sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
}
