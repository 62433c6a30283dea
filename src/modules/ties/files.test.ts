import { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { anOrganisation } from '../../../test/organisations.ts'
import { visit, whatIsSent } from '../../../test/page-request.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import type { Stage } from '../../kernel/context.ts'
import { transaction } from '../../kernel/db.ts'
import { loadShippedEcosystems } from '../ecosystems/index.ts'
import { actorOf } from '../people/index.ts'
import { applyFile, getFile, receiveFile, undoFile } from './file-actions.ts'
import type { KeptRow } from './file-queries.ts'
import { readFile } from './file-reading.ts'
import { readRows } from './file-rules.ts'
import { importPages } from './import-pages.tsx'

const read = (text: string | Buffer) => readFile(Readable.from([Buffer.from(text)]))

describe('the rows of a sheet', () => {
  it('are told by their headings in any language, or by their order', () => {
    const told = { from: 'Alfa Oy', to: 'Beeta Oy', kind: 'supplies', starts: '2021-01-01', strength: 3 }
    expect(
      readRows([
        ['Organisaatio', 'Kumppani', 'Laji', 'Alkaen', 'Tiiviys'],
        ['Alfa Oy', 'Beeta Oy', 'Asiakas', '2021', 'tiivis'],
      ]),
    ).toMatchObject([told])
    expect(
      readRows([
        ['target', 'type', 'source', 'weight', 'start'],
        ['Beeta Oy', 'customer', 'Alfa Oy', '7,5', '2021'],
      ]),
    ).toMatchObject([told])
    expect(readRows([['Alfa Oy', 'Beeta Oy', 'supplies', '2021', '', '3']])).toMatchObject([told])
    expect(readRows([['Alfa Oy', 'Beeta Oy']])).toMatchObject([
      { kind: 'works-with', strength: 2, problem: null },
    ])
  })

  it('say what cannot be read, with the number of the row', () => {
    const rows = readRows([
      ['from', 'to', 'kind', 'since', 'until', 'strength'],
      ['', 'B'],
      ['A', ''],
      ['A', ' a '],
      ['A', 'B', 'project'],
      ['A', 'B', '', 'eilen'],
      ['A', 'B', '', '2024', '2023'],
      ['A', 'B', '', '', '', 'paljon'],
    ])
    expect(rows.map((r) => [r.position, r.problem])).toEqual([
      [2, 'noFrom'],
      [3, 'noTo'],
      [4, 'same'],
      [5, 'kind'],
      [6, 'since'],
      [7, 'order'],
      [8, 'strength'],
    ])
  })

  it('of any sheet are read without falling over', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { maxLength: 8 }), { maxLength: 8 }), (sheet) => {
        for (const row of readRows(sheet)) {
          expect([1, 2, 3]).toContain(row.strength)
          if (!row.problem) expect(row.from && row.to && row.kind).toBeTruthy()
        }
      }),
      { seed: 49 },
    )
  })
})

describe('a file', () => {
  it('is read whatever separates its cells and in older code pages', async () => {
    const latin = Buffer.from('Lähde;Kohde\r\n"Häme; Oy";Yhtiö Ab\r\n', 'latin1')
    expect((await read(latin)).rows).toMatchObject([{ from: 'Häme; Oy', to: 'Yhtiö Ab' }])
    expect((await read('﻿from\tto\nA\tB\n')).rows).toMatchObject([{ from: 'A', to: 'B' }])
  })

  it('of a graph tells the same', async () => {
    const gexf = `<?xml version="1.0"?><gexf xmlns="http://gexf.net/1.3" version="1.3"><graph><nodes>
      <node id="1" label="Alfa Oy"/><node id="2" label="Beeta Oy"/></nodes>
      <edges><edge id="e" source="1" target="2" weight="3" start="2021-01-01"/></edges></graph></gexf>`
    const told = [{ from: 'Alfa Oy', to: 'Beeta Oy', kind: 'works-with', starts: '2021-01-01', strength: 3 }]
    expect(await read(gexf)).toMatchObject({ format: 'gexf', rows: told })
    const graphml = `<graphml><key id="n" for="node" attr.name="name" attr.type="string"/><graph edgedefault="undirected">
      <node id="1"><data key="n">Alfa Oy</data></node><node id="2"><data key="n">Beeta Oy</data></node>
      <edge source="1" target="2"/></graph></graphml>`
    expect(await read(graphml)).toMatchObject({
      format: 'graphml',
      rows: [{ from: 'Alfa Oy', to: 'Beeta Oy' }],
    })
  })

  it('that is too large, too long, broken, deep or with entities is refused in words', async () => {
    const no = { kind: 'invalid', complaints: [{ field: 'file' }] }
    await expect(read(Buffer.alloc(5 * 1024 * 1024 + 1, 'a'))).rejects.toMatchObject(no)
    await expect(read('A,B\n'.repeat(5_001))).rejects.toMatchObject(no)
    await expect(read('\n\n')).rejects.toMatchObject(no)
    await expect(read('<gexf><graph>')).rejects.toMatchObject(no)
    await expect(read(`${'<gexf>'.repeat(50)}${'</gexf>'.repeat(50)}`)).rejects.toMatchObject(no)
    const bomb = '<!DOCTYPE gexf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><gexf><graph>&b;</graph></gexf>'
    await expect(read(bomb)).rejects.toMatchObject(no)
    await expect(
      read('<gexf><nodes><node id="1"/></nodes><edges><edge source="1" target="9"/></edges></gexf>'),
    ).rejects.toThrow(/actor-not-there/)
  })
})

describe('an import', () => {
  const now = new Date('2026-11-21T06:00:00Z')
  const sheet = [
    'organisaatio;kumppani;laji;alkaen;tiiviys',
    'Alfa Oy;0112038-9;asiakas;2021;tiivis',
    'Beeta Oy;ALFA OY;toimittaja;;',
    'Alfa Oy;Gamma Konepaja Oy;;;',
    'Gamma Konepaja Oy;Alfa Oy;;;',
    'Alfa Oy;Tmi Tekijä;;;',
    'Alfa Oy;Delta Oy;ystävä;;',
  ].join('\n')
  const hash = 'a'.repeat(64)
  let database: TestDatabase
  let stage: Stage
  let coordinator: TestPerson
  let elsewhere: TestPerson
  let ecosystem: string
  const as = (person: TestPerson) => actingAs(database, stage, person)
  const all = async () => ({
    ties: await database.db.selectFrom('network_tie').selectAll().orderBy('id').execute(),
    organisations: await database.db
      .selectFrom('organisation')
      .select(['id', 'canonical_id', 'name'])
      .orderBy('id')
      .execute(),
    names: await database.db.selectFrom('organisation_name').select('id').orderBy('id').execute(),
  })

  beforeAll(async () => {
    database = await freshDatabase()
    stage = {
      database: database.db,
      actor: { kind: 'visitor' },
      way: 'page',
      now,
      language: 'fi',
      files: { open: () => Readable.from([Buffer.from(sheet)]) },
    } as unknown as Stage
    await transaction(database.db, (tx) => loadShippedEcosystems(tx, now))
    const keys = await database.db.selectFrom('ecosystem').select(['id', 'key']).execute()
    ecosystem = keys.find((e) => e.key === 'hgie')!.id
    coordinator = await somebody(database, 'Kaarlo Koordinaattori', [['coordinator', ecosystem]])
    elsewhere = await somebody(database, 'Elli Muualta', [
      ['coordinator', keys.find((e) => e.key === 'hev')!.id],
    ])
    await anOrganisation(database, 'Alfa Oy')
    await anOrganisation(database, 'Beeta Oy', { businessId: '0112038-9' })
    await anOrganisation(database, 'Tmi Tekijä', { personal: true })
  })
  afterAll(() => database.drop())

  it('is seen first, applied in one act, changes nothing the second time, and is undone exactly', async () => {
    const before = await all()
    const file = { hash, name: 'verkosto.csv', ecosystem }
    await expect(as(elsewhere)(receiveFile, file)).rejects.toMatchObject({ kind: 'forbidden' })
    const { id } = await as(coordinator)<{ id: string }>(receiveFile, file)
    expect(await all()).toEqual(before)
    const { rows } = await as(coordinator)<{ rows: KeptRow[] }>(getFile, { id })
    expect(rows.map((r) => [r.from_found, r.to_found, r.problem])).toEqual([
      ['name', 'business-id', null],
      ['name', 'name', null],
      ['name', 'new', null],
      ['new', 'name', null],
      ['name', 'none', 'personal'],
      ['name', 'none', 'kind'],
    ])
    await expect(as(elsewhere)(applyFile, { id })).rejects.toMatchObject({ kind: 'forbidden' })
    // Two rows tell of one tie from its two sides, and two of another: each stands once.
    expect(await as(coordinator)(applyFile, { id })).toEqual({ created: 2, standing: 2 })
    await expect(as(coordinator)(applyFile, { id })).rejects.toMatchObject({ kind: 'conflict' })
    const after = await all()
    expect(after.ties).toMatchObject([
      { kind: 'supplies', strength: 3, starts_on: '2021-01-01', source: 'file', source_id: id, answer: null },
      { kind: 'works-with', by_whom: 'verkosto.csv', organisation_id: null },
    ])
    expect(after.organisations).toHaveLength(before.organisations.length + 1)
    expect(await as(coordinator)(receiveFile, file)).toEqual({ id, again: true })
    expect(await all()).toEqual(after)
    expect(await as(coordinator)(undoFile, { id })).toEqual({ removed: 2, ended: 0 })
    expect(await all()).toEqual(before)
    await expect(as(coordinator)(undoFile, { id })).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('gives the rows that cannot be read in a sheet that can be dropped again', async () => {
    const { id } = await as(coordinator)<{ id: string }>(receiveFile, {
      hash: 'b'.repeat(64),
      name: 'v.csv',
      ecosystem,
    })
    const actor = await actorOf(database.db, coordinator.session, now)
    const page = await whatIsSent(await visit(importPages, { ...stage, actor }, `/network/import/${id}`))
    expect(page).toContain('4 yhteyttä on valmiina tuotavaksi')
    expect(page).toContain('2 riviä ei voi lukea')
    const csv = await whatIsSent(
      await visit(importPages, { ...stage, actor }, `/network/import/${id}/rejects.csv`),
    )
    expect(csv).toContain('ystävä')
    const { rows } = await read(csv)
    expect(rows.map((r) => [r.from, r.to, r.problem])).toEqual([
      ['Alfa Oy', 'Tmi Tekijä', null],
      ['Alfa Oy', 'Delta Oy', 'kind'],
    ])
  })
})
