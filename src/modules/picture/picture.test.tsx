import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import renderToString from 'preact-render-to-string'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { transaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { centsOf } from '../../kernel/money.ts'
import { localPath, type PageAnswer, type PageRequest } from '../../kernel/page.ts'
import type { Language } from '../../kernel/text.ts'
import { dayOf } from '../../kernel/time.ts'
import { fundOf, statusOf } from '../codes/index.ts'
import { list } from '../projects/actions.ts'
import { applyImport } from '../projects/import-apply.ts'
import { figures, leads, listRegions } from './actions.ts'
import { everything } from './everything.ts'
import { pages } from './pages.tsx'
import { trace } from './trace.ts'

// The demo's two lists through the real apply. Leads are enlisted for the newer list only: matching has tests of its
// own, and enlisting 19 940 more would take half a minute.
const demo = join(import.meta.dirname, '../../../data/demo')
const now = new Date('2026-11-21T06:00:00Z')
const granted = { '2007-2013': '2985951604.00', '2014-2020': '507063529.00' }
let database: TestDatabase
let stage: Stage

const day = (text: string | undefined) => {
  const m = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text ?? '')
  return m ? dayOf(Number(m[3]), Number(m[2]), Number(m[1])) : undefined
}
const amount = (text: string | undefined) => (/^-?\d+(\.\d+)?$/.test(text ?? '') ? text : undefined)

async function bring(key: string, period: string, asOf: string, withLeads: boolean): Promise<void> {
  const rows: Record<string, string>[] = parse(gunzipSync(readFileSync(join(demo, `${key}.csv.gz`))), {
    columns: true,
  })
  const staged = rows.map((r, i) => ({
    row_no: i + 2,
    project_key: r.Koodi,
    values: {
      title: r['Projektin nimi'] ?? r['Hankkeen nimi'],
      fund: fundOf(r.Rahasto ?? ''),
      programme: r['Ohjelma / osio'],
      period,
      priority: r.Tl,
      authority: r.Viranomainen,
      status: statusOf(r['Toiminnan tila'] ?? r.Tila ?? ''),
      start: day(r.Aloituspvm),
      end: day(r.Päättymispvm),
      ...(withLeads && r['Toteuttajan nimi'] && { lead: { name: r['Toteuttajan nimi'] } }),
      granted: amount(r['Myönnetty EU- ja valtion rahoitus']),
      realised: amount(r['Toteutunut EU- ja valtion rahoitus']),
      currency: 'EUR',
    },
  }))
  const id = newId()
  const title = { fi: `Luettelo ${period}`, sv: `Förteckning ${period}`, en: `List ${period}` }
  await transaction(database.db, async (tx) => {
    await sql`
      insert into import (id, file_name, file_hash, file_bytes, layout, list, as_of, state, counts, staged_rows, created_at, applied_at)
      values (${id}, ${`${key}.csv`}, ${key}, 1, '{}', ${JSON.stringify({ title, registry: 'eura', asOfAbout: true })},
        ${asOf}, 'applied', ${JSON.stringify({ rows: rows.length })}, ${rows.length}, ${now}, ${now})`.execute(
      tx,
    )
    await sql`
      insert into import_row (import_id, row_no, registry, project_key, values, cells, state)
      select ${id}, row_no, 'eura', project_key, values, '{}', 'staged'
      from jsonb_to_recordset(${JSON.stringify(staged)}::jsonb) as r (row_no bigint, project_key text, values jsonb)`.execute(
      tx,
    )
    const shared = { share: 'public', ecosystem: null } as const
    const hand = { ...shared, id, asOf, importedAt: now, source: key, country: 'FI', rows: rows.length }
    await applyImport(tx, hand, now, async () => undefined)
  })
}

beforeAll(async () => {
  database = await freshDatabase()
  stage = { database: database.db, actor: { kind: 'visitor' }, now, language: 'fi' } as Stage
  await bring('fi-2007-2013', '2007-2013', '2015-12-31', false)
  await bring('fi-2014-2020', '2014-2020', '2016-07-01', true)
}, 300_000)
afterAll(() => database.drop())

/** The page behind an address, as the shell would ask for it. */
async function ask(path: string, language: Language = 'fi'): Promise<PageAnswer> {
  const url = new URL(path, 'http://localhost')
  for (const page of pages) {
    const shape = new RegExp(`^${page.path.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`)
    const found = shape.exec(url.pathname)
    if (!found) continue
    const request = {
      url,
      params: { ...found.groups },
      language,
      actor: { kind: 'visitor' },
      now,
      contact: undefined,
      sourceUrl: undefined,
      baseUrl: 'http://localhost',
      perform: (action, raw) => perform(action, { ...stage, language }, raw),
      link: (to) => localPath(language, to),
      open: () => Readable.from([]),
      form: () => Promise.reject(new Error('no form')),
    } satisfies PageRequest as PageRequest
    return page.run(request)
  }
  throw new Error(`no page at ${path}`)
}

async function html(path: string, language: Language = 'fi'): Promise<string> {
  const said = await ask(path, language)
  if (said.as !== 'page' && said.as !== 'fragment') throw new Error(`${path} answers ${said.as}`)
  return renderToString(<div>{said.body}</div>).replaceAll('\u00a0', ' ')
}

describe('the check figures', () => {
  it('stand in REST to the cent, in all and by period', async () => {
    const all = await perform(figures, stage, {})
    expect(all.total.projects).toBe(22_821)
    expect(centsOf(all.total.granted)).toBe(centsOf(granted['2007-2013']) + centsOf(granted['2014-2020']))
    const periods = Object.fromEntries(all.by.period.map((p) => [p.value, p]))
    expect(periods['2007-2013']).toMatchObject({ projects: 19_940, granted: granted['2007-2013'] })
    expect(periods['2014-2020']).toMatchObject({ projects: 2_881, granted: granted['2014-2020'] })
  })

  it('are the same in the list of projects', async () => {
    for (const [period, sum] of Object.entries(granted)) {
      const found = await perform(list, stage, { period, limit: 1 })
      expect(found.sums).toEqual([expect.objectContaining({ currency: 'EUR', granted: sum })])
    }
  })

  it('are what the home page says, in three languages', async () => {
    expect(await html('/')).toMatch(/<b>22 821<\/b> hankkeelle on myönnetty <b>3 493 miljoonaa euroa<\/b>/)
    expect(await html('/', 'sv')).toContain('<b>3 493 miljoner euro</b>')
    expect(await html('/', 'en')).toContain('<b>3,493 million euros</b>')
  })

  it('are what their provenance says, with both lists and the corrections in the books', async () => {
    const told = await perform(trace, stage, { figure: 'realised' })
    expect(told.value).toBe('2992289685.69')
    expect(told.lists.map((l) => [l.projects, l.asOf])).toEqual([
      [19_940, '2015-12-31'],
      [2_881, '2016-07-01'],
    ])
    expect(told.negative).toEqual([{ amount: 'realised', projects: 2, sum: '-3962.00' }])
    expect(told.list).toBe('/projects')
    expect(await html('/provenance?figure=granted&fragment=1')).toContain('3 493 015 133 €')
  })
})

describe('addresses that mean nothing', () => {
  it('are refused in words, not with a fault', async () => {
    for (const path of [
      '/provenance?figure=luck',
      '/provenance?by=mood',
      `/regions?period=${'x'.repeat(300)}`,
    ])
      await expect(ask(path)).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('show the ordinary view where a word only says how', async () => {
    expect(await html('/regions?figure=luck&sort=odd')).toBe(await html('/regions'))
  })
})

describe('regions', () => {
  it('and the unknown part the whole, and nothing is guessed', async () => {
    const { items, unknown, all, derived } = await perform(listRegions, stage, {})
    expect(items).toHaveLength(19)
    const sum = items.reduce((n, r) => n + centsOf(r.granted), centsOf(unknown.granted))
    expect(sum).toBe(centsOf(all.granted))
    expect(items.reduce((n, r) => n + r.projects, 0)).toBe(derived)
    expect(items.find((r) => r.code === 'MK21')).toMatchObject({ projects: 0, perInhabitant: null })
  })

  it('say on their page what REST says', async () => {
    const own = await perform(figures, stage, { region: 'MK07' })
    const page = await html('/regions/MK07')
    expect(page).toContain(`<b>${own.total.projects}</b> hanketta`)
    const found = await perform(list, stage, { region: 'MK07', limit: 1 })
    expect(found.total).toBe(own.total.projects)
    expect(found.sums[0]?.granted).toBe(own.total.granted)
  })

  it('have one address each: a NUTS code of any version leads to it', async () => {
    for (const code of ['FI197', 'FI19B', 'mk06'])
      expect(await ask(`/regions/${code}`)).toEqual({ as: 'redirect', to: '/regions/MK06' })
    await expect(ask('/regions/MK99')).rejects.toMatchObject({ kind: 'missing' })
  })

  it('without projects say why, and lead on', async () => {
    expect(await html('/regions/MK21', 'en')).toContain('The data has no projects known to be in Åland.')
  })
})

describe('leads', () => {
  it('are counted as organisations, and personal traders never named', async () => {
    const { rows } = await sql<{ n: number; personal: number }>`
      select count(distinct o.canonical_id) as n, count(distinct o.canonical_id) filter (where c.personal) as personal
      from project p join organisation o on o.id = p.lead_id join organisation c on c.id = o.canonical_id`.execute(
      database.db,
    )
    const all = await perform(leads, stage, { limit: 0 })
    expect(all.total).toBe(rows[0]?.n)
    const newer = await perform(leads, stage, { period: '2014-2020', limit: 100 })
    expect(newer).toMatchObject({ total: rows[0]?.n, personal: rows[0]?.personal })
    const named = await sql<{ n: number }>`
      select count(*) as n from organisation where personal and id = any(${newer.items.map((i) => i.id)}::uuid[])`.execute(
      database.db,
    )
    expect(named.rows[0]?.n).toBe(0)
  })
})

describe('authorities', () => {
  it('show their projects, and where their work went on', async () => {
    const page = await html('/authorities/hameen-ely-keskus')
    const own = await perform(figures, stage, { authority: 'hameen-ely-keskus' })
    expect(own.total.projects).toBeGreaterThan(1_000)
    expect(page).toContain('href="/authorities/keski-suomen-elinvoimakeskus"')
    await expect(ask('/authorities/nobody')).rejects.toMatchObject({ kind: 'missing' })
  })
})

describe('the list of projects', () => {
  const words = ['kehittäminen', 'matkailu', 'revontuli koulutus', 'matkailun digitalisaatio']
  const filters: object[] = [{}, { fund: 'ERDF' }, { year: '2009', status: 'ended' }, { min: '500000' }]
  const sorts = [undefined, '-granted', 'realised', '-start', 'name', 'lead']
  const asked = words.flatMap((q) => filters.flatMap((f) => sorts.map((sort) => ({ q, ...f, sort }))))

  it('gives as many as it counts, each once, whatever is asked and however it is sorted', async () => {
    for (const ask of asked) {
      const first = await perform(list, stage, { ...ask, limit: '100' })
      const last = Math.max(0, first.total - 60)
      const seen = new Set(first.items.map((p) => p.code))
      expect(seen.size, JSON.stringify(ask)).toBe(Math.min(100, first.total))
      const end = await perform(list, stage, { ...ask, limit: '100', offset: String(last) })
      expect(end.items.length, JSON.stringify(ask)).toBe(Math.min(60, first.total))
      if (last < 100) continue
      for (const { code } of end.items) expect(seen.has(code), JSON.stringify(ask)).toBe(false)
    }
  }, 60_000)
  it('puts those with the rarest of the words first where no project has them all', async () => {
    const { items, total } = await perform(list, stage, { q: 'varastoautomaatti kehittäminen', limit: '20' })
    expect(total).toBeGreaterThan(1_000)
    expect(items[0]?.name).toMatch(/varastoautom/i)
  })
})

describe('search over everything', () => {
  const search = (q: string) => perform(everything, stage, { q })

  it('finds a code and nothing else', async () => {
    const found = await search('a70301')
    expect(found.items.map((i) => [i.type, i.url])).toEqual([['project', '/projects/A70301']])
  })

  it('finds places by their names in any language and by their codes', async () => {
    for (const q of ['Birkaland', 'pirkan', 'FI197', 'MK06'])
      expect((await search(q)).items[0]).toMatchObject({ type: 'region', url: '/regions/MK06' })
  })

  it('finds organisations and projects by inflected words, and mends a misspelling', async () => {
    const types = new Set((await search('yliopistot')).items.map((i) => i.type))
    expect(types).toContain('organisation')
    const mended = await search('matkalu')
    expect(mended.total).toBeGreaterThan(0)
  })

  it('answers nothing to nothing', async () => {
    expect(await search('   ')).toMatchObject({ items: [], total: 0 })
    expect(await html('/search?q=xqzwv')).toContain('Ei osumia.')
  })
})

describe('what robots read', () => {
  it('is an index whose parts hold every project', async () => {
    const index = await ask('/sitemap.xml')
    const parts = index.as === 'file' ? [...String(index.content).matchAll(/sitemap\/([\w-]+\.xml)</g)] : []
    let projects = 0
    for (const [, part] of parts) {
      const said = await ask(`/sitemap/${part}`)
      if (said.as === 'file')
        projects += String(said.content).match(/<loc>[^<]*\/en\/projects\//g)?.length ?? 0
    }
    expect(projects).toBe(22_821)
  })

  it('tells what is new, the newest first', async () => {
    const feed = await ask('/feed.xml')
    expect(feed.as === 'file' && String(feed.content).match(/<item>/g)).toHaveLength(22)
  })
})
