import type { DraftFields, DraftKind } from '../../kernel/draft.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach, type Language } from '../../kernel/text.ts'
import { keepers } from './settings-actions.ts'
import { settingsText } from './settings-text.ts'

type Words = (typeof settingsText)['fi']

/** "name.fi", "name.sv" and "name.en" with what they are called. */
export const inThree = (name: string, label: string, t: Words): DraftFields => ({
  [`${name}.fi`]: `${label}, ${t.inFi}`,
  [`${name}.sv`]: `${label}, ${t.inSv}`,
  [`${name}.en`]: `${label}, ${t.inEn}`,
})

/** A form of the settings. Its subject begins with the ecosystem's key: "hev", "hev:priority", "hev:priority:id". */
export const settingsDraft = (
  kind: string,
  shared: boolean,
  title: DraftKind['title'],
  path: (parts: readonly string[]) => string,
  fields: NonNullable<DraftKind['fields']>,
): DraftKind => ({
  kind,
  shared,
  // What several share is there already; a new thing's draft is one's own.
  ...(shared && { changes: true as const }),
  title,
  path: (subject) => {
    const [key, ...parts] = subject.split(':')
    return `/ecosystems/${key}/settings${path(parts.map(encodeURIComponent))}`
  },
  allow: ruleOf(keepers, ({ subject }: { subject: string }) => ({ key: subject.split(':')[0] ?? '' })),
  fields,
})

const form = (
  kind: string,
  shared: boolean,
  title: (t: Words) => string,
  path: (parts: readonly string[]) => string,
  fields: (t: Words) => DraftFields,
): DraftKind =>
  settingsDraft(
    kind,
    shared,
    inEach((l: Language) => title(settingsText[l])),
    path,
    inEach((l: Language) => fields(settingsText[l])),
  )

export const settingsForm = form(
  'ecosystem.settings',
  true,
  (t) => t.settings,
  () => '',
  (t) => ({
    ...inThree('name', t.names, t),
    ...inThree('summary', t.summary, t),
    'contact.name': t.contactName,
    'contact.email': t.email,
    'contact.phone': t.phone,
    colour: t.colour,
    share: { label: t.share, values: t.shares },
  }),
)

const dimensionFields = (t: Words): DraftFields => ({
  ...inThree('name', t.name, t),
  kind: { label: t.dimensionKind, values: t.kinds },
})
export const newDimension = form(
  'frame.dimension-new',
  false,
  (t) => t.addDimension,
  () => '/frame#add',
  dimensionFields,
)
export const changedDimension = form(
  'frame.dimension',
  true,
  (t) => t.frame,
  ([dimension]) => `/frame/${dimension}`,
  dimensionFields,
)

const valueFields = (t: Words): DraftFields => ({
  ...inThree('name', t.name, t),
  code: t.code,
  validFrom: t.validFrom,
  validTo: t.validTo,
})
export const newValue = form(
  'frame.value-new',
  false,
  (t) => t.addValue,
  ([dimension]) => `/frame/${dimension}/values/new`,
  valueFields,
)
export const changedValue = form(
  'frame.value',
  true,
  (t) => t.frame,
  ([dimension, id]) => `/frame/${dimension}/values/${id}`,
  valueFields,
)

const goalFields = (t: Words): DraftFields => ({
  ...inThree('name', t.goal, t),
  comparator: { label: t.comparator, values: t.comparators },
  target: t.target,
  unit: { label: t.unit, values: t.units },
  from: t.from,
  by: t.by,
})
export const newGoal = form(
  'goal.new',
  false,
  (t) => t.addGoal,
  () => '/goals#goal',
  goalFields,
)
export const changedGoal = form(
  'goal.edit',
  true,
  (t) => t.changeGoal,
  ([id]) => `/goals/${id}`,
  goalFields,
)

export const settingsDrafts: readonly DraftKind[] = [
  settingsForm,
  newDimension,
  changedDimension,
  newValue,
  changedValue,
  newGoal,
  changedGoal,
]
