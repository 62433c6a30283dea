import type { DraftFields, DraftKind } from '../../kernel/draft.ts'
import type { PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach } from '../../kernel/text.ts'
import { formatDay, readDay } from '../../kernel/time.ts'
import type { Before, Sent } from '../drafts/index.ts'
import { standingTerms } from './deeds.ts'
import { complaint, type SaidFault } from './fault-text.ts'
import type { Head } from './head.ts'
import { byTable } from './rights.ts'
import { type DecisionEvent, decisionMachine } from './rules.ts'
import { amountTyped, type Terms } from './terms.ts'
import { text } from './text.ts'

/** The forms that propose or sign: their place in the address, and the event that they cause. */
export const termForms = { proposal: 'propose', selection: 'select', decision: 'decide' } as const
export type TermForm = keyof typeof termForms

/** The events that need a reason and nothing else. */
export const reasonForms = ['city-return', 'council-return', 'council-return-to-city', 'reopen'] as const
export type ReasonForm = (typeof reasonForms)[number]

const fields = inEach((l): DraftFields => {
  const t = text[l]
  return {
    outcome: { label: t.outcome, values: { yes: t.yes, no: t.no } },
    grounds: t.grounds,
    conditions: t.conditions,
    costModel: t.costModel,
    starts: t.starts,
    ends: t.ends,
  }
})

const draftOf = (place: string, event: DecisionEvent, shape: Pick<DraftKind, 'fields'>): DraftKind => ({
  kind: `decision.${place}`,
  shared: false,
  title: decisionMachine.events[event].says as DraftKind['title'],
  path: (subject) => `/decisions/${subject}/${place}`,
  allow: ruleOf(byTable(event), ({ subject }: { subject: string }) => ({ decision: subject })),
  ...shape,
})

export const termDrafts: Readonly<Record<TermForm, DraftKind>> = {
  proposal: draftOf('proposal', 'propose', { fields }),
  selection: draftOf('selection', 'select', { fields }),
  decision: draftOf('decision', 'decide', { fields }),
}
const reasonField = inEach((l): DraftFields => ({ reason: text[l].reason }))
export const reasonDrafts = Object.fromEntries(
  reasonForms.map((event) => [event, draftOf(event, event, { fields: reasonField })]),
) as Readonly<Record<ReasonForm, DraftKind>>

/** What a form begins with: the terms that stand, else what was asked. */
export function beforeOf(head: Head, language: PageRequest['language'], meeting = ''): Before {
  const terms = standingTerms(head)
  const day = (d: string | null | undefined) => (d ? formatDay(d, language === 'en' ? 'fi' : language) : '')
  const amounts = head.partners.flatMap((p) => {
    const given = terms?.byPartner.find((x) => x.row === p.row)
    return [
      [`cost.${p.row}`, typedAmount(given?.cost ?? p.cost)],
      [`grant.${p.row}`, typedAmount(given?.grant ?? p.grant)],
    ]
  })
  return {
    outcome: terms?.outcome ?? '',
    grounds: terms?.grounds ?? '',
    conditions: terms?.conditions ?? '',
    costModel: terms?.costModel ?? '',
    starts: day(terms?.starts),
    ends: day(terms?.ends),
    ...Object.fromEntries(amounts),
    meeting,
  }
}

/** As people write it: "42 000,00". */
const typedAmount = (amount: string | null): string =>
  (amount ?? '').replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ' ').replace('.', ',')

/** What was typed as terms; everything that cannot be read is said at once. */
export function termsTyped(head: Head, said: Sent): Terms {
  const wrong: { is: SaidFault; field: string }[] = []
  const yes = said.text('outcome') === 'yes'
  const day = (field: string) => {
    const typed = said.text(field)
    const read = typed ? readDay(typed) : undefined
    if (typed && !read && yes) wrong.push({ is: 'bad-day', field })
    return read ?? null
  }
  const amount = (field: string) => {
    const read = amountTyped(said.text(field) || '0')
    if (read === undefined && yes) wrong.push({ is: 'bad-amount', field })
    return read ?? '0.00'
  }
  const terms: Terms = {
    outcome: yes ? 'yes' : 'no',
    grounds: said.text('grounds'),
    conditions: said.text('conditions'),
    costModel: said.text('costModel') || null,
    starts: day('starts'),
    ends: day('ends'),
    byPartner: head.partners.map(({ row }) => ({
      row,
      cost: amount(`cost.${row}`),
      grant: amount(`grant.${row}`),
    })),
  }
  if (said.text('outcome') === '') wrong.push({ is: 'no-outcome', field: 'outcome' })
  if (wrong.length > 0) throw new Refusal('invalid', 'decision.unreadable', wrong.map(complaint))
  return terms
}
