import type { Plan } from './call.ts'
import { fieldsOfPart, fieldValue, type Part, type PlanField, parts } from './parts.ts'

/** One field that differs between two plans. Values are plain data: instants as ISO text. */
export type Difference = { part: Part; field: PlanField; before: unknown; after: unknown }

/** What differs between two plans of one call, in the order of the parts. */
export function differencesOf(before: Plan, after: Plan): Difference[] {
  return parts.flatMap((part) =>
    fieldsOfPart[part].flatMap((field) => {
      const [was, is] = [plain(fieldValue(before, field)), plain(fieldValue(after, field))]
      return canonical(was) === canonical(is) ? [] : [{ part, field, before: was, after: is }]
    }),
  )
}

const plain = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)))

/** The same text for the same value, in whichever order its keys were written. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`
}
