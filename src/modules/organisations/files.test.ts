import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verbs } from './verbs.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'talkoot-files-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const at = (name: string): string => path.join(folder, name)

async function run(
  verb: string,
  file: string,
  options: Record<string, string>,
): Promise<{ code: number; said: string; complaint: string }> {
  let said = ''
  let complaint = ''
  const io = {
    out: (text: string) => {
      said += text
    },
    err: (text: string) => {
      complaint += text
    },
    json: true,
    now: new Date(0),
  }
  const code = await verbs.find(({ name }) => name === verb)!.run(undefined, io, [file], options)
  return { code, said, complaint }
}

describe('dedupe', () => {
  test('writes row and cluster, rows from 1', async () => {
    await writeFile(
      at('a.csv'),
      'name,town\n"Helsingin kaupunki",Helsinki\nOulun kaupunki,Oulu\n"Helsingfors stad",Helsinki\n',
    )
    const { code, said } = await run('dedupe', at('a.csv'), { name: 'name', place: 'town', out: at('a.out') })
    expect([code, JSON.parse(said)]).toEqual([0, { rows: 3, clusters: 2, joined: 1, toReview: 0 }])
    expect(await readFile(at('a.out'), 'utf8')).toBe('row,cluster\n1,1\n2,2\n3,1\n')
  })
  test('semicolons, Latin-1, quotes and an id column', async () => {
    const text =
      'Y-tunnus;Nimi\r\n2630644-6;"Lahden ammattikorkeakoulu; Oy"\r\n2630644-6;Lab-ammattikorkeakoulu Oy\r\n0204819-8;Åbo stad\r\n0245896-3;Åbo stad\r\n'
    await writeFile(at('b.csv'), Buffer.from(text, 'latin1'))
    const { code } = await run('dedupe', at('b.csv'), { name: 'nimi', id: 'Y-tunnus', out: at('b.out') })
    expect(code).toBe(0)
    expect(await readFile(at('b.out'), 'utf8')).toBe('row,cluster\n1,1\n2,1\n3,2\n4,3\n')
  })
  test.each([
    ['missing.csv', undefined, /no such file/],
    ['empty.csv', '', /empty/],
    ['header.csv', 'name,town\n', /no rows/],
    ['other.csv', 'nimi\nOulu\n', /no column "name".*nimi/],
    ['binary.csv', 'a\0b', /not a text file/],
  ])('%s is refused with a clear message', async (file, content, message) => {
    if (content !== undefined) await writeFile(at(file), content)
    const { code, complaint } = await run('dedupe', at(file), { name: 'name', out: at('none.out') })
    expect(code).toBe(2)
    expect(complaint).toMatch(message)
    expect(complaint).toContain(file)
  })
  test('an output that cannot be written is told', async () => {
    await writeFile(at('c.csv'), 'name\nOulu\n')
    expect((await run('dedupe', at('c.csv'), { name: 'name', out: at('no/such/folder.csv') })).code).toBe(2)
  })
})

describe('match', () => {
  test('names and affiliations find the id of the other file', async () => {
    await writeFile(
      at('q.csv'),
      'affiliation\nÅbo universitet\n"Department of Physics, University of Oulu, Oulu, Finland"\n"University of Zawia"\n\n',
    )
    await writeFile(
      at('r.tsv'),
      'ror\tdisplay_name\tother\tcity\tcountry\nr1\tUniversity of Oulu\tOulun yliopisto | OY\tOulu\tFI\nr2\tUniversity of Turku\tTurun yliopisto | UTU\tTurku\tFI\n',
    )
    const { code } = await run('match', at('q.csv'), {
      name: 'affiliation',
      against: at('r.tsv'),
      againstAliases: 'other',
      againstId: 'ror',
      out: at('q.out'),
    })
    expect(code).toBe(0)
    const rows = (await readFile(at('q.out'), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => line.split(','))
    expect(rows.map(([row, candidate]) => [row, candidate])).toEqual([
      ['row', 'candidate'],
      ['1', 'r2'],
      ['2', 'r1'],
      ['3', ''],
    ])
    expect(Number(rows[1]![2])).toBeGreaterThan(0.9)
  })
  test('without an id column the candidate is the row number', async () => {
    await writeFile(at('n.csv'), 'name\nOulun kaupunki\n')
    await writeFile(at('m.csv'), 'name\nTurun kaupunki\nUleåborgs stad\n')
    expect(
      (await run('match', at('n.csv'), { name: 'name', against: at('m.csv'), out: at('n.out') })).code,
    ).toBe(0)
    expect(await readFile(at('n.out'), 'utf8')).toMatch(/^row,candidate,score\n1,2,/)
  })
  test('a file with no column of names says which it has', async () => {
    await writeFile(at('k.csv'), 'nimi\nOulu\n')
    const { code, complaint } = await run('match', at('n.csv'), {
      name: 'name',
      against: at('k.csv'),
      out: at('k.out'),
    })
    expect([code, complaint]).toEqual([2, expect.stringMatching(/--against-name.*nimi/)])
  })
})
