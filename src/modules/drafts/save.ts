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
  fieldsOf,
  type HeldField,
  insertChange,
  lockDraft,
  rememberAnswer,
  setField,
  setSeq,
  settleAsides,
  valueAt,
  versionOfRecord,
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
    const answer = await keep(ctx, draft, person, afterUnsure(input, unsure?.answer as Saved | undefined))
    const remember = (id: string) =>
      rememberAnswer(ctx.db, { id, draft: draft.id, person, answer, at: ctx.now })
    await remember(input.operation)
    // Should the unanswered one arrive after all, it has been done by this one.
    if (input.unsure && !unsure) await remember(input.unsure)
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

async function keep(
  ctx: Context<Tx>,
  draft: Draft,
  person: string,
  fields: readonly Field[],
): Promise<Saved> {
  const held = new Map((await fieldsOf(ctx.db, draft.id)).map((f) => [f.name, f]))
  const seq = draft.seq + 1
  const answer: Saved = { draft: draft.id, at: ctx.now, seq: draft.seq, fields: [], conflicts: [] }
  for (const sent of fields) {
    const { name } = sent
    const field = held.get(name)
    const needsBase = field && sent.from === undefined && sent.base !== field.version && sent.base > 0
    const atBase = needsBase ? await valueAt(ctx.db, draft.id, name, sent.base) : undefined
    const settled = settle(field, sent, atBase)
    await settleAsides(ctx.db, draft.id, person, name, ctx.now)
    const change = { id: newId(ctx.now.getTime()), draft: draft.id, name, person, at: ctx.now }
    if (settled.how === 'same') {
      answer.fields.push({ name, version: field!.version, how: 'same', value: field!.value })
    } else if (settled.how === 'aside') {
      await insertChange(ctx.db, { ...change, how: 'aside', version: null, value: sent.value })
      answer.conflicts.push({ name, mine: sent.value, theirs: told(field!) })
    } else {
      const { how, value } = settled
      const version = (field?.version ?? 0) + 1
      if (!field && ctx.drafts?.get(draft.kind)?.changes) {
        const record = {
          ...change,
          id: newId(ctx.now.getTime()),
          how: 'typed' as const,
          version: versionOfRecord,
        }
        await insertChange(ctx.db, { ...record, value: sent.from ?? emptyLike(value) })
      }
      await insertChange(ctx.db, { ...change, how, version, value })
      await setField(ctx.db, { draft: draft.id, name, value, version, seq, person, at: ctx.now })
      answer.seq = seq
      answer.fields.push({ name, version, how, value })
    }
  }
  if (answer.seq === seq) await setSeq(ctx.db, draft.id, seq, ctx.now)
  return answer
}

const told = ({ name, value, version, person, by, at }: HeldField) => ({
  name,
  value,
  version,
  person,
  by,
  at,
})
