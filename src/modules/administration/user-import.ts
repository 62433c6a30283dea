import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayIn } from '../../kernel/time.ts'
import { by } from '../people/index.ts'
import { openTable, textOf } from '../sources/index.ts'
import { type ReadUser, readUserRows } from './rules.ts'
import { text } from './text.ts'
import { ecosystemIds, insertOffice, insertUser, knownEmails } from './user-queries.ts'

const file = z.object({
  name: z.string().min(1).max(300),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})

const row = z.object({
  row: z.number(),
  name: z.string(),
  email: z.string(),
  office: z.string(),
  ecosystem: z.string(),
  ends: z.string(),
  language: z.string(),
  /** `new`: will be made; `known`: there already, nothing happens; else what is wrong. */
  verdict: z.enum(['new', 'known', 'no-name', 'no-email', 'twice', 'office', 'ecosystem', 'day']),
})
const report = z.object({ rows: z.array(row), missing: z.array(z.string()) })
export type UserReport = z.output<typeof report>

const allow = by('administrator')
const most = 2_000

export const previewUsers = query({
  name: 'users.preview-import',
  summary: {
    fi: 'Mitä henkilöluettelon tuonti toisi, rivi riviltä',
    sv: 'Vad en importerad personlista skulle ge, rad för rad',
    en: 'What a dropped file of people would bring, row by row',
  },
  input: file,
  output: report,
  allow,
  run: readFile,
})

export const importUsers = command({
  name: 'users.import',
  summary: {
    fi: 'Luo käyttäjätilit tiedostosta: jo tunnetut ja virheelliset jätetään pois ja kerrotaan',
    sv: 'Skapa användarkonton från en fil: kända och felaktiga utelämnas och redovisas',
    en: 'Make accounts from a file: those that are known or wrong are left out and reported',
  },
  input: file,
  output: report,
  allow,
  run: async (ctx, input) => {
    const read = await readFile(ctx, input)
    const ecosystems = await ecosystemIds(ctx.db)
    const at = ctx.now.getTime()
    for (const r of read.rows.filter((one) => one.verdict === 'new')) {
      const id = newId(at)
      const { name, email, language } = r
      await insertUser(ctx.db, { id, name, email, language, created_at: ctx.now })
      if (r.office) {
        await insertOffice(ctx.db, {
          id: newId(at),
          person_id: id,
          office: r.office,
          ecosystem_id: ecosystems.get(r.ecosystem) ?? null,
          starts_on: dayIn(ctx.now),
          ends_on: r.ends || null,
          granted_by: ctx.actor.kind === 'person' ? ctx.actor.id : null,
          granted_at: ctx.now,
        })
      }
      const after = {
        name,
        email,
        language,
        office: r.office || null,
        ecosystem: ecosystems.get(r.ecosystem) ?? null,
      }
      ctx.changed({ kind: 'person', id, before: null, after })
    }
    return read
  },
})

async function readFile(
  ctx: Pick<Context, 'db' | 'files'>,
  { name, hash }: z.output<typeof file>,
): Promise<z.input<typeof report>> {
  if (!(await ctx.files.has(hash))) throw new Refusal('missing', 'users.no-file')
  const cells: string[][] = []
  try {
    const table = await openTable({ name, open: () => ctx.files.open(hash) })
    cells.push([...table.header.names])
    for await (const r of table.rows()) {
      cells.push([String(r.row), ...r.cells.map(textOf)])
      if (cells.length > most) break
    }
  } catch {
    throw new Refusal('invalid', 'users.unreadable', [
      { field: 'file', text: { fi: text.fi.unreadable, sv: text.sv.unreadable, en: text.en.unreadable } },
    ])
  }
  const [header = [], ...body] = cells
  const { rows, missing } = readUserRows(header, body)
  const known = await knownEmails(
    ctx.db,
    rows.map((r) => r.email),
  )
  const ecosystems = await ecosystemIds(ctx.db)
  const verdictOf = (r: ReadUser): z.input<typeof row>['verdict'] => {
    if (r.wrong) return r.wrong
    if (r.ecosystem && !ecosystems.has(r.ecosystem)) return 'ecosystem'
    // An administrator is one of the whole installation.
    if (r.ecosystem && r.office === 'administrator') return 'ecosystem'
    return known.has(r.email) ? 'known' : 'new'
  }
  return { rows: rows.map(({ wrong, ...r }) => ({ ...r, verdict: verdictOf({ ...r, wrong }) })), missing }
}
