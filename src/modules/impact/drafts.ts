import type { DraftFields, DraftKind } from '../../kernel/draft.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach, type Language } from '../../kernel/text.ts'
import { keepers } from './actions.ts'
import { formText } from './form-text.ts'
import { text } from './text.ts'

export const pathOf = (key: string, rest = ''): string => `/ecosystems/${key}/impact${rest}`

const three = (name: string, label: string, language: Language): DraftFields => {
  const t = formText[language]
  return {
    [`${name}.fi`]: `${label}, ${t.inFi}`,
    [`${name}.sv`]: `${label}, ${t.inSv}`,
    [`${name}.en`]: `${label}, ${t.inEn}`,
  }
}

const fields = inEach((l): DraftFields => {
  const [t, f] = [text[l], formText[l]]
  return {
    ...three('title', f.claim, l),
    ...three('text', f.says, l),
    evidence: { label: f.evidenceLabel, values: t.evidences },
    horizon: { label: t.fields.horizon, values: t.horizons },
    audience: t.fields.audience,
    measure: t.fields.measure,
    value: t.fields.value,
    source: t.fields.source,
    collector: t.fields.collector,
    contributes: f.contributesLabel,
    permissionBy: f.permissionBy,
    permissionOn: f.permissionOn,
    permissionRecord: f.permissionRecord,
    held: f.held,
    present: t.fields.present,
    decided: t.fields.decided,
    claims: t.fields.claims,
    share: { label: t.fields.share, values: t.shares },
    reason: f.reason,
  }
})

const partsOf = (subject: string): [string, string] => [
  subject.split(':')[0] ?? '',
  subject.split(':')[1] ?? '',
]

const allow = ruleOf(keepers, ({ subject }: { subject: string }) => ({ key: partsOf(subject)[0] }))

/** A claim or a clinic that is not there yet, as "ecosystem:kind". */
export const newItem: DraftKind = {
  kind: 'impact.new',
  shared: false,
  title: inEach((l) => text[l].title),
  path: (subject) => pathOf(partsOf(subject)[0], `/new/${partsOf(subject)[1]}`),
  allow,
  fields,
}

/** The change of one, as "ecosystem:entry". */
export const changedItem: DraftKind = {
  kind: 'impact.edit',
  shared: true,
  changes: true,
  title: inEach((l) => text[l].change),
  path: (subject) => pathOf(partsOf(subject)[0], `/${partsOf(subject)[1]}/edit`),
  allow,
  fields,
}
