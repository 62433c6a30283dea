import type { GeneralCriterion, ScoredCriterion, Template } from './template.ts'
import type { Texts } from './texts.ts'

/** A template that is being made: it may lack what a settled one must have. */
export const emptyTemplate = (name: Texts): Template => ({
  format: 'talkoot-criteria/1',
  name,
  general: [],
  scored: [],
  thresholds: {},
  reasonAlways: false,
  discussFrom: 2,
})

/** One small step in the making of a template. */
export type TemplateChange =
  | {
      do: 'settings'
      name: Texts
      thresholds: Template['thresholds']
      reasonAlways: boolean
      discussFrom: number
    }
  | { do: 'put-general'; criterion: GeneralCriterion; was: string | null }
  | { do: 'put-scored'; criterion: ScoredCriterion; was: string | null }
  | { do: 'remove'; key: string }
  | { do: 'move'; key: string; by: -1 | 1 }

const keysOf = (t: Template) => [...t.general, ...t.scored].map((c) => c.key)

/** In the place of the one that was, or after the last. */
function put<C extends { key: string }>(list: readonly C[], criterion: C, was: string | null): readonly C[] {
  const at = list.findIndex((c) => c.key === was)
  return at < 0 ? [...list, criterion] : list.with(at, criterion)
}

/** The neighbour that it changes places with: of scored ones, the nearest in its group. */
function moved<C extends { key: string; group?: string }>(list: readonly C[], key: string, by: -1 | 1) {
  const at = list.findIndex((c) => c.key === key)
  if (at < 0) return list
  const order = by > 0 ? list.slice(at + 1) : list.slice(0, at).toReversed()
  const other = order.findIndex((c) => c.group === list[at]!.group)
  if (other < 0) return list
  const to = at + by * (other + 1)
  return list.with(at, list[to]!).with(to, list[at]!)
}

/** The template after one step; undefined where the step finds nothing to change or a key is taken. */
export function changeTemplate(t: Template, change: TemplateChange): Template | undefined {
  switch (change.do) {
    case 'settings': {
      const { do: _, ...settings } = change
      return { ...t, ...settings }
    }
    case 'put-general':
    case 'put-scored': {
      const { criterion, was } = change
      const taken = keysOf(t).includes(criterion.key) && criterion.key !== was
      const own: readonly { key: string }[] = change.do === 'put-general' ? t.general : t.scored
      if (taken || (was !== null && !own.some((c) => c.key === was))) return undefined
      return change.do === 'put-general'
        ? { ...t, general: put(t.general, change.criterion, was) }
        : { ...t, scored: put(t.scored, change.criterion, was) }
    }
    case 'remove':
      return keysOf(t).includes(change.key)
        ? {
            ...t,
            general: t.general.filter((c) => c.key !== change.key),
            scored: t.scored.filter((c) => c.key !== change.key),
          }
        : undefined
    case 'move':
      return keysOf(t).includes(change.key)
        ? {
            ...t,
            general: moved(t.general, change.key, change.by),
            scored: moved(t.scored, change.key, change.by),
          }
        : undefined
  }
}

export type TemplateDifference = { key: string; is: 'added' | 'removed' | 'changed' }

/** What changed between two versions: criteria by key, and the settings under the empty key. */
export function templateDifferences(before: Template, after: Template): TemplateDifference[] {
  const list = (t: Template) => new Map([...t.general, ...t.scored].map((c) => [c.key, JSON.stringify(c)]))
  const [old, now] = [list(before), list(after)]
  const settings = ({ name, thresholds, reasonAlways, discussFrom }: Template) =>
    JSON.stringify([name, thresholds, reasonAlways, discussFrom])
  return [
    ...(settings(before) === settings(after) ? [] : [{ key: '', is: 'changed' as const }]),
    ...[...now].flatMap(([key, said]): TemplateDifference[] => {
      if (!old.has(key)) return [{ key, is: 'added' }]
      return old.get(key) === said ? [] : [{ key, is: 'changed' }]
    }),
    ...[...old.keys()].flatMap((key): TemplateDifference[] => (now.has(key) ? [] : [{ key, is: 'removed' }])),
  ]
}

/** Texts that are missing in one of the languages, by the path of each. */
export function missingLanguages(t: Template, languages: readonly (keyof Texts)[]): string[] {
  const lacks = (at: string, texts: Texts | undefined) =>
    texts ? languages.filter((l) => !texts[l]).map((l) => `${at}.${l}`) : []
  return [
    ...lacks('name', t.name),
    ...[...t.general, ...t.scored].flatMap((c) => [
      ...lacks(`${c.key}.label`, c.label),
      ...lacks(`${c.key}.guide`, c.guide),
      ...('scale' in c
        ? Object.entries(c.scale.words ?? {}).flatMap(([points, said]) =>
            lacks(`${c.key}.scale.${points}`, said),
          )
        : []),
    ]),
  ]
}
