import { centsOf } from '../../kernel/money.ts'
import { formatCount, type Language } from '../../kernel/text.ts'
import { Alert, inWords, PageHead, Table } from '../../ui/index.ts'
import { schemeLabel } from './pair-view.tsx'
import { queuePath } from './queue-address.ts'
import type { Contradiction } from './rules.ts'
import { text } from './text.ts'

type NamedPair = { id: string; left: string; right: string }

export type ConfirmProps = {
  decision: 'same' | 'different'
  plan: {
    accepted: readonly string[]
    refused: readonly (NamedPair & { contradiction: Contradiction })[]
    apart: readonly NamedPair[]
    groups: readonly { kept: string; merged: readonly string[]; led: number; granted: string }[]
  }
  /** How many pairs were ticked; fewer may still be open. */
  ticked: number
  back: string
  backHref: string
  link: (path: string) => string
  language: Language
}

/** What a decision on many pairs will do, told before it is done, with one button that does it. */
export function ConfirmView({ decision, plan, ticked, back, backHref, link, language }: ConfirmProps) {
  const t = text[language]
  const same = decision === 'same'
  const ids = same ? plan.accepted : plan.apart.map((pair) => pair.id)
  const settled = ticked - plan.apart.length
  return (
    <>
      <PageHead
        title={same ? t.confirmSame(ids.length) : t.confirmDifferent(ids.length)}
        lead={t.confirmLead}
      />
      {settled > 0 && <Alert tone="note" title={t.someSettled(settled)} />}
      {same && plan.refused.length > 0 && (
        <Alert title={t.cannotMerge(plan.refused.length)}>
          <ul class="plain">
            {plan.refused.map(({ left, right, contradiction: { scheme, ...ids } }) => (
              <li>
                {t.pairLabel(left, right)}:{' '}
                {t.differentIds(schemeLabel(scheme, language), ids.left, ids.right)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {same ? (
        plan.groups.length > 0 && <Groups groups={plan.groups} language={language} />
      ) : (
        <Apart pairs={plan.apart} language={language} />
      )}
      <form method="post" action={link(`${queuePath}/decide`)} class="actions">
        <input type="hidden" name="back" value={back} />
        {ids.map((id) => (
          <input type="hidden" name="id" value={id} />
        ))}
        {ids.length > 0 && (
          <button class="btn main" type="submit" name="decision" value={decision}>
            {same ? t.doSame(ids.length) : t.doDifferent(ids.length)}
          </button>
        )}
        <a class="btn" href={backHref}>
          {t.backToQueue}
        </a>
      </form>
    </>
  )
}

function Groups({ groups, language }: { groups: ConfirmProps['plan']['groups']; language: Language }) {
  const t = text[language]
  return (
    <Table
      caption={t.willBeOne}
      showCaption
      cards
      rows={groups}
      columns={[
        { label: t.keptName, heading: true, phone: 'wide', cell: (g) => g.kept },
        {
          label: t.joins,
          phone: 'wide',
          cell: (g) => g.merged.map((name) => <span class="line">{name}</span>),
        },
        {
          label: t.together,
          phone: 'wide',
          cell: (g) => (
            <>
              {t.leads(g.led, formatCount(g.led, language))}{' '}
              {inWords({ amount: { cents: centsOf(g.granted), currency: 'EUR' } }, language)}
            </>
          ),
        },
      ]}
      language={language}
    />
  )
}

function Apart({ pairs, language }: { pairs: readonly NamedPair[]; language: Language }) {
  const t = text[language]
  return (
    <Table
      caption={t.willStayApart}
      showCaption
      cards
      rows={pairs}
      columns={[
        { label: '1', quiet: true, heading: true, phone: 'wide', cell: (p) => p.left },
        { label: '2', quiet: true, phone: 'wide', cell: (p) => p.right },
      ]}
      language={language}
    />
  )
}
