import { readFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dataAtHand, dataFile } from '../../../test/data-at-hand.ts'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { visit, whatIsSent } from '../../../test/page-request.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { execute } from '../../kernel/db.ts'
import { createFiles } from '../../kernel/file.ts'
import { addFunding, editFunding, listFundingAction } from './actions.ts'
import { listOpportunities, readOpportunity } from './common-grants.ts'
import { importFunding, previewFunding } from './import-actions.ts'
import { ownField } from './opportunity.ts'
import { pages } from './pages.tsx'
import type { Opportunity } from './standard.ts'

let database: TestDatabase
let stage: Stage
beforeAll(async () => {
  database = await freshDatabase()
  stage = {
    database: database.db,
    actor: { kind: 'system', name: 'test' },
    way: 'command',
    now: new Date('2026-11-22T09:00:00Z'),
    language: 'fi',
    subjects: new Map(),
    files: createFiles(await mkdtemp(join(tmpdir(), 'talkoot-funding-'))),
    baseUrl: 'https://x.example',
    jobs: { enqueue: async () => 'x', emit: async () => undefined },
  } as unknown as Stage
})
afterAll(() => database.drop())
beforeEach(() => execute(database.db, 'truncate funding'))

async function fileOf(name: string, content: string | object, more: object = {}) {
  const bytes = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))
  const { hash } = await stage.files.put(Readable.from([bytes]), 1e9)
  return { name, hash, ...more }
}
const bringIn = async (name: string, content: string | object, more: object = {}) =>
  perform(importFunding, stage, await fileOf(name, content, more))

async function everyOpportunity(): Promise<Opportunity[]> {
  const found: Opportunity[] = []
  for (let page = 1; ; page++) {
    const { items, paginationInfo } = await perform(listOpportunities, stage, { page, pageSize: 100 })
    found.push(...items)
    if (page >= paginationInfo.totalPages) return found
  }
}

/** What the standard covers, without what the catalogue knows beyond it. */
function covered({ customFields, ...o }: Opportunity): unknown {
  const { [ownField]: _, ...others } = customFields ?? {}
  return Object.keys(others).length > 0 ? { ...o, customFields: others } : o
}

const opportunity: Opportunity = {
  id: '573525f2-8e15-4405-83fb-e6523511d893',
  title: 'STEM Education Grant Program',
  status: { value: 'custom', customValue: 'archived', description: 'Not shown' },
  description: 'A grant\nfor <b>schools</b>.',
  funding: {
    details: 'Two rounds',
    totalAmountAvailable: { amount: '1000000.00', currency: 'EUR' },
    minAwardAmount: { amount: '0010000.', currency: 'EUR' },
    maxAwardAmount: { amount: '50000', currency: 'USD' },
    minAwardCount: 5,
  },
  keyDates: {
    postDate: { name: 'Posted', eventType: 'dateRange', startDate: '2026-01-15', endDate: '2026-01-20' },
    closeDate: {
      name: 'Closing',
      eventType: 'singleDate',
      date: '2026-12-31',
      time: '17:00:00',
      description: 'x',
    },
    otherDates: { info: { name: 'Info', eventType: 'other', details: 'Every other Tuesday' } },
  },
  acceptedApplicantTypes: [
    { value: 'non_profit_with_501c3' },
    { value: 'custom', customValue: 'libraries', description: 'Public ones' },
  ],
  source: 'https://example.org/calls/1',
  customFields: { agency: { name: 'agency', fieldType: 'string', value: 'Education' } },
  createdAt: '2025-01-01T17:01:01',
  lastModifiedAt: '2025-01-02T17:30:00+02:00',
}

describe('a CommonGrants opportunity', () => {
  it('comes out as it came in: by itself, in an array, in an answer', async () => {
    for (const file of [opportunity, [opportunity], { items: [opportunity] }, { data: opportunity }]) {
      await execute(database.db, 'truncate funding')
      expect((await bringIn('one.json', file)).counts).toEqual({ new: 1, changed: 0, same: 0, wrong: 0 })
      const { data } = await perform(readOpportunity, stage, { oppId: opportunity.id })
      expect(covered(data)).toEqual(opportunity)
      expect((await bringIn('one.json', file)).counts).toEqual({ new: 0, changed: 0, same: 1, wrong: 0 })
    }
  })

  it('keeps what people change here, and the rest of it stays as it came', async () => {
    await bringIn('one.json', opportunity)
    const { items } = await perform(listFundingAction, stage, {})
    const days = { opens: '15.1.2026', closes: '31.12.2026', clock: '17.00' }
    const typed = {
      ...days,
      titleFi: 'STEM-ohjelma',
      titleEn: opportunity.title,
      language: 'fi',
      stage: 'closed',
    }
    await perform(editFunding, stage, {
      id: items[0]!.id,
      ...typed,
      summaryFi: 'Kouluille',
      total: '2 000 000,50',
    })
    const told = {
      ...opportunity,
      title: 'Another title',
      description: 'New words',
      lastModifiedAt: '2025-03-01T00:00:00Z',
    }
    const report = await bringIn('one.json', told)
    expect(report.rows).toMatchObject([{ verdict: 'changed', fields: ['document'] }])
    const { data } = await perform(readOpportunity, stage, { oppId: opportunity.id })
    expect(data).toMatchObject({
      title: 'STEM-ohjelma',
      description: 'Kouluille',
      status: opportunity.status,
      funding: { totalAmountAvailable: { amount: '2000000.50', currency: 'EUR' }, minAwardCount: 5 },
      keyDates: { otherDates: opportunity.keyDates!.otherDates },
      customFields: opportunity.customFields,
      lastModifiedAt: '2025-03-01T00:00:00Z',
    })
  })

  it('that is not as the standard says is left out with where and why; the others come in', async () => {
    const { status: _, ...noStatus } = opportunity
    const wrong = [
      { ...opportunity, id: 'x' },
      {
        ...opportunity,
        keyDates: { closeDate: { name: 'Closing', eventType: 'singleDate', date: '2026-02-31' } },
      },
      noStatus,
      opportunity,
      opportunity,
    ]
    const report = await bringIn('some.json', wrong)
    expect(report.counts).toEqual({ new: 1, changed: 0, same: 0, wrong: 4 })
    expect(report.rows.map((r) => r.faults[0]?.field ?? r.faults[0]?.key)).toEqual([
      'id',
      expect.stringMatching(/^keyDates/),
      'status',
      undefined,
      'twice',
    ])
  })
})

const california = 'calls-us-state-grants/california-grants-2025-06-16.json'
const pennsylvania = 'calls-us-state-grants/pennsylvania-grants-sample.json'
type Portal = Record<string, unknown>
const read = (name: string) => JSON.parse(readFileSync(dataFile(name), 'utf8'))

function californian(): Portal[] {
  const { fields, records } = read(california) as { fields: { id: string }[]; records: unknown[][] }
  return records.map((r) => Object.fromEntries(fields.map((f, i) => [f.id, r[i]])))
}

describe.skipIf(!dataAtHand)('the 372 real calls', () => {
  const sets = [
    { name: california, of: 50, source: 'ca-grants-portal', key: 'PortalID', records: californian },
    {
      name: pennsylvania,
      of: 322,
      source: 'pa-grants',
      key: 'slug',
      records: (): Portal[] => read(pennsylvania).grants,
    },
  ]
  const text = (v: unknown) => (typeof v === 'string' ? v.trim() : '')
  const joined = (...all: unknown[]) => [...new Set(all.map(text).filter(Boolean))].join('\n\n')

  it.each(sets)('$name: all come in, again nothing changes, and each field is its source’s', async (set) => {
    const content = readFileSync(dataFile(set.name), 'utf8')
    const preview = await perform(previewFunding, stage, await fileOf('calls.json', content))
    expect(preview.counts).toEqual({ new: set.of, changed: 0, same: 0, wrong: 0 })
    expect((await bringIn('calls.json', content)).counts).toEqual(preview.counts)
    expect((await bringIn('calls.json', content)).counts).toEqual({
      new: 0,
      changed: 0,
      same: set.of,
      wrong: 0,
    })
    const out = new Map(
      (await everyOpportunity()).map((o) => [(o.customFields![ownField]!.value as Portal).externalId, o]),
    )
    expect(out.size).toBe(set.of)
    let dollars = 0
    for (const r of set.records()) {
      const o = out.get(r[set.key])!
      const own = o.customFields![ownField]!.value as Portal
      const ca = set.key === 'PortalID'
      expect(own).toMatchObject({ source: set.source, funder: text(ca ? r.AgencyDept : r.issuingAgency) })
      expect(o.title).toBe(text(ca ? r.Title : r.title))
      expect(o.description).toBe(ca ? joined(r.Purpose, r.Description) : joined(r.overview, r.eligibility))
      expect(o.status).toEqual({
        value: {
          active: 'open',
          closed: 'closed',
          forecasted: 'forecasted',
          'Accepting applications': 'open',
          Closed: 'closed',
        }[text(ca ? r.Status : r.status)],
        description: text(ca ? r.Status : r.status),
      })
      const closes = text(ca ? r.ApplicationDeadline : r.closeDate)
      const opens = text(ca ? r.OpenDate : r.openDate)
      const dayOf = (e: object | undefined) => (e && 'date' in e ? e.date : undefined)
      const said = (t: string) => /^\d{4}-\d{2}-\d{2}/.exec(t)?.[0]
      expect(dayOf(o.keyDates?.closeDate)).toBe(said(closes))
      expect(dayOf(o.keyDates?.postDate)).toBe(said(opens))
      if (closes === 'Ongoing') expect(o.keyDates?.closeDate).toMatchObject({ details: 'Ongoing' })
      if (ca && said(closes)) expect(o.keyDates?.closeDate).toMatchObject({ time: closes.slice(11) })
      const total = text(ca ? r.EstAvailFunds : r.totalFundsToBeAwarded)
      const plain = /^\$?([\d,]+(?:\.\d+)?)$/.exec(total)?.[1]?.replaceAll(',', '')
      expect(o.funding?.totalAmountAvailable).toEqual(plain && { amount: plain, currency: 'USD' })
      if (plain) dollars += Number(plain)
      if (total) expect(o.funding?.details).toContain(total)
      const types = text(ca ? r.ApplicantType : r.applicantCategory)
      expect(o.acceptedApplicantTypes?.map((t) => t.description ?? t.customValue) ?? []).toEqual([
        ...new Set(
          types
            .split(';')
            .map((t) => t.trim())
            .filter(Boolean),
        ),
      ])
    }
    const sums = (await everyOpportunity()).map((o) => Number(o.funding?.totalAmountAvailable?.amount ?? 0))
    expect(sums.reduce((a, b) => a + b, 0)).toBe(dollars)
    expect(dollars).toBeGreaterThan(0)
  })

  it('go out by our API, in again elsewhere and out again the same', { timeout: 60_000 }, async () => {
    for (const { name } of sets) await bringIn('calls.json', readFileSync(dataFile(name), 'utf8'))
    const typed = {
      titleFi: 'Oma',
      titleSv: 'Egen',
      closes: '31.12.2026',
      clock: '16.15',
      total: '1 234,50',
      aidRate: '70 %',
    }
    await perform(addFunding, stage, { ...typed, applicants: 'Kunta; Yritys', link: 'https://example.fi/x' })
    const out = await everyOpportunity()
    expect(out).toHaveLength(373)
    const here = await bringIn('answer.json', { status: 200, message: 'Success', items: out })
    expect(here.counts).toEqual({ new: 0, changed: 0, same: 373, wrong: 0 })
    await execute(database.db, 'truncate funding')
    const there = await bringIn('answer.json', { status: 200, message: 'Success', items: out })
    expect(there.counts).toEqual({ new: 373, changed: 0, same: 0, wrong: 0 })
    expect(await everyOpportunity()).toEqual(out)
  })

  it('go out as CSV and JSON and come in again as the same, in each language', {
    timeout: 60_000,
  }, async () => {
    for (const { name } of sets) await bringIn('calls.json', readFileSync(dataFile(name), 'utf8'))
    for (const [language, format] of [
      ['fi', 'csv'],
      ['sv', 'csv'],
      ['en', 'csv'],
      ['fi', 'json'],
      ['sv', 'xlsx'],
    ] as const) {
      const answer = await visit(pages, { ...stage, language }, `/funding/export.${format}`)
      if (answer.as !== 'file') throw new Error('no file')
      const { hash } = await stage.files.put(answer.content as Readable, 1e9)
      const again = await perform(previewFunding, stage, { name: `x.${format}`, hash })
      const changes = again.rows
        .filter((r) => r.verdict !== 'same')
        .map((r) => [r.verdict, r.name, r.fields, r.faults])
      expect([language, format, changes.slice(0, 3), again.counts]).toEqual([
        language,
        format,
        [],
        { new: 0, changed: 0, same: 372, wrong: 0 },
      ])
    }
  })
})

describe('a table that people made', () => {
  const swedish = 'Utlysning;Finansiär;Nivå;Sökande;Stöd %;Max;Öppnas;Sista ansökningsdag;Länk\n'
  it('is read by the names that people give its columns; wrong rows are told and left out', async () => {
    const rows = [
      'Pilot;Landskapsförbundet;regional;Kommun;70;50 000;1.10.2026;31.12.2026;https://example.fi/a',
      'Andra;Staten;nationell;fiskare;;;1.2.2027;31.1.2027;example.fi',
      ';Ingen;;;;;;;',
    ]
    const file = swedish + rows.join('\n')
    const report = await bringIn('lista.csv', file, { language: 'sv', source: 'Förbundet' })
    expect(report.rows.map((r) => [r.row, r.verdict, r.faults.map((f) => f.key)])).toEqual([
      [2, 'new', []],
      [3, 'wrong', ['noLink']],
      [4, 'wrong', ['noTitle']],
    ])
    const { items } = await perform(listFundingAction, stage, {})
    expect(items).toMatchObject([
      {
        title: { sv: 'Pilot' },
        level: 'regional',
        applicants: ['municipality'],
        aid_rate: '70',
        amount_max: '50000',
        currency: 'EUR',
        opens_on: '2026-10-01',
        closes_on: '2026-12-31',
        state: 'open',
        source: 'Förbundet',
      },
    ])
    const later = `${swedish}Pilot;Landskapsförbundet;regional;Kommun;80;50 000;1.10.2026;31.12.2026;https://example.fi/a`
    const again = await bringIn('lista.csv', later, { language: 'sv', source: 'Förbundet' })
    expect(again.rows).toMatchObject([{ verdict: 'changed', fields: ['aid_rate'] }])
  })

  it('that is no list at all is refused in words', async () => {
    for (const content of ['{"a": 1}', 'Väri;Koko\npunainen;3', '[', 'x'])
      await expect(bringIn('x.csv', content)).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('keeps its pages readable', async () => {
    await bringIn('one.json', opportunity)
    const list = await whatIsSent(await visit(pages, stage, '/funding'))
    expect(list).toContain('STEM Education Grant Program')
    const { items } = await perform(listFundingAction, stage, {})
    const page = await whatIsSent(await visit(pages, stage, `/funding/${items[0]!.id}`))
    expect(page).not.toContain('&lt;b&gt;')
    expect(page).toContain('for schools.')
    expect(await whatIsSent(await visit(pages, stage, '/funding/deadlines.ics'))).toMatch(/BEGIN:VCALENDAR/)
    expect(await whatIsSent(await visit(pages, stage, '/funding/feed.xml'))).toMatch(/<rss/)
  })
})
