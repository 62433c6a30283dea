import type { Language } from './text.ts'

/** An expected "no": bad input, no right, nothing there, or a clash with what is so. Each shell says it its own way. */
export type RefusalKind = 'invalid' | 'forbidden' | 'missing' | 'conflict'

/** One thing that is wrong: where (a field's name, a row) and what to do, in the three languages. */
export type Complaint = { field?: string; text: Record<Language, string> }

export class Refusal extends Error {
  readonly kind: RefusalKind
  /** The module's own word for the reason, such as "imports.unknown-currency". */
  readonly reason: string
  readonly complaints: readonly Complaint[]

  constructor(kind: RefusalKind, reason: string, complaints: readonly Complaint[] = []) {
    super(complaints[0]?.text.en ?? reason)
    this.kind = kind
    this.reason = reason
    this.complaints = complaints
  }
}

/** What a form shows of a refusal, each complaint at its field. Anything but a complaint about a form is thrown on. */
export function formErrors(error: unknown, language: Language): { name: string; text: string }[] {
  if (!(error instanceof Refusal) || error.complaints.length === 0) throw error
  if (error.kind !== 'invalid' && error.kind !== 'conflict') throw error
  return error.complaints.map(({ field, text }) => ({ name: field ?? '', text: text[language] }))
}

export const httpStatusOf = (kind: RefusalKind): 403 | 404 | 409 | 422 =>
  kind === 'invalid' ? 422 : kind === 'forbidden' ? 403 : kind === 'missing' ? 404 : 409
