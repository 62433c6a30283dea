import type { DraftFields, DraftKind } from '../../kernel/draft.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach } from '../../kernel/text.ts'
import type { Before } from '../drafts/index.ts'
import { judgementText } from './judgement-text.ts'
import { judging } from './judging.ts'
import type { ThingRef } from './rules.ts'

/** "hev/project/ID/ID": in which ecosystem which pair is judged. */
export const pairSubject = (ecosystem: string, { kind, id }: ThingRef, project: string): string =>
  [ecosystem, kind, id, project].join('/')

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
    const [ecosystem = '', kind = '', id = ''] = subject.split('/')
    return { ecosystem, kind: kind === 'application' ? ('application' as const) : ('project' as const), id }
  }),
  fields,
}

export const beforeJudging: Before = { judgement: '', reason: '', share: 'agreement' }
