import { z } from 'zod'
import { tsvector } from '../../engine/language/index.ts'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { type Complaint, Refusal } from '../../kernel/refusal.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import { by } from '../people/index.ts'
import { nameKeyOf } from './rules.ts'
import {
  addSpelling,
  type EditedOrganisation,
  insertStatement,
  markUndone,
  organisationForEdit,
  setOrganisation,
  spellingsOf,
  statementForUpdate,
  statementsOf,
} from './statement-queries.ts'
import { type StatedField, statedFields, webAddress } from './statement-rules.ts'
import { text } from './text.ts'

const name = z.string().trim().max(300)
export const organisationEdit = z.object({
  id: z.uuid(),
  name,
  name_sv: name.default(''),
  name_en: name.default(''),
  place: z.string().trim().max(100).default(''),
  website: z.string().trim().max(500).default(''),
})

const stated = z.object({
  id: z.uuid(),
  field: z.enum(statedFields),
  value: z.string().nullable(),
  previous: z.string().nullable(),
  by: z.string(),
  at: z.date(),
  undoneAt: z.date().nullable(),
  undoneBy: z.string().nullable(),
})

/** The names, place and website of an organisation as they are, and what people have stated of them. */
export const statedOrganisation = query({
  name: 'organisations.stated',
  summary: {
    fi: 'Mitä organisaatiosta on ilmoitettu: arvot, ilmoittaja ja aika',
    sv: 'Vad som har uppgetts om en organisation: värden, av vem och när',
    en: 'What people have stated of an organisation: values, by whom, when',
  },
  route: { method: 'GET', path: '/organisations/{id}/statements' },
  input: z.object({ id: z.uuid() }),
  output: z.object({
    id: z.uuid(),
    fields: z.record(z.enum(statedFields), z.string().nullable()),
    statements: z.array(stated),
  }),
  allow: by('coordinator'),
  run: async (ctx, { id }) => {
    const { id: canonical, ...fields } = found(await organisationForEdit(ctx.db, ctx.actor, id))
    const statements = await statementsOf(ctx.db, canonical)
    return { id: canonical, fields, statements: statements.map(({ organisation: _, ...s }) => s) }
  },
})

/** Writes what a person states of an organisation: each changed value with what it replaced. */
export async function stateOrganisation(
  ctx: Context<Tx>,
  input: z.output<typeof organisationEdit>,
): Promise<{ id: string; changed: number }> {
  const old = found(await organisationForEdit(ctx.db, ctx.actor, input.id, true))
  const fresh = readEdit(input)
  const changed = statedFields.filter((field) => (old[field] ?? null) !== fresh[field])
  for (const field of changed) {
    await insertStatement(ctx.db, {
      id: newId(ctx.now.getTime()),
      organisation: old.id,
      field,
      value: fresh[field],
      previous: old[field],
      person: ctx.actor.kind === 'person' ? ctx.actor.id : null,
      by: whoOf(ctx),
      at: ctx.now,
    })
  }
  if (changed.length > 0) await apply(ctx, old, Object.fromEntries(changed.map((f) => [f, fresh[f]])))
  return { id: old.id, changed: changed.length }
}

type Values = Partial<Record<StatedField, string | null>>

async function apply(ctx: Context<Tx>, old: EditedOrganisation, values: Values): Promise<void> {
  const { id } = old
  for (const [field, language] of [
    ['name', 'fi'],
    ['name_sv', 'sv'],
    ['name_en', 'en'],
  ] as const) {
    const spelling = values[field]
    if (!spelling) continue
    const source = text[ctx.language].statedBy(whoOf(ctx))
    const key = nameKeyOf(spelling)
    await addSpelling(ctx.db, {
      id: newId(ctx.now.getTime()),
      organisation: id,
      name: spelling,
      key,
      language,
      source,
    })
  }
  const names = await spellingsOf(ctx.db, id)
  const lexemes = tsvector(names.map((n) => ({ text: n, weight: 'A' as const, language: 'auto' as const })))
  await setOrganisation(ctx.db, id, { ...values, lexemes })
  await bumpRevision(ctx.db)
  const before = Object.fromEntries(Object.keys(values).map((f) => [f, old[f as StatedField]]))
  ctx.changed({ kind: 'organisation', id, before, after: values })
}

export const undoStatement = command({
  name: 'organisations.undo-statement',
  summary: {
    fi: 'Peru ilmoitettu arvo: sitä edeltänyt arvo palaa voimaan',
    sv: 'Ångra ett uppgett värde: det tidigare värdet återkommer',
    en: 'Take a stated value back: the value before it comes back',
  },
  route: { method: 'POST', path: '/organisation-statements/{id}/undo' },
  input: z.object({ id: z.uuid() }),
  output: z.object({ organisation: z.uuid() }),
  allow: by('coordinator'),
  run: async (ctx, { id }) => {
    const statement = await statementForUpdate(ctx.db, id)
    if (!statement || statement.undoneAt) throw new Refusal('missing', 'organisations.no-statement')
    const old = found(await organisationForEdit(ctx.db, ctx.actor, statement.organisation, true))
    if ((old[statement.field] ?? null) !== statement.value) throw changedSince
    await markUndone(ctx.db, id, whoOf(ctx), ctx.now)
    await apply(ctx, old, { [statement.field]: statement.previous })
    return { organisation: old.id }
  },
})

function readEdit(input: z.output<typeof organisationEdit>): Record<StatedField, string | null> {
  const complaints: Complaint[] = []
  const website = input.website === '' ? null : webAddress(input.website)
  if (input.name === '') complaints.push({ field: 'name', text: said('nameMissing') })
  if (website === undefined) complaints.push({ field: 'website', text: said('noWebAddress') })
  if (complaints.length > 0) throw new Refusal('invalid', 'organisations.not-valid', complaints)
  return {
    name: input.name,
    name_sv: input.name_sv || null,
    name_en: input.name_en || null,
    place: input.place || null,
    website: website ?? null,
  }
}

const said = (key: 'nameMissing' | 'noWebAddress' | 'changedSince') => ({
  fi: text.fi[key],
  sv: text.sv[key],
  en: text.en[key],
})
const changedSince = new Refusal('conflict', 'organisations.changed-since', [{ text: said('changedSince') }])

const whoOf = ({ actor }: Pick<Context, 'actor'>): string => (actor.kind === 'visitor' ? '' : actor.name)

function found(organisation: EditedOrganisation | undefined): EditedOrganisation {
  if (!organisation) throw new Refusal('missing', 'organisations.missing')
  return organisation
}
