import type { Form, Question, Section, Texts } from './definition.ts'
import { writeForm } from './reading.ts'

/** One thing that differs between two versions of a form. */
export type FormDifference = {
  what: 'form' | 'section' | 'question'
  key: string
  is: 'added' | 'removed' | 'changed' | 'moved'
  label: Texts
  /** What of it has changed, such as "label" or "most", as it was and as it is. */
  changes?: readonly { property: string; before: unknown; after: unknown }[]
}

export const sameForm = (a: Form, b: Form): boolean => writeForm(a) === writeForm(b)

/** What has changed from one version to the next, section by section, for people. */
export function differences(old: Form, fresh: Form): FormDifference[] {
  const named = changesOf({ name: old.name }, { name: fresh.name })
  const found: FormDifference[] =
    named.length > 0 ? [{ what: 'form', key: '', is: 'changed', label: fresh.name, changes: named }] : []
  const sections = compare(
    old.sections.map((section) => ({ key: section.key, place: '', item: section })),
    fresh.sections.map((section) => ({ key: section.key, place: '', item: section })),
  )
  const questions = compare(placed(old), placed(fresh))
  for (const { key, is, item, changes } of sections)
    found.push({ what: 'section', key, is, label: item.title, ...(changes && { changes }) })
  for (const { key, is, item, changes } of questions)
    found.push({ what: 'question', key, is, label: item.label, ...(changes && { changes }) })
  return found
}

type Placed<T> = { key: string; place: string; item: T }

const placed = (form: Form): Placed<Question>[] =>
  form.sections.flatMap((section) =>
    section.questions.map((item) => ({ key: item.key, place: section.key, item })),
  )

function compare<T extends Section | Question>(old: readonly Placed<T>[], fresh: readonly Placed<T>[]) {
  const before = new Map(old.map((one) => [one.key, one]))
  const after = new Map(fresh.map((one) => [one.key, one]))
  const still = longestRun(
    fresh.flatMap((one) => {
      const at = old.findIndex((o) => o.key === one.key)
      return at >= 0 ? [{ key: one.key, at }] : []
    }),
  )
  const found: { key: string; is: FormDifference['is']; item: T; changes?: FormDifference['changes'] }[] = []
  for (const { key, place, item } of fresh) {
    const was = before.get(key)
    if (!was) {
      found.push({ key, is: 'added', item })
      continue
    }
    const changes = changesOf(plain(was.item), plain(item))
    if (changes.length > 0) found.push({ key, is: 'changed', item, changes })
    if (was.place !== place || !still.has(key)) found.push({ key, is: 'moved', item })
  }
  for (const { key, item } of old) if (!after.has(key)) found.push({ key, is: 'removed', item })
  return found
}

/** A section is compared without its questions, which are compared by themselves. */
const plain = (item: Section | Question): Record<string, unknown> => {
  const { key: _, ...rest } = item as Record<string, unknown>
  if ('questions' in rest) delete rest.questions
  return rest
}

function changesOf(old: Record<string, unknown>, fresh: Record<string, unknown>) {
  const properties = [...new Set([...Object.keys(old), ...Object.keys(fresh)])]
  return properties
    .filter((property) => JSON.stringify(old[property]) !== JSON.stringify(fresh[property]))
    .map((property) => ({ property, before: old[property], after: fresh[property] }))
}

/** The keys of the longest run that keeps its order: what is not among them has been moved. */
function longestRun(items: readonly { key: string; at: number }[]): Set<string> {
  const best: number[] = []
  const from: number[] = []
  for (const [i, { at }] of items.entries()) {
    best[i] = 1
    from[i] = -1
    for (let j = 0; j < i; j++)
      if (items[j]!.at < at && best[j]! + 1 > best[i]!) {
        best[i] = best[j]! + 1
        from[i] = j
      }
  }
  const run = new Set<string>()
  let i = best.indexOf(Math.max(0, ...best))
  while (i >= 0) {
    run.add(items[i]!.key)
    i = from[i]!
  }
  return run
}
