import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readFinnish } from '../../bench/parties-data.ts'
import { jointProjects, type ProjectRow } from '../../src/engine/matching/index.ts'

const judgements = new Map(
  readFileSync(path.join(import.meta.dirname, 'joint-projects.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map(([codes = '', , judgement]) => [codes, judgement]),
)
const found = jointProjects(readFinnish())

describe('joint projects in the Finnish lists', () => {
  test('nearly all groups are parts of one project, as judged by hand; what is unclear counts against', () => {
    const judged = found.map(({ parts }) => judgements.get(parts.map(({ code }) => code).join('|')))
    expect(judged.filter((judgement) => judgement === undefined)).toEqual([])
    expect(found.length).toBeGreaterThan(130)
    expect(judged.filter((judgement) => judgement === 'joint').length / found.length).toBeGreaterThan(0.98)
  })
  test('a project of three leads is one, and its parts are the evidence', () => {
    expect(
      found.find(({ title }) => title.startsWith('INKA - Terveysteknologian'))?.parts.map(({ code }) => code),
    ).toEqual(['A70931', 'A70932', 'A70933'])
  })
  test('the part of the labour administration finds its project', () => {
    const group = found.find(({ parts }) => parts.some(({ code }) => code === 'S20491'))
    expect(group?.parts.map(({ title }) => title)).toEqual([
      'Valmiudet kuntoon',
      'Rinnakkaishanke Valmiudet Kuntoon',
    ])
  })
})

describe('what makes no joint project', () => {
  const row = (
    code: string,
    title: string,
    lead: string,
    start = '2015-03-01',
    fund = 'EAKR',
  ): ProjectRow => ({
    code,
    title,
    lead,
    start,
    fund,
  })
  const others = Array.from({ length: 400 }, (_, i) =>
    row(
      `X${i}`,
      `${['Koneinvestointi', 'Tuotannon kehittäminen', 'Kansainvälistyminen', 'Tuotekehitys'][i % 4]} ${i}`,
      `Yritys ${i} Oy`,
      '2014-01-01',
    ),
  )
  const codes = (...own: ProjectRow[]): string[] =>
    jointProjects([...others, ...own]).map(({ parts }) => parts.map(({ code }) => code).join(' '))
  const title = 'Puuvartiset biohiilet arktisessa vesienkäsittelyssä'

  test('without that, two universities with one title are one', () => {
    expect(codes(row('A', title, 'Oulun yliopisto'), row('B', title, 'Lapin yliopisto'))).toEqual(['A B'])
  })
  test.each([
    ['one lead in two spellings', row('B', title, 'OULUN YLIOPISTO / Teknillinen tiedekunta')],
    ['a slip of the hand in the lead', row('B', title, 'Oulun yliopsto')],
    ['another fund', row('B', title, 'Lapin yliopisto', '2015-03-01', 'ESR')],
    ['a later phase', row('B', title, 'Lapin yliopisto', '2016-03-01')],
    ['no start', row('B', title, 'Lapin yliopisto', '')],
  ])('%s', (_, other) => expect(codes(row('A', title, 'Oulun yliopisto'), other)).toEqual([]))
  test('businesses that buy the same', () => {
    expect(
      codes(row('A', 'CNC-sorvin hankinta', 'Sorvi Oy'), row('B', 'CNC-sorvin hankinta', 'Metalli Ky')),
    ).toEqual([])
  })
  test('technical assistance of two authorities', () => {
    const assistance = 'EAKR tekninen tuki tiedotus ja viestintä'
    expect(codes(row('A', assistance, 'Kainuun liitto'), row('B', assistance, 'Lapin liitto'))).toEqual([])
  })
})
