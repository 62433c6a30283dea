import { type Choice, type Form, withChoices } from '../../engine/form/index.ts'
import type { Read } from '../../kernel/db.ts'
import type { Names } from '../../kernel/text.ts'
import { type Call, callById } from '../calls/index.ts'
import { objectives } from '../codes/index.ts'
import { frameValuesOf } from '../ecosystems/index.ts'
import { settledForm } from '../forms/index.ts'
import { refuse } from './error-text.ts'

/**
 * The form as the applications of a call see it: a settled version, with the choices that are the call's own.
 * @throws a refusal that says what to do when it is not there, as after a database was put together by hand
 */
export async function formOf(
  db: Read,
  call: Pick<Call, 'id'> | Call,
  { id, version }: { id: string; version: number },
): Promise<Form> {
  const form = await settledForm(db, id, version)
  if (!form) throw refuse('missing', 'formGone')
  const asks = form.sections.some((s) => s.questions.some((q) => q.kind === 'choice' && q.list))
  const whole = asks ? ('forms' in call ? call : await callById(db, call.id)) : undefined
  return whole ? withChoices(form, await choicesOf(db, whole)) : form
}

/** The priorities and emphases that the call names, or all of its ecosystem's; the objectives it is open for, or all. */
async function choicesOf(db: Read, { ecosystem, settings }: Call) {
  const values = await frameValuesOf(db, ecosystem)
  const of = (dimension: string): { choices?: readonly Choice[] } => {
    const all = values.filter(({ value }) => value.startsWith(`${dimension}/`))
    const named = settings.frame.filter((f) => f.dimension === dimension).map((f) => `${dimension}/${f.code}`)
    const open = named.length > 0 ? all.filter(({ value }) => named.includes(value)) : all
    const choices = open.map(({ value, name }) => choice(value.slice(dimension.length + 1), name))
    return choices.length > 0 ? { choices } : {}
  }
  const [priorities, emphases] = [of('priority').choices, of('emphasis').choices]
  const named = objectives.filter(({ code }) => settings.objectives.includes(code))
  const asked = named.length > 0 ? named : objectives
  return {
    ...(priorities && { priorities }),
    ...(emphases && { emphases }),
    ...(asked.length > 0 && {
      objectives: asked.map(({ code, number, name }) => {
        const numbered = Object.entries(name).flatMap(([l, said]) => (said ? [[l, `${number} ${said}`]] : []))
        return choice(code, Object.fromEntries(numbered))
      }),
    }),
  }
}

const choice = (code: string, name: Names): Choice => ({
  code,
  label: Object.fromEntries(Object.entries(name).filter(([, said]) => said)),
})
