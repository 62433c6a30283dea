import type { Context } from '../../kernel/context.ts'
import type { DraftFields, DraftKind } from '../../kernel/draft.ts'
import { type Rule, ruleOf } from '../../kernel/rule.ts'
import { inEach } from '../../kernel/text.ts'
import { by, placeNames } from '../people/index.ts'
import { keeping } from './actions.ts'
import { text } from './text.ts'

const fields = inEach((l): DraftFields => {
  const t = text[l]
  const each = (name: string, label: string) =>
    Object.fromEntries((['fi', 'sv', 'en'] as const).map((k) => [`${name}.${k}`, `${label} (${k})`]))
  return {
    key: t.key,
    source: t.source,
    scaleLeast: t.scaleLeast,
    scaleMost: t.scaleMost,
    weight: t.weight,
    least: t.least,
    total: t.total,
    discussFrom: t.discussFrom,
    group: { label: t.group, values: t.groups },
    ...each('label', t.label),
    ...each('guide', t.guide),
    ...each('name', t.name),
  }
})

const template = (subject: string) => subject.split('.')[0]!
const keepers = ruleOf(keeping, ({ subject }: { subject: string }) => ({
  template: template(subject),
})) as Rule<{ subject: string }, Context> as Rule<{ subject: string }>

export const newTemplate: DraftKind = {
  kind: 'criteria.new',
  shared: false,
  title: inEach((l) => text[l].add),
  path: () => '/criteria',
  allow: by('coordinator', 'preparer'),
  fields,
  told: async (asking) => ({ ecosystem: { values: await placeNames(asking) } }),
}

/** A criterion of a template; its subject is "template.kind.key", with an empty key for a new one. */
export const criterionDraft: DraftKind = {
  kind: 'criteria.criterion',
  shared: true,
  changes: true,
  title: inEach((l) => text[l].criterion),
  path: (subject) => {
    const [id, kind, key] = subject.split('.')
    return `/criteria/${id}/${kind}${key ? `/${key}` : ''}`
  },
  allow: keepers,
  fields,
}

export const settingsDraft: DraftKind = {
  kind: 'criteria.settings',
  shared: true,
  changes: true,
  title: inEach((l) => text[l].settings),
  path: (id) => `/criteria/${id}/settings`,
  allow: keepers,
  fields,
}
