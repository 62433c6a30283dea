import { sql } from 'kysely'
import { type Database, transaction } from '../src/kernel/db.ts'
import { newId } from '../src/kernel/id.ts'
import type { SharedRecord } from '../src/kernel/share.ts'
import { applyImport } from '../src/modules/projects/import-apply.ts'

export const sampleNow = new Date('2026-11-21T06:00:00Z')
/** The names of private persons among the samples: nothing that is public may hold them. */
export const privateNames = ['Virtanen', 'Korhonen']

const older = [
  {
    code: 'A10001',
    title: 'Digitaalisten palvelujen kehittäminen',
    fund: 'ERDF',
    priority: '2',
    period: '2007-2013',
    authority: 'Lapin liitto',
    status: 'running',
    start: '2010-01-01',
    end: '2012-12-31',
    lead: { name: 'Oulun yliopisto', ids: [{ scheme: 'fi-business-id', value: '0245895-5' }] },
    granted: '150000.00',
    realised: '75000.50',
    plannedPublic: '200000.00',
    currency: 'EUR',
  },
  {
    code: 'A10002',
    title: '=HYPERLINK("http://paha.example","Avaa")',
    fund: 'ERDF',
    status: 'ended',
    start: '2011-05-01',
    end: '2012-04-30',
    lead: { name: '@Kalevan Konepaja Oy' },
    granted: '40000.00',
    currency: 'EUR',
  },
  {
    code: 'S10003',
    title: 'Verhoilimon palvelujen kehittäminen',
    fund: 'ESF',
    status: 'ended',
    start: '2011-02-01',
    end: '2012-02-01',
    lead: { name: 'Tmi Matti Virtanen' },
    granted: '9000.00',
    realised: '9000.00',
    currency: 'EUR',
  },
  {
    code: 'A10004',
    title: 'Avoin data maakunnissa',
    fund: 'ERDF',
    status: 'ended',
    start: '2012-01-01',
    end: '2013-12-31',
    lead: { name: 'Lapin ammattikorkeakoulu Oy' },
    partners: [{ name: 'Oulun yliopisto' }, { name: 'Maija Korhonen' }],
    granted: '600000.00',
    realised: '500000.00',
    currency: 'EUR',
  },
  {
    code: 'K-1',
    title: 'Nordisk digital samverkan',
    fund: 'ERDF',
    start: '2012-01-01',
    lead: { name: 'Umeå universitet' },
    granted: '1000000.00',
    currency: 'SEK',
  },
]
const newer = [
  { code: 'A10001', title: 'Digitaalisten palvelujen kehittäminen', status: 'ended', end: '2013-06-30' },
]

/** A small world of projects, brought in as lists are: two lists, the newer of which changes one project. */
export async function loadSampleProjects(db: Database): Promise<void> {
  await applyList(db, 'older.csv', '2013-01-01', older)
  await applyList(db, 'newer.csv', '2016-01-01', newer)
}

/** A project whose title, code and parties bear a word of one's own, to be looked for. */
export const projectOf = (word: string, n: number) => ({
  code: `${word}${n}`,
  title: `Hanke ${word}`,
  fund: 'ERDF',
  period: '2007-2013',
  status: 'running',
  authority: 'Lapin liitto',
  start: '2010-05-01',
  lead: { name: `${word} Oy` },
  partners: [{ name: 'Oulun yliopisto' }, { name: `${word} kumppani Oy` }],
  granted: '1000.00',
  realised: '10.00',
  currency: 'EUR',
})

type Row = { code: string } & Record<string, unknown>

/** One list applied as it would be after its preview; the rows as statements say them. */
export async function applyList(
  db: Database,
  file: string,
  asOf: string,
  list: readonly Row[],
  shared: Pick<SharedRecord, 'share' | 'ecosystem'> = { share: 'public', ecosystem: null },
): Promise<string> {
  const id = newId(sampleNow.getTime())
  const headers = ['Koodi', 'Nimi', 'Toteuttaja', 'Kumppanit', 'Tila', 'Päättyy', 'Myönnetty']
  const rows = list.map((values, i) => ({ n: i + 2, key: values.code, values, cells: cellsOf(values) }))
  await transaction(db, async (tx) => {
    await sql`insert into import
      (id, file_name, file_hash, file_bytes, layout, list, as_of, state, counts, staged_rows, actor_name, created_at,
       share, ecosystem_id)
      values (${id}, ${file}, ${file}, 1, ${JSON.stringify({ headers })}::jsonb,
        ${JSON.stringify({ title: { fi: `Luettelo ${file}` }, registry: 'eura' })}::jsonb, ${asOf}, 'applying', '{}',
        ${rows.length}, 'Koordinaattori', ${sampleNow}, ${shared.share}, ${shared.ecosystem})`.execute(tx)
    await sql`insert into import_row (import_id, row_no, registry, project_key, values, cells, state)
      select ${id}, n, 'eura', key, values, array(select jsonb_array_elements_text(cells)), 'staged'
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (n bigint, key text, values jsonb, cells jsonb)`.execute(
      tx,
    )
    const hand = {
      ...shared,
      id,
      asOf,
      importedAt: sampleNow,
      source: file,
      country: 'FI',
      rows: rows.length,
    }
    await applyImport(tx, hand, sampleNow, () => Promise.resolve())
  })
  return id
}

/** The row as a list would have written it. */
function cellsOf(values: Row): string[] {
  const name = (party: unknown) => (party as { name?: string } | undefined)?.name ?? ''
  const partners = ((values.partners as unknown[] | undefined) ?? []).map(name).join('; ')
  const said = (field: string) => String(values[field] ?? '')
  return [
    values.code,
    said('title'),
    name(values.lead),
    partners,
    said('status'),
    said('end'),
    said('granted'),
  ]
}
