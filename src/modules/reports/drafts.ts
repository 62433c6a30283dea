import type { DraftKind } from '../../kernel/draft.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach } from '../../kernel/text.ts'
import { reportPath } from './news.ts'
import { officers, settlers, writers } from './rights.ts'
import { text } from './text.ts'

export const partSubject = (report: string, organisation: string): string => `${report}:${organisation}`
const partsOf = (subject: string): [string, string] => [
  subject.split(':')[0] ?? '',
  subject.split(':')[1] ?? '',
]

/** One organisation's part of a report, as "report:organisation"; those of the organisation write it together. */
export const partDraft: DraftKind = {
  kind: 'report.part',
  shared: true,
  partOf: true,
  title: inEach((l) => text[l].one),
  path: (subject) => `${reportPath(partsOf(subject)[0])}?part=${partsOf(subject)[1]}`,
  allow: ruleOf(writers, ({ subject }: { subject: string }) => ({ report: partsOf(subject)[0] })),
}

/** The words with which an officer returns or approves; its subject is the report. */
export const handlingDraft: DraftKind = {
  kind: 'report.handle',
  shared: false,
  title: inEach((l) => text[l].handle),
  path: (subject) => `${reportPath(subject)}#handle`,
  allow: ruleOf(officers('return'), ({ subject }: { subject: string }) => ({ report: subject })),
}

/** How projects report; its subject is the key of the ecosystem. */
export const schemeDraft: DraftKind = {
  kind: 'report.scheme',
  shared: true,
  changes: true,
  title: inEach((l) => text[l].settle),
  path: (subject) => `/ecosystems/${subject}/reports/scheme`,
  allow: ruleOf(settlers, ({ subject }: { subject: string }) => ({ key: subject })),
}

/** A project that is being added to those that report; its subject is the key of the ecosystem. */
export const newReporting: DraftKind = {
  kind: 'report.add-project',
  shared: false,
  title: inEach((l) => text[l].addProject),
  path: (subject) => `/ecosystems/${subject}/reports/add`,
  allow: ruleOf(settlers, ({ subject }: { subject: string }) => ({ key: subject })),
}
