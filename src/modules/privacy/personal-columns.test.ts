import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { execute } from '../../kernel/db.ts'
import { forgotten, impersonal, kept, patternOf } from './personal-columns.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())
const ask = async (statement: string, values: unknown[] = []) =>
  (await execute(database.db, statement, values)).rows

type Column = { table: string; column: string; type: string; ofPerson: boolean }

it('knows of every column what becomes of it when a person is forgotten', async () => {
  const tied = await ask(`
    select t.relname || '.' || a.attname as name from pg_constraint k join pg_class t on t.oid = k.conrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
    where k.contype = 'f' and k.confrelid = 'person'::regclass`)
  const all = await ask(`
    select table_name as "table", column_name as "column", data_type as type from information_schema.columns
    join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE'`)
  const ofPeople = new Set(tied.map((t) => t.name))
  const columns = all
    .map((c) => ({ ...c, ofPerson: ofPeople.has(`${c.table}.${c.column}`) }) as Column)
    .filter(
      (c) =>
        c.ofPerson ||
        /^(text|jsonb?|ARRAY|character varying)$/.test(c.type) ||
        /(person|owner|actor)_id$/.test(c.column),
    )
  expect(columns.length).toBeGreaterThan(250)
  const isKnown = (table: string, column: string, ofPerson: boolean) => {
    const { ids: opaque = [], words = [], codes = [] } = kept[table] ?? {}
    if (ofPerson) return forgotten[table] === column || opaque.includes(column)
    // The rows of a forgotten table go; where others may be named in those that stay, it has its words told too.
    return (
      (forgotten[table] !== undefined && !kept[table]) ||
      impersonal.includes(table) ||
      [...opaque, ...words, ...codes].includes(column)
    )
  }
  const unknown = columns
    .filter((c) => !isKnown(c.table, c.column, c.ofPerson))
    .map((c) => `${c.table}.${c.column}`)
  expect(unknown).toEqual([])
  const there = new Set(columns.map((c) => `${c.table}.${c.column}`))
  const stale = Object.entries(kept).flatMap(([table, { ids: opaque = [], words = [], codes = [] }]) =>
    [...opaque, ...words, ...codes].map((column) => `${table}.${column}`).filter((name) => !there.has(name)),
  )
  expect(stale).toEqual([])
})

describe('a name in a text', () => {
  const leaves = async (name: string, said: string) =>
    (await ask(`select regexp_replace($1, $2, '*', 'gi') as said`, [said, patternOf(name)]))[0]!.said

  it('goes as it stands, in any case of letters and inflected', async () => {
    expect(await leaves('Anna Aalto', 'Anna Aalto, ANNA AALTOA, anna aaltolta ja Anna Aalto:n')).toBe(
      '*, *, * ja *',
    )
    expect(await leaves('Åke Öström', 'Åke Öströms plan, Åke Öström.')).toBe('* plan, *.')
    expect(await leaves('a.b+c@example.fi', 'Kirjoita a.b+c@example.fi tai A.B+C@EXAMPLE.FI')).toBe(
      'Kirjoita * tai *',
    )
  })

  it('stays where it is a part of another', async () => {
    for (const said of ['Anna Aaltonen', 'Marianna Aalto', 'Anna Aallotar'])
      expect(await leaves('Anna Aalto', said)).toBe(said)
    expect(await leaves('b@example.fi', 'bb@example.fi')).toBe('bb@example.fi')
  })
})
