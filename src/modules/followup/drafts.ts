import type { DraftKind } from '../../kernel/draft.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach } from '../../kernel/text.ts'
import { listText } from './list-text.ts'
import { packetText } from './packet-text.ts'
import { followupPath, listPath } from './paths.ts'
import { reconcileText } from './reconcile-text.ts'
import { answerers, beginners, writers } from './rights.ts'
import { changeMachine, packetMachine } from './rules.ts'
import { text } from './text.ts'

/** Subjects are "project:what": a kind, an entry, a packet or a field. */
const parts = (subject: string): [string, string] => [
  subject.split(':')[0] ?? '',
  subject.split(':')[1] ?? '',
]
const byWriters = ruleOf(writers, ({ subject }: { subject: string }) => ({ project: parts(subject)[0] }))
const at = (place: (what: string) => string) => (subject: string) =>
  followupPath(parts(subject)[0], place(parts(subject)[1]))

/** A thing that is not there yet, as "project:kind". */
export const newItem: DraftKind = {
  kind: 'followup.new',
  shared: false,
  title: inEach((l) => text[l].title),
  path: at((kind) => `/new/${kind}`),
  allow: byWriters,
}

/** The change of one, as "project:entry". */
export const changedItem: DraftKind = {
  kind: 'followup.edit',
  shared: true,
  changes: true,
  title: inEach((l) => text[l].title),
  path: at((entry) => `/items/${entry}/edit`),
  allow: byWriters,
}

/** The words with which an office answers a change, as "project:entry". */
export const changeAnswer: DraftKind = {
  kind: 'followup.answer',
  shared: false,
  title: inEach((l) => text[l].answer),
  path: at((entry) => `/items/${entry}#answer`),
  allow: ruleOf(answerers(changeMachine.events.return.by), ({ subject }: { subject: string }) => ({
    project: parts(subject)[0],
  })),
}

/** The period of a packet that is being begun; its subject is the project. */
export const newPacket: DraftKind = {
  kind: 'followup.new-packet',
  shared: false,
  title: inEach((l) => packetText[l].begin),
  path: at(() => '/packets/new'),
  allow: byWriters,
}

/** The words of a packet, as "project:packet"; those of the project write them together. */
export const packetDraft: DraftKind = {
  kind: 'followup.packet',
  shared: true,
  title: inEach((l) => packetText[l].kinds.followup),
  path: at((packet) => `/packets/${packet}`),
  allow: byWriters,
}

/** The words with which an office returns or approves a packet, as "project:packet". */
export const packetHandling: DraftKind = {
  kind: 'followup.handle',
  shared: false,
  title: inEach((l) => packetText[l].handle),
  path: at((packet) => `/packets/${packet}#handle`),
  allow: ruleOf(answerers(packetMachine.events.return.by), ({ subject }: { subject: string }) => ({
    project: parts(subject)[0],
  })),
}

/** The official code of a project; its subject is the project. */
export const newPair: DraftKind = {
  kind: 'followup.pair',
  shared: false,
  title: inEach((l) => reconcileText[l].title),
  path: at(() => '/reconciliation'),
  allow: byWriters,
}

/** Why one's own word is right, as "project:field". */
export const differenceDraft: DraftKind = {
  kind: 'followup.difference',
  shared: false,
  title: inEach((l) => reconcileText[l].title),
  path: at((field) => `/reconciliation#${field}`),
  allow: byWriters,
}

/** A project that is taken in; its subject is the key of the ecosystem. */
export const newFollowed: DraftKind = {
  kind: 'followup.begin',
  shared: false,
  title: inEach((l) => listText[l].begin),
  path: (subject) => listPath(subject),
  allow: ruleOf(beginners, ({ subject }: { subject: string }) => ({ key: subject })),
}
