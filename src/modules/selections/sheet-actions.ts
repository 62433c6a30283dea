import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { newId } from '../../kernel/id.ts'
import { frameValuesOf } from '../ecosystems/index.ts'
import { openTable, textOf, Unreadable } from '../sources/index.ts'
import { keepsIt } from './access.ts'
import { readCandidates, type SheetCandidate, type SheetFault } from './candidate-sheet.ts'
import { done, inHand } from './deeds.ts'
import { no } from './fault-text.ts'
import { candidatesOf, type Head, headById } from './queries.ts'
import { enter } from './take-in-actions.ts'
import type { NewCandidate, NewScore } from './write-queries.ts'

const file = {
  selection: z.uuid(),
  hash: z.string().max(64),
  name: z.string().max(300),
}
/** More would be no meeting. */
const mostRows = 2_000

export type ReadSheet = {
  candidates: SheetCandidate[]
  faults: SheetFault[]
  /** The sheet's own columns and the rows with something wrong, for a file to correct. */
  names: readonly string[]
  wrongRows: { row: number; cells: string[] }[]
}

async function sheetOf(
  ctx: Context,
  head: Head,
  { hash, name }: { hash: string; name: string },
): Promise<ReadSheet> {
  if (!/^[0-9a-f]{64}$/.test(hash) || !(await ctx.files.has(hash)))
    throw no('no-file', 'invalid', { field: 'file' })
  const rows: { row: number; cells: string[] }[] = []
  let header: { names: readonly string[]; row: number }
  try {
    const table = await openTable({ name, open: () => ctx.files.open(hash) })
    header = table.header
    for await (const { row, cells } of table.rows()) {
      if (rows.length >= mostRows) throw no('too-many-rows', 'invalid', { field: 'file' })
      rows.push({ row, cells: cells.map(textOf) })
    }
  } catch (error) {
    if (error instanceof Unreadable) throw no('no-sheet', 'invalid', { field: 'file' })
    throw error
  }
  const codes = new Set((await candidatesOf(ctx.db, head.id)).map((c) => c.code))
  const frame = await frameValuesOf(ctx.db, head.ecosystem.id)
  const around = { settings: head.settings, codes, frame }
  const read = readCandidates({ names: header.names, headerRow: header.row, rows }, around)
  const wrong = new Set(read.faults.map((f) => f.row))
  return { ...read, names: header.names, wrongRows: rows.filter((r) => wrong.has(r.row)) }
}

export const readSheet = query({
  name: 'selection.read-sheet',
  summary: {
    fi: 'Tarkista taulukko, josta ehdokkaita tuodaan',
    sv: 'Granska tabellen som kandidater hämtas ur',
    en: 'Check a spreadsheet from which candidates are taken in',
  },
  input: z.object(file),
  output: z.custom<ReadSheet>(),
  allow: keepsIt,
  run: async (ctx, { selection, ...asked }) => {
    const head = await headById(ctx.db, selection)
    if (!head) throw no('missing', 'missing')
    return sheetOf(ctx, head, asked)
  },
})

export const takeInSheet = command({
  name: 'selection.take-in-sheet',
  summary: {
    fi: 'Ota taulukon kelvolliset rivit ehdokkaiksi',
    sv: 'Ta in tabellens giltiga rader som kandidater',
    en: 'Take the rows of a spreadsheet that are whole in as candidates',
  },
  input: z.object(file),
  output: done.extend({ added: z.number(), left: z.custom<ReadSheet>().describe('What was not taken in.') }),
  allow: keepsIt,
  run: async (ctx, { selection, ...asked }) => {
    const head = await inHand(ctx, selection, ['preparing', 'called'])
    const whole = await sheetOf(ctx, head, asked)
    const { candidates: read } = whole
    const person = ctx.actor.kind === 'person' ? ctx.actor.id : null
    const scores: NewScore[] = []
    const candidates = read.map(({ row, scores: given, ...c }): NewCandidate => {
      const id = newId(ctx.now.getTime())
      for (const [criterion, range] of Object.entries(given))
        scores.push({ candidate: id, criterion, ...range, origin: 'entered', person, at: ctx.now })
      return {
        ...c,
        id,
        project: null,
        application: null,
        fund: null,
        region: null,
        actorKind: null,
        // Who is named by words alone ties nobody: members tell of it themselves.
        organisations: [],
        source: `${asked.name}, ${row}`,
      }
    })
    if (candidates.length > 0) await enter(ctx, head, candidates, scores)
    return {
      path: `/selections/${selection}/candidates`,
      added: candidates.length,
      left: { ...whole, candidates: [] },
    }
  },
})
