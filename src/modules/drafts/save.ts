import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { found, keyOf, mayType, refuse, tell, typist } from './access.ts'
import { beHere } from './presence-queries.ts'
import {
  answerTo,
  type Draft,
  draftById,
  fieldsNamed,
  type HeldField,
  lockDraft,
  type NewSave,
  valueAt,
  versionOfRecord,
  writeSave,
} from './queries.ts'
import { emptyLike, settle } from './rules.ts'
import { type Saved, type Saving, saved, saving } from './schemas.ts'

/** Keeps changed fields. When it answers, they are in the database; sent again, it answers the same. */
export const saveDraft = command({
  name: 'draft.save',
  summary: {
    fi: 'Tallenna täytettävän lomakkeen muuttuneet kentät',
    sv: 'Spara ändrade fält i ett formulär som fylls i',
    en: 'Keep changed fields of a form that is being filled in',
  },
  route: { method: 'POST', path: '/drafts/{kind}/{subject}' },
  input: saving,
  output: saved,
  allow: mayType,
  unaudited: 'Every change of a draft is a row of its own with who and when.',
  run: async (ctx, input) => {
    const person = typist(ctx)
    if (input.person && input.person !== person) throw refuse('forbidden', 'otherPerson')
    const draft = await lockDraft(ctx.db, keyOf(ctx, input), newId(ctx.now.getTime()), ctx.now)
    const answers = await answerTo(ctx.db, [input.operation, ...(input.unsure ? [input.unsure] : [])])
    const before = answers.get(input.operation)
    if (before?.person_id === person) return before.answer as Saved
    if (input.draft && input.draft !== draft.id) {
      const old = found(await draftById(ctx.db, input.draft))
      if (old.kind !== input.kind || old.subject !== input.subject) throw refuse('missing', 'noDraft')
      throw refuse('conflict', 'closed')
    }
    const unsure = input.unsure === undefined ? undefined : answers.get(input.unsure)
    const fields = afterUnsure(input, unsure?.answer as Saved | undefined)
    const { answer, ...written } = await keep(ctx, draft, fields)
    await writeSave(ctx.db, {
      ...written,
      draft: draft.id,
      person,
      at: ctx.now,
      seq: answer.seq,
      names: fields.map((f) => f.name),
      // Should the unanswered one arrive after all, it has been done by this one.
      operations: [input.operation, ...(input.unsure && !unsure ? [input.unsure] : [])],
      answer,
    })
    if (input.client)
      await beHere(ctx.db, {
        draft: draft.id,
        client: input.client,
        person,
        field: input.fields[0]!.name,
        now: ctx.now,
      })
    if (answer.seq > draft.seq) await tell(ctx, input, input.client)
    return answer
  },
})

type Field = Saving['fields'][number]

/** Where an unanswered save did arrive, what was typed after it was typed onto what it made. */
function afterUnsure(input: Saving, answer: Saved | undefined): Field[] {
  return input.fields.map((field) => {
    const done = answer?.fields.find((f) => f.name === field.name)
    return done && field.sent !== undefined ? { ...field, base: done.version, from: field.sent } : field
  })
}

/** What the save makes of each field, and what is to be written for it. */
async function keep(
  ctx: Context<Tx>,
  draft: Draft,
  fields: readonly Field[],
): Promise<{ answer: Saved } & Pick<NewSave, 'changes' | 'fields'>> {
  const names = fields.map((f) => f.name)
  const held = new Map((await fieldsNamed(ctx.db, draft.id, names)).map((f) => [f.name, f]))
  const seq = draft.seq + 1
  const answer: Saved = { draft: draft.id, at: ctx.now, seq: draft.seq, fields: [], conflicts: [] }
  const changes: NewSave['changes'][number][] = []
  const kept: NewSave['fields'][number][] = []
  const change = () => newId(ctx.now.getTime())
  for (const sent of fields) {
    const { name } = sent
    const field = held.get(name)
    const needsBase = field && sent.from === undefined && sent.base !== field.version && sent.base > 0
    const atBase = needsBase ? await valueAt(ctx.db, draft.id, name, sent.base) : undefined
    const settled = settle(field, sent, atBase)
    if (settled.how === 'same') {
      answer.fields.push({ name, version: field!.version, how: 'same', value: field!.value })
    } else if (settled.how === 'aside') {
      changes.push({ id: change(), name, how: 'aside', version: null, value: sent.value })
      answer.conflicts.push({ name, mine: sent.value, theirs: told(field!) })
    } else {
      const { how, value } = settled
      const version = (field?.version ?? 0) + 1
      if (!field && ctx.drafts?.get(draft.kind)?.changes) {
        const record = { id: change(), name, how: 'typed' as const, version: versionOfRecord }
        changes.push({ ...record, value: sent.from ?? emptyLike(value) })
      }
      changes.push({ id: change(), name, how, version, value })
      kept.push({ name, value, version })
      answer.seq = seq
      answer.fields.push({ name, version, how, value })
    }
  }
  return { answer, changes, fields: kept }
}

const told = ({ name, value, version, person, by, at }: HeldField) => ({
  name,
  value,
  version,
  person,
  by,
  at,
})
