import type { DraftFields, DraftKind } from '../../../kernel/draft.ts'
import { ruleOf } from '../../../kernel/rule.ts'
import { inEach, type Language } from '../../../kernel/text.ts'
import { founders } from '../settings-actions.ts'
import { inThree, settingsDraft } from '../settings-drafts.ts'
import { settingsText } from '../settings-text.ts'
import { text as pageText } from '../text.ts'
import { factsText } from './text.ts'

type Words = (typeof factsText)['fi']

/** What the fields of a form are called, from the words of these pages, of the settings and of the public page. */
const fields = (
  say: (t: Words, s: (typeof settingsText)['fi'], p: (typeof pageText)['fi']) => DraftFields,
): Record<Language, DraftFields> => inEach((l) => say(factsText[l], settingsText[l], pageText[l]))

const title = (say: (t: Words) => string) => inEach((l) => say(factsText[l]))

export const newEcosystem: DraftKind = {
  kind: 'ecosystem.new',
  shared: false,
  title: title((t) => t.make),
  path: () => '/ecosystems/new',
  allow: ruleOf(founders, () => undefined),
  fields: fields((t, s, p) => ({
    ...inThree('name', s.names, s),
    ...inThree('summary', s.summary, s),
    kind: { label: t.kind, values: p.kinds },
    key: t.key,
    share: { label: s.share, values: s.shares },
  })),
}

export const aboutForm = settingsDraft(
  'ecosystem.about',
  true,
  title((t) => t.about),
  () => '/about',
  fields((t, s, p) => ({
    kind: { label: t.kind, values: p.kinds },
    ...inThree('short', t.short, s),
    ...inThree('description', t.description, s),
    starts: t.starts,
    ends: t.ends,
    regions: t.regions,
    signed: t.signed,
    validTo: t.validTo,
  })),
)

const actorFields = fields((t, s, p) => ({
  ...inThree('name', t.actor, s),
  businessId: t.businessId,
  role: { label: t.role, values: { party: t.party, ...p.roles } },
  ...inThree('what', t.what, s),
  validFrom: t.validFrom,
  validTo: t.validToDay,
}))
const moneyFields = fields((t, s) => ({
  ...inThree('what', t.moneyWhat, s),
  amount: t.amount,
  currency: t.currency,
  qualifier: { label: t.qualifier, values: t.qualifiers },
  fund: t.fund,
  year: t.year,
  ...inThree('payer', t.payer, s),
}))
const tieFields = fields((t, s, p) => ({
  kind: { label: t.tieKind, values: p.linkKinds },
  to: t.tieTo,
  ...inThree('name', t.tieName, s),
  ...inThree('what', t.what, s),
}))

/** A form that adds to a list of the settings, and the one that changes a row of it. */
const both = (
  part: string,
  add: (t: Words) => string,
  change: (t: Words) => string,
  named: Record<Language, DraftFields>,
) => ({
  added: settingsDraft(`ecosystem.${part}-new`, false, title(add), () => `/${part}#form`, named),
  changed: settingsDraft(`ecosystem.${part}`, true, title(change), ([id]) => `/${part}/${id}`, named),
})

export const actorForms = both(
  'actors',
  (t) => t.addActor,
  (t) => t.changeActor,
  actorFields,
)
export const moneyForms = both(
  'money',
  (t) => t.addMoney,
  (t) => t.changeMoney,
  moneyFields,
)
export const tieForms = both(
  'ties',
  (t) => t.addTie,
  (t) => t.changeTie,
  tieFields,
)

export const factsDrafts: readonly DraftKind[] = [
  newEcosystem,
  aboutForm,
  ...[actorForms, moneyForms, tieForms].flatMap(({ added, changed }) => [added, changed]),
]
