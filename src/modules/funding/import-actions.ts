import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { languages } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import { keepers } from './actions.ts'
import { type Funding, fundingCalled, insertFunding, type NewFunding, updateFunding } from './queries.ts'
import { proposalsOfFile } from './reading/file.ts'
import { type Good, isGood, type Proposal } from './reading/proposal.ts'
import type { Opportunity } from './standard.ts'
import { pickFields, type Step, statedStatus, stepFor } from './taking-in.ts'
import { complaint } from './text.ts'

const file = z.object({
  name: z.string().min(1).max(300),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  source: z
    .string()
    .max(200)
    .default('')
    .transform((s) => s.trim())
    .describe('What the list is called: with the id at its source it tells which entry is which.'),
  language: z.enum(languages).default('fi').describe('The language of texts that do not say theirs.'),
  asOf: z.iso
    .date()
    .optional()
    .describe('The day on which the list was read at its source; today when left out.'),
})
type File = z.output<typeof file>

const row = z.object({
  row: z.number(),
  name: z.string(),
  source: z.string(),
  externalId: z.string(),
  verdict: z.enum(['new', 'changed', 'same', 'wrong']),
  fields: z.array(z.string()).describe('What changes.'),
  faults: z.array(z.object({ key: z.string(), field: z.string().optional(), says: z.string().optional() })),
  id: z.string().nullable(),
})
const report = z.object({
  rows: z.array(row),
  counts: z.object({ new: z.number(), changed: z.number(), same: z.number(), wrong: z.number() }),
})
export type ImportReport = z.output<typeof report>
export type ImportRow = z.output<typeof row>

export const previewFunding = query({
  name: 'funding.preview-import',
  summary: {
    fi: 'Mitä rahoitusmahdollisuuksien tiedosto toisi, rivi riviltä',
    sv: 'Vad en fil med finansieringsmöjligheter skulle ge, rad för rad',
    en: 'What a file of funding opportunities would bring, row by row',
  },
  route: { method: 'GET', path: '/funding/import' },
  input: file,
  output: report,
  allow: keepers,
  run: async (ctx, input) => reportOf(await planOf(ctx, input)),
})

export const importFunding = command({
  name: 'funding.import',
  summary: {
    fi: 'Tuo rahoitusmahdollisuudet tiedostosta: virheelliset rivit jätetään pois ja kerrotaan',
    sv: 'Läs in finansieringsmöjligheter ur en fil: felaktiga rader utelämnas och redovisas',
    en: 'Import funding opportunities from a file: rows that are wrong are left out and reported',
  },
  route: { method: 'POST', path: '/funding/import' },
  input: file,
  output: report,
  allow: keepers,
  run: async (ctx, input) => {
    const plan = await planOf(ctx, input)
    for (const part of plan) {
      const { told, step, now } = part
      if (told && step?.verdict === 'new') part.id = await add(ctx, told, step, part.taken, input)
      else if (told && now && step?.verdict === 'changed') await change(ctx, told, now, step)
    }
    return reportOf(plan)
  },
})

type Part = {
  row: Proposal
  id: string | null
  told?: Good
  step?: Step
  now?: Funding | undefined
  /** Its id is another entry's here. */
  taken: boolean
}

/** What each row of the file would do. */
async function planOf(ctx: Context, input: File): Promise<Part[]> {
  const { name, hash } = input
  if (!(await ctx.files.has(hash)))
    throw new Refusal('missing', 'funding.no-file', [complaint('noFile', 'file')])
  const found = await proposalsOfFile({ name, open: () => ctx.files.open(hash) }, input)
  if (typeof found === 'string') throw new Refusal('invalid', `funding.${found}`, [complaint(found, 'file')])
  const good = found.filter(isGood)
  const known = await fundingCalled(
    ctx.db,
    good,
    good.flatMap((p) => p.id ?? []),
  )
  const called = new Map(known.map((f) => [JSON.stringify([f.source, f.external_id]), f]))
  const ids = new Set(known.map((f) => f.id))
  const today = dayIn(ctx.now)
  return found.map((p): Part => {
    if (!isGood(p)) return { row: p, id: null, taken: false }
    const now = called.get(JSON.stringify([p.source, p.externalId]))
    const taken = p.id !== undefined && ids.has(p.id)
    return { row: p, id: now?.id ?? null, told: p, now, taken, step: stepFor(p, now, today) }
  })
}

const importedOf = ({ original, document, entry }: Good) => ({ original, document, imported: entry })

/** The entry keeps the id that it has at its source, unless another has it here. */
async function add(
  ctx: Context<Tx>,
  told: Good,
  { values }: Extract<Step, { verdict: 'new' }>,
  taken: boolean,
  { asOf }: File,
): Promise<string> {
  const id = told.id !== undefined && !taken ? told.id : newId(ctx.now.getTime())
  const own: NewFunding = {
    id,
    source: told.source,
    external_id: told.externalId,
    checked_on: told.checkedOn ?? asOf ?? dayIn(ctx.now),
    checked_by: ctx.actor.kind === 'person' ? ctx.actor.id : null,
    created_at: told.created ?? ctx.now,
    modified_at: told.modified ?? ctx.now,
    stated_status: statedStatus(told.document, values, told.entry),
  }
  await insertFunding(ctx.db, own, values, importedOf(told))
  const { source, external_id, checked_on } = own
  ctx.changed({ kind: 'funding', id, before: null, after: { ...values, source, external_id, checked_on } })
  return id
}

async function change(
  ctx: Context<Tx>,
  told: Good,
  now: Funding,
  { values, fields }: Extract<Step, { verdict: 'changed' }>,
): Promise<void> {
  const document: Partial<Opportunity> | null = told.document ?? now.document
  const moved = { modified_at: told.modified ?? ctx.now, ...(told.created && { created_at: told.created }) }
  const stated_status = statedStatus(document, values, told.entry)
  const checked = told.checkedOn && told.checkedOn > now.checked_on && { checked_on: told.checkedOn }
  await updateFunding(ctx.db, now.id, { ...moved, ...checked, stated_status }, values, importedOf(told))
  const before = pickFields(now, fields)
  ctx.changed({ kind: 'funding', id: now.id, before, after: pickFields(values, fields) })
}

function reportOf(plan: readonly Part[]): ImportReport {
  const rows = plan.map(({ row: proposal, step, id }): ImportRow => {
    const { row, name, source, externalId } = proposal
    const faults = (proposal.wrong ?? []).map((w) => {
      if (w.key === 'standard') return { key: w.key, field: w.path, says: w.says }
      return { key: w.key, ...('field' in w && w.field && { field: w.field }) }
    })
    const fields = step?.verdict === 'changed' ? [...step.fields] : []
    return { row, name, source, externalId, verdict: step?.verdict ?? 'wrong', fields, faults, id }
  })
  const counts = { new: 0, changed: 0, same: 0, wrong: 0 }
  for (const { verdict } of rows) counts[verdict]++
  return { rows, counts }
}
