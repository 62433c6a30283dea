import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Actor,
  actorRows,
  graphOf,
  layout,
  readDay,
  readGexf,
  readGraphml,
  readTables,
  type Tie,
  tieRows,
  writeDay,
  writeGexf,
  writeGraphml,
} from '../../src/engine/network/index.ts'
import { cleaned } from '../../src/engine/network/xml.ts'
import { networkxIsThere } from './judge.ts'
import { xmlEvents } from './xml-events.ts'

/** Any text, with what XML cannot hold left out. */
const text = fc.string({ unit: 'binary', maxLength: 12 }).map(cleaned)
const name = text.filter((word) => word.length > 0 && word !== '__proto__')
const column = (value: fc.Arbitrary<unknown>) => fc.option(value, { nil: undefined })
const values = fc.record({
  name: column(text),
  'jäseniä <1>': column(fc.integer()),
  share: column(fc.double({ noNaN: true })),
  public: column(fc.boolean()),
  themes: column(fc.array(name, { minLength: 1, maxLength: 3 })),
})
const someDay = fc.option(fc.integer({ min: -20_000, max: 60_000 }), { nil: undefined })
const networks = fc
  .uniqueArray(name, { minLength: 2, maxLength: 8 })
  .chain((ids) =>
    fc.record({
      actors: fc.tuple(...ids.map((id) => values.map((told) => ({ id, attributes: told })))),
      ties: fc.array(
        fc.record({
          ends: fc.shuffledSubarray(ids, { minLength: 2, maxLength: 2 }),
          kind: name,
          weight: fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
          since: someDay,
          until: someDay,
          evidence: fc.option(name, { nil: undefined }),
        }),
        { maxLength: 12 },
      ),
    }),
  )
  .map(({ actors, ties }) => ({
    actors: actors.map(({ id, attributes }) => ({ id, attributes: told(attributes) }) as Actor),
    ties: ties.map(({ ends: [a, b], ...rest }) => ({ a, b, ...told(rest) }) as Tie),
  }))

/** Without what is undefined. */
const told = (record: object): object =>
  Object.fromEntries(Object.entries(record).filter(([, v]) => v !== undefined))

describe('what was written reads back the same', () => {
  test.each([
    ['GEXF', writeGexf, readGexf],
    ['GraphML', writeGraphml, readGraphml],
  ] as const)('%s', (_, write, read) => {
    fc.assert(
      fc.property(networks, ({ actors, ties }) => {
        const graph = graphOf(actors, ties)
        const picture = layout(graph, { communities: new Int32Array(graph.size) })
        const answer = read(xmlEvents([...write(graph, { layout: picture })].join('')))
        if ('faults' in answer) throw new Error(JSON.stringify(answer.faults))
        expect(answer.graph.ties).toEqual(ties)
        expect(answer.graph.actors).toEqual(actors)
        expect(answer.graph.places.get(actors[0]!.id)).toEqual({ x: picture.x[0], y: picture.y[0] })
      }),
      { seed: 11, numRuns: 150 },
    )
  })

  test('tables, whose attributes are texts', () => {
    fc.assert(
      fc.property(networks, ({ actors, ties }) => {
        const named = actors.map(({ id }) => ({ id, attributes: { region: `of ${id}` } }))
        const graph = graphOf(named, ties)
        const answer = readTables(actorRows(graph), tieRows(graph))
        expect(answer).toEqual({ graph: { actors: named, ties, places: new Map() } })
      }),
      { seed: 12, numRuns: 100 },
    )
  })
})

test('what XML cannot hold is left out, and a document with an entity of its own is none', () => {
  const graph = graphOf([{ id: 'a', attributes: { name: 'x\u0000\u0008\ud800y' } }], [])
  const answer = readGexf(xmlEvents([...writeGexf(graph)].join('')))
  expect(answer).toMatchObject({ graph: { actors: [{ id: 'a', attributes: { name: 'xy' } }] } })
  expect(() => xmlEvents('<!DOCTYPE g [<!ENTITY e "ee">]><gexf>&e;</gexf>')).toThrow(/entity/)
})

test('every fault of a file is told, with where it is', () => {
  const file = `<gexf><graph><nodes><node id="a"/><node id="a"/><node/></nodes><edges>
    <edge id="1" source="a" target="b"/><edge id="2" source="a" target="a"/></edges></graph></gexf>`
  expect(readGexf(xmlEvents(file))).toEqual({
    faults: [
      { code: 'same-id-twice', where: 'a' },
      { code: 'no-id', where: '2' },
      { code: 'actor-not-there', where: '1', word: 'b' },
      { code: 'tied-to-itself', where: '2', word: 'a' },
    ],
  })
  expect(readGraphml(xmlEvents(file))).toEqual({ faults: [{ code: 'other-format', where: 'gexf' }] })
  const deep = `${'<gexf>'.repeat(40)}${'</gexf>'.repeat(40)}`
  expect(readGexf(xmlEvents(deep))).toEqual({ faults: [{ code: 'too-deep', where: 'gexf' }] })
  const two = '<gexf><graph><nodes><node id="a"/><node id="b"/></nodes></graph></gexf>'
  expect(readGexf(xmlEvents(two), { depth: 9, things: 1 })).toEqual({
    faults: [{ code: 'too-large', where: '1' }],
  })
})

if (!networkxIsThere) console.warn('SKIPPED: files read by networkx, because python3-networkx is not there')

describe.skipIf(!networkxIsThere)('networkx reads the same nodes, ties and attributes', () => {
  const actors: Actor[] = [
    {
      id: 'ä & <1>',
      attributes: { name: 'Jyväskylä "yliopisto" 🙂', staff: 2800, share: 0.1, public: true },
    },
    { id: 'b', attributes: { name: 'rivi\nja toinen', staff: 12, share: 2, public: false } },
    { id: 'c', attributes: { name: 'C' } },
  ]
  const since = readDay('2021-02-09')!
  const ties: Tie[] = [
    { a: 'ä & <1>', b: 'b', kind: 'lead', weight: 0.25, since, until: since + 365, evidence: 'A70011' },
    { a: 'ä & <1>', b: 'b', kind: 'partners', weight: 1 / 3 },
  ]
  const graph = graphOf(actors, ties)
  type Read = {
    nodes: [string, Record<string, unknown>][]
    edges: [string, string, Record<string, unknown>][]
    directed: boolean
  }

  test.each([
    ['gexf', writeGexf],
    ['graphml', writeGraphml],
  ] as const)('%s', (form, write) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'network-'))
    const file = path.join(folder, `network.${form}`)
    writeFileSync(
      file,
      [...write(graph, { layout: layout(graph, { communities: Int32Array.of(0, 0, 0) }) })].join(''),
    )
    const answer = spawnSync('python3', ['test/network/read-back.py', file, form], { encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    expect(answer.stderr).toBe('')
    const read = JSON.parse(answer.stdout) as Read
    expect(read.directed).toBe(false)
    expect(read.nodes.map(([id]) => id)).toEqual(actors.map(({ id }) => id))
    read.nodes.forEach(([, attributes], v) => {
      expect(attributes).toMatchObject(actors[v]!.attributes!)
    })
    const days = form === 'gexf' ? ['start', 'end'] : ['since', 'until']
    expect(read.edges.map(([a, b]) => [a, b])).toEqual(ties.map(({ a, b }) => [a, b]))
    expect(read.edges[0]![2]).toMatchObject({
      kind: 'lead',
      weight: 0.25,
      evidence: 'A70011',
      [days[0]!]: writeDay(since),
      [days[1]!]: writeDay(since + 365),
    })
    expect(read.edges[1]![2]).toMatchObject({ kind: 'partners', weight: 1 / 3 })
  })
})
