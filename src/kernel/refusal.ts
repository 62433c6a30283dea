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

export const httpStatusOf = (kind: RefusalKind): 403 | 404 | 409 | 422 =>
  kind === 'invalid' ? 422 : kind === 'forbidden' ? 403 : kind === 'missing' ? 404 : 409
