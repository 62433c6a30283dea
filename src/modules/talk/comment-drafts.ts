import type { DraftFields, DraftKind } from '../../kernel/draft.ts'
import type { PageRequest } from '../../kernel/page.ts'
import { ruleOf } from '../../kernel/rule.ts'
import type { Subject } from '../../kernel/subject.ts'
import { inEach } from '../../kernel/text.ts'
import { type DraftOf, draftsFor } from '../drafts/index.ts'
import { holds, placeNames } from '../people/index.ts'
import { answering, editComment, hideComment, speaking } from './comment-actions.ts'
import type { SaidComment } from './comment-queries.ts'
import { text } from './text.ts'

const labels = (t: (typeof text)['fi']): DraftFields => ({
  text: t.comment,
  ecosystem: t.ecosystem,
  audience: { label: t.audience, values: { agreement: t.inside, public: t.outside } },
})
const fields = inEach<DraftFields>((l) => labels(text[l]))

const toComment = ({ subject }: { subject: string }) => ({ comment: subject, text: '' })

/** A first comment: about what, as "project:A1". */
export const newComment: DraftKind = {
  kind: 'comment.new',
  shared: false,
  title: inEach((l) => text[l].comment),
  path: (subject) => {
    const { kind, id } = subjectIn(subject)
    return `/comments?${new URLSearchParams({ kind, id })}`
  },
  allow: ruleOf(speaking, ({ subject }: { subject: string }) => subjectIn(subject)),
  fields,
  told: async (asking) => ({ ecosystem: { values: await placeNames(asking) } }),
}

/** An answer: to which comment. */
export const newAnswer: DraftKind = {
  kind: 'comment.answer',
  shared: false,
  title: inEach((l) => text[l].anAnswer),
  path: (comment) => `/comments/${comment}?write=answer`,
  allow: ruleOf(answering, toComment),
  fields,
}

export const changedComment: DraftKind = {
  kind: 'comment.edit',
  changes: true,
  shared: false,
  title: inEach((l) => text[l].aChange),
  path: (comment) => `/comments/${comment}?write=edit`,
  allow: ruleOf(editComment.allow, toComment),
  fields,
}

/** The reason for which a comment is hidden. */
export const hiddenComment: DraftKind = {
  kind: 'comment.hide',
  shared: false,
  title: inEach((l) => text[l].aHiding),
  path: (comment) => `/comments/${comment}?write=hide`,
  allow: ruleOf(hideComment.allow, ({ subject }: { subject: string }) => ({
    comment: subject,
    reason: null,
  })),
  fields: inEach((l): DraftFields => ({ reason: text[l].reason })),
}

export const subjectTo = ({ kind, id }: Subject): string => `${kind}:${id}`

function subjectIn(written: string): Subject {
  const [kind = '', ...id] = written.split(':')
  return { kind, id: id.join(':') }
}

export const mayHide = ({ actor }: Pick<PageRequest, 'actor'>, { ecosystem_id }: SaidComment): boolean =>
  holds(actor, ['coordinator'], ecosystem_id)

/** What the reader has begun to write under a subject: a comment, answers, changes of their own comments. */
export const draftsUnder = (
  request: PageRequest,
  subject: Subject,
  items: readonly SaidComment[],
): Promise<DraftOf> => {
  const { actor } = request
  const own = items.filter((c) => actor.kind === 'person' && c.person_id === actor.id)
  return draftsFor(request, [
    { kind: newComment, subject: subjectTo(subject) },
    ...items.filter((c) => !c.parent_id).map((c) => ({ kind: newAnswer, subject: c.id })),
    ...own.map((c) => ({ kind: changedComment, subject: c.id })),
    ...items
      .filter((c) => !c.hidden_at && mayHide(request, c))
      .map((c) => ({ kind: hiddenComment, subject: c.id })),
  ])
}
