import { z } from 'zod'
import { type Change, type Changed, change, type Form, type FormComplaint } from '../../engine/form/index.ts'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { foundForm, keepers, refuse } from './access.ts'
import { one, personOfActor } from './actions.ts'
import {
  insertStep,
  insertVersion,
  lockForm,
  markUndone,
  stepById,
  updateVersion,
  versionsOf,
} from './queries.ts'
import { formFrom } from './rules.ts'

const key = z.string().max(60)
const after = key.nullable().describe('The neighbour before it; null for the first place.')
// What stands inside is checked with the form that comes of it.
const keyed = z.looseObject({ key })

const step = z.discriminatedUnion('do', [
  z.object({ do: z.literal('form.name'), name: z.looseObject({}) }),
  z.object({
    do: z.literal('section.add'),
    section: keyed.extend({ questions: z.array(z.unknown()) }),
    after,
  }),
  z.object({ do: z.literal('section.change'), section: keyed }),
  z.object({ do: z.literal('section.place'), key, after }),
  z.object({ do: z.literal('section.remove'), key }),
  z.object({ do: z.literal('question.add'), section: key, question: keyed, after }),
  z.object({ do: z.literal('question.change'), question: keyed }),
  z.object({ do: z.literal('question.place'), key, section: key, after }),
  z.object({ do: z.literal('question.remove'), key }),
])

const done = z.object({ version: z.number(), hash: z.string(), step: z.string() })

export const changeFormAction = command({
  name: 'form.change',
  summary: {
    fi: 'Muuta lomaketta yhdellä askeleella: lisää, muuta, siirrä tai poista osio tai kysymys',
    sv: 'Ändra en blankett med ett steg: lägg till, ändra, flytta eller ta bort ett avsnitt eller en fråga',
    en: 'Change a form by one step: add, change, move or remove a section or a question',
  },
  route: { method: 'POST', path: '/forms/{form}/steps' },
  input: z.object({
    ...one,
    step,
    seen: z.string().optional().describe('The hash of the version looked at: refused when it has changed.'),
  }),
  output: done,
  allow: keepers,
  run: async (ctx, input) => take(ctx, input.form, input.step as unknown as Change, input.seen),
})

export const undoStep = command({
  name: 'form.undo',
  summary: {
    fi: 'Kumoa lomakkeen muutos',
    sv: 'Ångra en ändring i en blankett',
    en: 'Undo a step of making a form',
  },
  route: { method: 'POST', path: '/forms/{form}/steps/{step}/undo' },
  input: z.object({ ...one, step: z.string().max(100) }),
  output: done,
  allow: keepers,
  run: async (ctx, input) => {
    const found = await stepById(ctx.db, input.form, input.step)
    if (!found) throw refuse('missing', 'noStep')
    const undone = await take(ctx, input.form, found.undo)
    await markUndone(ctx.db, found.id, ctx.now)
    return undone
  },
})

async function take(ctx: Context<Tx>, id: string, said: Change, seen?: string) {
  await foundForm(ctx, id)
  await lockForm(ctx.db, id)
  const [newest] = await versionsOf(ctx.db, id)
  if (!newest) throw refuse('missing', 'noForm')
  if (seen && seen !== newest.hash) throw refuse('conflict', 'changedMeanwhile')
  const changed = change(newest.form, said)
  if (!changed) throw refuse('missing', 'gone')
  const form = formFrom(changed.form, (complaint) => fieldAt(complaint, changed.form, said))
  const person = personOfActor(ctx)
  const isNew = newest.state === 'settled'
  const version = isNew ? newest.version + 1 : newest.version
  if (isNew) await insertVersion(ctx.db, id, version, form, person, ctx.now)
  else await updateVersion(ctx.db, id, version, { form, by: person, at: ctx.now })
  const stepId = newId(ctx.now.getTime())
  await insertStep(ctx.db, {
    ...told(stepId, said, changed),
    form_id: id,
    version,
    person_id: person,
    at: ctx.now,
  })
  ctx.changed({ kind: 'form', id, before: { version, undo: changed.undo }, after: { version, step: said } })
  const [now] = await versionsOf(ctx.db, id)
  return { version, hash: now!.hash, step: stepId }
}

const told = (id: string, step: Change, { undo }: Changed) => ({ id, step, undo })

/** The field of the form in which the step was written, when the complaint is about what was written there. */
function fieldAt({ path }: FormComplaint, form: Form, said: Change): string | undefined {
  const [, section, , question, property] =
    /^sections\.(\d+)(?:\.(questions)\.(\d+))?(?:\.([a-zA-Z]+))?/.exec(path) ?? []
  const at = form.sections[Number(section)]
  if ('question' in said)
    return at?.questions[Number(question)]?.key === said.question.key ? property : undefined
  if ('section' in said && typeof said.section === 'object')
    return at?.key === said.section.key && question === undefined ? property : undefined
  return undefined
}
