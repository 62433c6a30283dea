import type { Value } from '../../engine/merging/index.ts'
import type { DraftAddress, DraftKind } from '../../kernel/draft.ts'
import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import type { FieldError } from '../../ui/index.ts'
import { type Before, postedDraft } from './reader.ts'

/** What a form is sent with, others' changes among it. */
export type Sent = {
  text: (name: string) => string
  list: (name: string) => readonly string[]
  /** For the command that takes the form: the draft ends with it. */
  draft: DraftAddress
}

/**
 * Takes a posted form: keeps what changed in its draft, and sends it; `send` answers where it leads, what is wrong, or
 * the page itself where something is told once. What is wrong comes back in its form with what is wrong beside the
 * fields; "save draft" and clashes lead back to the form too.
 */
export async function takeForm(
  request: PageRequest,
  { kind, subject, before }: { kind: DraftKind; subject: string; before: Before },
  send: (sent: Sent) => Promise<string | readonly FieldError[] | PageAnswer>,
  again: (errors: readonly FieldError[]) => Promise<PageAnswer>,
): Promise<PageAnswer> {
  const posted = await postedDraft(request, kind, subject, before, await request.form())
  if (posted.state !== 'send') return { as: 'redirect', to: request.link(kind.path(subject)) }
  const { values, draft } = posted
  const text = (name: string) => one(values[name] ?? '').trim()
  const list = (name: string) => many(values[name] ?? [])
  try {
    const done = await send({ text, list, draft })
    if (typeof done === 'string') return { as: 'redirect', to: request.link(done) }
    return 'as' in done ? done : again(done)
  } catch (error) {
    return again(formErrors(error, request.language))
  }
}

const one = (value: Value): string => (typeof value === 'string' ? value : (value[0] ?? ''))
const many = (value: Value): readonly string[] =>
  typeof value === 'string' ? (value === '' ? [] : [value]) : value
