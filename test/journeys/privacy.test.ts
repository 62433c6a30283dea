import { sql } from 'kysely'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRegion, type Region } from './region.ts'

// Sole traders in each form the lists have; the names are made up.
const traders = [
  'Tmi Aino Kivinen-Salo',
  'Onni Lehtorantala',
  'T:mi Kerttu Niemistö-Palo',
  'Väinö Harjamäkelä, yksityinen elinkeinonharjoittaja',
]
const names =
  /Kivinen-Salo|Lehtorantala|Niemistö-Palo|Harjamäkelä|kivinen-salo|lehtorantala|niemisto-palo|harjamakela/i
const list = `Hankkeen koodi;Hankkeen nimi;Toteuttaja;Alkaa;Päättyy;Myönnetty tuki €
${traders.map((name, i) => `Y${i + 1};Kutomon laajennus ${i + 1};${name};1.2.2015;31.12.2016;1000`).join('\n')}
Y9;Kutomon seudullinen kehittäminen;Kutomo Oy;1.2.2015;31.12.2016;1000
`
let region: Region
let ids: { organisations: string[]; imports: string[]; projects: string[] }
beforeAll(async () => {
  region = await openRegion({ bare: true, lists: { 'yrittajat.csv': list } })
  const read = async (query: ReturnType<typeof sql<{ id: string }>>) =>
    (await query.execute(region.database.db)).rows.map((row) => row.id)
  ids = {
    organisations: await read(sql`select id::text from organisation where personal`),
    imports: await read(sql`select id::text from import`),
    projects: await read(sql`select id::text from project where lead_personal`),
  }
})
afterAll(() => region.stop())

const ask = async (path: string) => {
  const response = await fetch(region.product.url + path)
  return {
    status: response.status,
    text: new TextDecoder('latin1').decode(await response.arrayBuffer()),
    body: response,
  }
}

it('traders are counted like everybody', async () => {
  expect(ids.organisations).toHaveLength(traders.length)
  const { total, sums } = JSON.parse((await ask('/api/projects?q=kutomon')).text) as {
    total: number
    sums: { granted: string }[]
  }
  expect([total, sums[0]!.granted]).toEqual([5, '5000.00'])
})

it('no address of the interface names them, whatever is put into it', async () => {
  const { paths } = JSON.parse((await ask('/api/openapi.json')).text) as {
    paths: Record<string, Record<string, unknown>>
  }
  const fillings = [...ids.organisations, ...ids.imports, ...ids.projects]
  const named: string[] = []
  for (const [path, verbs] of Object.entries(paths)) {
    if (!verbs.get) continue
    const whole = path.startsWith('/api') ? path : `/api${path}`
    const filled = /\{id\}/.test(whole) ? fillings.map((id) => whole.replace('{id}', id)) : [whole]
    for (const address of filled.map((a) =>
      a
        .replace('{code}', 'Y1')
        .replace('{registry}', 'yrittajat')
        .replace('{field}', 'lead')
        // An address that is not filled in leads to another, which says its own query back.
        .replaceAll(/\{\w+\}/g, ids.projects[0]!),
    ))
      for (const search of ['', '?q=kutomon', '?q=Kivinen-Salo&field=lead&code=Y1&registry=yrittajat']) {
        const { text } = await ask(address + search)
        const whole = new TextDecoder().decode(Uint8Array.from(text, (c) => c.charCodeAt(0)))
        if (names.test(search ? whole.replaceAll('"words":"Kivinen-Salo"', '') : whole))
          named.push(address + search)
      }
  }
  expect(named).toEqual([])
})

describe('no page names them', () => {
  it.each([
    '/',
    '/projects?q=kutomon',
    '/projects/yrittajat/Y1',
    '/en/projects/yrittajat/Y2',
    '/projects/yrittajat/Y1/provenance/lead',
    '/sv/projects/yrittajat/Y3/provenance/granted',
    '/organisations',
    '/organisations?q=kivinen',
    '/search?q=lehtoranta',
    '/projects/export.csv?q=kutomon',
    '/projects/export.json?q=kutomon',
    '/organisations/export.csv',
    '/organisations/export.json',
    '/sitemap.xml',
    '/sitemap/pages.xml',
    '/sitemap/organisations-1.xml',
    '/sitemap/projects-1.xml',
    '/feed.xml',
    '/provenance',
    '/sources',
  ])('%s', async (path) => {
    const response = await fetch(region.product.url + path)
    expect(response.status).toBe(200)
    expect(await response.text()).not.toMatch(names)
  })

  it.each(['/projects/export.xlsx?q=kutomon', '/organisations/export.xlsx', '/sv/projects/export.xlsx'])(
    '%s, opened as the workbook it is',
    async (path) => {
      const response = await fetch(region.product.url + path)
      expect(response.status).toBe(200)
      const sheets = await readWorkbook(Buffer.from(await response.arrayBuffer()))
      const cells = sheets.flatMap((sheet) => sheet.data.flat().map(String))
      expect(cells).toContain(path.includes('projects') ? 'Kutomon seudullinen kehittäminen' : 'Kutomo Oy')
      expect(cells.filter((cell) => names.test(cell))).toEqual([])
    },
  )

  it('nor what leads to their own addresses, their list and its rows', async () => {
    const paths = [
      ...ids.organisations.flatMap((id) => [
        `/organisations/${id}`,
        `/en/organisations/${id}`,
        `/projects?organisation=${id}`,
      ]),
      ...ids.imports.flatMap((id) => [`/sources/${id}`, `/sources/${id}/rows`, `/sources/${id}/rejects.csv`]),
    ]
    for (const path of paths)
      expect(await (await fetch(region.product.url + path)).text(), path).not.toMatch(names)
  })

  it('and a search for a name finds no project of theirs', async () => {
    for (const q of ['Kivinen-Salo', 'Lehtorantala', 'toteuttaja:Harjamäkelä']) {
      const answer = await fetch(`${region.product.url}/api/projects?q=${encodeURIComponent(q)}`)
      expect([q, ((await answer.json()) as { total: number }).total]).toEqual([q, 0])
    }
  })
})
