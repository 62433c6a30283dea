import type { DraftFields, DraftKind } from '../../kernel/draft.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach, type Language } from '../../kernel/text.ts'
import { ecosystemRoles, roleName } from '../ecosystems/index.ts'
import { writers } from './actions.ts'
import { formText } from './form-text.ts'
import { text } from './text.ts'
import { pathOf } from './words.ts'

const three = (name: string, label: string, language: Language): DraftFields => {
  const t = formText[language]
  return {
    [`${name}.fi`]: `${label}, ${t.inFi}`,
    [`${name}.sv`]: `${label}, ${t.inSv}`,
    [`${name}.en`]: `${label}, ${t.inEn}`,
  }
}

const fields = inEach((l): DraftFields => {
  const t = formText[l]
  return {
    ...three('title', text[l].name, l),
    ...three('text', t.texts.way, l),
    owner: t.owner,
    version: t.version,
    state: { label: t.state, values: text[l].states },
    parties: t.parties,
    signed: t.signed,
    template: t.template,
    record: t.record,
    holder: t.holder,
    organisation: t.organisation,
    deputy: t.deputy,
    role: {
      label: t.role,
      values: Object.fromEntries(ecosystemRoles.map((role) => [role, roleName(role, l)])),
    },
    theme: t.theme,
    starts: t.starts,
    ends: t.ends,
    review: t.review,
    place: t.place,
    audience: t.audience,
    result: t.result,
    ask: t.ask,
    share: { label: t.share, values: text[l].shares },
    reason: t.reason,
  }
})

const partsOf = (subject: string): [string, string] => [
  subject.split(':')[0] ?? '',
  subject.split(':')[1] ?? '',
]

const asNew = ruleOf(writers, ({ subject }: { subject: string }) => {
  const [key, kind] = partsOf(subject)
  return { key, kind }
})
const asChange = ruleOf(writers, ({ subject }: { subject: string }) => {
  const [key, entry] = partsOf(subject)
  return { key, entry }
})

/** A thing that is not there yet, as "ecosystem:kind". */
export const newItem: DraftKind = {
  kind: 'operating.new',
  shared: false,
  title: inEach((l) => text[l].title),
  path: (subject) => pathOf(partsOf(subject)[0], `/new/${partsOf(subject)[1]}`),
  allow: asNew,
  fields,
}

/** The change of a thing, as "ecosystem:entry". */
export const changedItem: DraftKind = {
  kind: 'operating.edit',
  shared: true,
  changes: true,
  title: inEach((l) => text[l].change),
  path: (subject) => pathOf(partsOf(subject)[0], `/${partsOf(subject)[1]}/edit`),
  allow: asChange,
  fields,
}
