// Writes src/kernel/tables.ts from a migrated database: node build/tables.mjs CONNECTION_STRING
// With --check it writes nothing and exits 1 when the file is stale.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

const target = fileURLToPath(new URL('../src/kernel/tables.ts', import.meta.url))

const types = {
  uuid: 'string',
  text: 'string',
  bool: 'boolean',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  numeric: 'string',
  date: 'string',
  timestamptz: 'Date',
  jsonb: 'Json',
  bytea: 'Buffer',
  tsvector: 'string',
  _text: 'string[]',
  _uuid: 'string[]',
  _int4: 'number[]',
}

/** The text of src/kernel/tables.ts for the database behind `client`. */
export async function tablesSource(client) {
  const { rows } = await client.query(`
    select table_name, column_name, udt_name, is_nullable = 'YES' as nullable, column_default is not null as has_default
    from information_schema.columns where table_schema = 'public'
    order by table_name collate "C", ordinal_position`)
  const tables = new Map()
  for (const row of rows) {
    const type = types[row.udt_name]
    if (!type) throw new Error(`${row.table_name}.${row.column_name}: no TypeScript type for ${row.udt_name}`)
    const read = type === 'Json' ? 'JsonColumn' : type
    const full = row.nullable ? `${read} | null` : read
    // Kysely lets a nullable column be left out of an insert by itself.
    const column = row.has_default && !row.nullable ? `Generated<${full}>` : full
    if (!tables.has(row.table_name)) tables.set(row.table_name, [])
    tables.get(row.table_name).push(`  ${row.column_name}: ${column}`)
  }
  const name = (t) =>
    t
      .split('_')
      .map((p) => p[0].toUpperCase() + p.slice(1))
      .join('')
  const bodies = [...tables].map(
    ([t, columns]) => `export interface ${name(t)}Table {\n${columns.join('\n')}\n}`,
  )
  const index = [...tables.keys()].map((t) => `  ${t}: ${name(t)}Table`)
  return `// Made by build/tables.mjs from the migrations. Do not edit: run \`npm run tables\`.
import type { ColumnType, Generated } from 'kysely'

/** jsonb: read as data, written as JSON text. */
export type JsonColumn = ColumnType<unknown, string, string>

${bodies.join('\n\n')}

export interface Tables {
${index.join('\n')}
}
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const client = new pg.Client({ connectionString: process.argv[2] })
  await client.connect()
  const source = await tablesSource(client)
  await client.end()
  if (process.argv.includes('--check')) {
    const stale = (await readFile(target, 'utf8')) !== source
    if (stale) process.stderr.write('src/kernel/tables.ts is stale: run npm run tables\n')
    process.exitCode = stale ? 1 : 0
  } else {
    await writeFile(target, source)
  }
}
