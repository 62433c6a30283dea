import type { DraftKind } from '../../kernel/draft.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach } from '../../kernel/text.ts'
import { formText } from './form-text.ts'
import { pathOf } from './paths.ts'
import { keepers } from './rights.ts'
import { text } from './text.ts'

const allow = ruleOf(keepers, ({ subject }: { subject: string }) => ({ key: subject.split(':')[0] ?? '' }))
const partsOf = (subject: string): [string, string] => [
  subject.split(':')[0] ?? '',
  subject.split(':')[1] ?? '',
]

/** An own definition that is not there yet; its subject is the key of the ecosystem. */
export const newDefinition: DraftKind = {
  kind: 'indicator.new',
  shared: false,
  title: inEach((l) => text[l].define),
  path: (subject) => pathOf(subject, 'new'),
  allow,
}

/** A new version of a definition, as "ecosystem:indicator". */
export const changedDefinition: DraftKind = {
  kind: 'indicator.edit',
  shared: true,
  changes: true,
  title: inEach((l) => text[l].change),
  path: (subject) => pathOf(partsOf(subject)[0], `${partsOf(subject)[1]}/edit`),
  allow,
}

/** A target that is being set, as "ecosystem:indicator". */
export const newTarget: DraftKind = {
  kind: 'indicator.target',
  shared: false,
  title: inEach((l) => text[l].setTarget),
  path: (subject) => pathOf(partsOf(subject)[0], `${partsOf(subject)[1]}/target`),
  allow,
}

export const changedLight: DraftKind = {
  kind: 'indicator.light',
  shared: true,
  changes: true,
  title: inEach((l) => formText[l].saveLight),
  path: (subject) => pathOf(subject, 'light'),
  allow,
}
