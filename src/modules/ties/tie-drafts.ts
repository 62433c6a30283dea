import type { DraftFields, DraftKind } from '../../kernel/draft.ts'
import type { Asking, Rule } from '../../kernel/rule.ts'
import { inEach } from '../../kernel/text.ts'
import { holds } from '../people/index.ts'
import { mayEnd } from './tie-actions.ts'
import { stating } from './tie-input.ts'
import { tieText } from './tie-text.ts'

const fields = inEach((l): DraftFields => {
  const t = tieText[l]
  const values = { 1: t.strengths[1], 2: t.strengths[2], 3: t.strengths[3] }
  return {
    other: t.other,
    kind: t.kind,
    strength: { label: t.strength, values },
    starts: t.starts,
    ends: t.ends,
    note: t.note,
    ecosystem: t.ecosystem,
    share: { label: t.share, values: t.shares },
  }
})

/** Whoever may state some tie writes; whether this one, the action says when it is sent. */
const writers: Rule<unknown, Asking> = {
  who: ['signed-in'],
  only: {
    says: inEach((l) => tieText[l].mayState),
    check: ({ actor }) => writesTies(actor),
  },
}

export const writesTies = (actor: Asking['actor']): boolean =>
  actor.kind === 'person' && (actor.organisations.length > 0 || holds(actor, stating))

/** A tie that is not there yet, told from the side of the organisation whose id is the subject. */
export const newTie: DraftKind = {
  kind: 'tie.new',
  shared: false,
  title: inEach((l) => tieText[l].stateTitle),
  path: (organisation) => `/organisations/${organisation}/ties#state`,
  allow: writers,
  fields,
}

/** The change of a tie, as "organisation:tie". */
export const changedTie: DraftKind = {
  kind: 'tie.change',
  shared: false,
  changes: true,
  title: inEach((l) => tieText[l].changeTitle),
  path: (subject) => `/organisations/${subject.replace(':', '/ties/')}`,
  allow: {
    who: ['signed-in'],
    only: {
      says: inEach((l) => tieText[l].mayEnd),
      check: (ctx, { subject }) => mayEnd.only!.check(ctx as never, { id: subject.split(':')[1] ?? '' }),
    },
  },
  fields,
}

/** What the other side answers, as "organisation:tie". */
export const tieAnswer: DraftKind = {
  kind: 'tie.answer',
  shared: false,
  title: inEach((l) => tieText[l].asksYou),
  path: (subject) => `/organisations/${subject.split(':')[0]}/ties`,
  allow: writers,
  fields: inEach((l): DraftFields => ({ note: tieText[l].answerNote })),
}
