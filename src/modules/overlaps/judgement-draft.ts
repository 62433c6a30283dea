import type { DraftFields, DraftKind } from '../../kernel/draft.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach } from '../../kernel/text.ts'
import type { Before } from '../drafts/index.ts'
import { judgementText } from './judgement-text.ts'
import { judging } from './judging.ts'
import { pairName, pairNamed, type ThingRef } from './rules.ts'

/** "hev/project/ID/ID": in which ecosystem which pair is judged. */
export const pairSubject = (ecosystem: string, thing: ThingRef, other: ThingRef): string =>
  `${ecosystem}/${pairName(thing, other)}`

/** A project that is not there, for a subject that names no pair: its form may be kept by an office and opens nothing. */
const nothing: ThingRef = { kind: 'project', id: '00000000-0000-0000-0000-000000000000' }

const fields = inEach((l): DraftFields => {
  const t = judgementText[l]
  return {
    judgement: { label: t.howField, values: t.judgement },
    reason: t.reason,
    share: { label: t.share, values: t.shareLevels },
  }
})

/** A judgement that is being written: one's own. */
export const newJudgement: DraftKind = {
  kind: 'judgement.new',
  shared: false,
  title: inEach((l) => judgementText[l].pairTitle),
  path: (subject) => {
    const [ecosystem, ...pair] = subject.split('/')
    return `/ecosystems/${ecosystem}/overlaps/${pair.join('/')}`
  },
  allow: ruleOf(judging, ({ subject }: { subject: string }) => {
    const [ecosystem = '', ...name] = subject.split('/')
    const [thing, other] = pairNamed(name.join('/')) ?? [nothing, nothing]
    return { ecosystem, thing, other }
  }),
  fields,
}

export const beforeJudging: Before = { judgement: '', reason: '', share: 'agreement' }
