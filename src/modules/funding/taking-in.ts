import type { Day } from '../../kernel/time.ts'
import { type Entry, entryFields } from './entry.ts'
import { opportunityOf, ownField, statusParts, valuesOf } from './opportunity.ts'
import type { Funding } from './queries.ts'
import type { Good } from './reading/proposal.ts'
import { changedFields, same, takeIn } from './rules.ts'
import type { Opportunity } from './standard.ts'

/** What taking a proposal in would do to the entry that is there. */
export type Step =
  | { verdict: 'new'; values: Entry }
  | { verdict: 'same' }
  | { verdict: 'changed'; values: Entry; fields: readonly (keyof Entry | 'document')[] }

export function stepFor(told: Good, now: Funding | undefined, today: Day): Step {
  if (!now) return { verdict: 'new', values: told.entry }
  const current = valuesOf(now)
  const values = takeIn(current, now.imported ?? current, told.entry)
  const fields: (keyof Entry | 'document')[] = changedFields(current, values)
  // What people have changed here stays; the file may still tell what it told the last time.
  if (fields.length === 0 && !tellsMore(told, now, today)) return { verdict: 'same' }
  if (fields.length === 0) fields.push('document')
  return { verdict: 'changed', values, fields }
}

/** Whether the file's opportunity differs from the one that is kept, or that would go out. */
function tellsMore({ document }: Good, now: Funding, today: Day): boolean {
  if (!document) return false
  if (now.document && same(document, now.document)) return false
  const { customFields, ...out } = opportunityOf(now, today)
  const { [ownField]: _, ...others } = customFields ?? {}
  const gone = Object.keys(others).length > 0 ? { ...out, customFields: others } : out
  return !same(document, gone)
}

/** The status as the source states it, while its stage and days are as the source told them. */
export const statedStatus = (
  document: Partial<Opportunity> | null | undefined,
  values: Entry,
  imported: Entry | null,
): string | null =>
  document?.status && imported && same(statusParts(values), statusParts(imported))
    ? document.status.value
    : null

export const pickFields = (e: Entry, fields: readonly string[]): object =>
  Object.fromEntries(entryFields.filter((f) => fields.includes(f)).map((f) => [f, e[f]]))
