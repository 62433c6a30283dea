import type { DraftFields, DraftKind } from '../../kernel/draft.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach, type Language } from '../../kernel/text.ts'
import { nounName, placeNames } from '../people/index.ts'
import { tokenDays } from './rules.ts'
import { createToken } from './token-actions.ts'
import { text as tokenText } from './token-text.ts'
import { changeWebhook, listWebhooks } from './webhook-actions.ts'
import { text as webhookText } from './webhook-text.ts'

/** "projects:read" in words. */
export function scopeName(scope: string, language: Language): string {
  const t = tokenText[language]
  if (scope === 'read') return t.mayRead
  const [noun = '', way] = scope.split(':')
  const name = nounName(noun, language)
  return way === 'read' ? t.reads(name) : t.writes(name)
}

/** Choices by the noun that their value begins with ("projects:read", "project.hide"), in the order of its name. */
export function groupedByNoun<C extends { value: string }>(choices: readonly C[], language: Language) {
  const groups = new Map<string, C[]>()
  for (const choice of choices) {
    const title = nounName(choice.value.split(/[.:]/)[0]!, language)
    groups.set(title, [...(groups.get(title) ?? []), choice])
  }
  return [...groups]
    .map(([title, inIt]) => ({ title, choices: inIt }))
    .sort((a, b) => a.title.localeCompare(b.title, language))
}

export const newToken: DraftKind = {
  kind: 'token.new',
  shared: false,
  title: inEach((l) => tokenText[l].make),
  path: () => '/account/tokens#new',
  allow: ruleOf(createToken.allow, () => ({ name: '', scopes: [], days: 1 })),
  fields: inEach((l): DraftFields => {
    const t = tokenText[l]
    const days = Object.fromEntries(tokenDays.map((n) => [n, t.day(n)]))
    return { name: t.name, scopes: t.scopes, days: { label: t.days, values: days } }
  }),
  told: async (_asking, _subject, { scopes = [] }) => ({
    scopes: { values: Object.fromEntries(scopes.map((s) => [s, inEach((l) => scopeName(s, l))])) },
  }),
}

const webhookFields = inEach((l): DraftFields => {
  const t = webhookText[l]
  return { address: t.address, kinds: t.kinds, ecosystem: { label: t.where, values: { '': t.everywhere } } }
})

export const newWebhook: DraftKind = {
  kind: 'webhook.new',
  shared: false,
  title: inEach((l) => webhookText[l].add),
  path: () => '/webhooks#new',
  allow: ruleOf(listWebhooks.allow, () => ({})),
  fields: webhookFields,
  told: async (asking) => ({ ecosystem: { values: await placeNames(asking) } }),
}

export const changedWebhook: DraftKind = {
  kind: 'webhook.edit',
  changes: true,
  shared: true,
  title: inEach((l) => webhookText[l].change),
  path: (id) => `/webhooks/${id}#form`,
  allow: ruleOf(changeWebhook.allow, ({ subject }: { subject: string }) => ({ id: subject })),
  fields: webhookFields,
}
