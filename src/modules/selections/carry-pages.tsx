import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { Empty, PageHead, Table, Tag } from '../../ui/index.ts'
import { proposeDecision } from '../decisions/index.ts'
import { type Proposal, proposalsOf } from './carry-actions.ts'
import { readSelection } from './reading.ts'
import { recordText } from './record-text.ts'
import { framed, said } from './selection-frame.tsx'
import { text } from './text.ts'

type Told = Proposal & { done?: boolean; why?: string }

async function page(request: PageRequest, told?: readonly Told[]): Promise<PageAnswer> {
  const { language, link, params } = request
  const [t, r] = [text[language], recordText[language]]
  const room = await request.perform(readSelection, { selection: params.id })
  const items: readonly Told[] = told ?? (await request.perform(proposalsOf, { selection: room.id })).items
  return framed(
    request,
    r.carry,
    <>
      <PageHead title={r.carry} over={said(room.name, language)} lead={r.carryNote} />
      {items.length === 0 ? (
        <Empty title={r.noApplications} />
      ) : (
        <>
          <Table
            caption={r.carry}
            language={language}
            cards
            rows={items}
            columns={[
              { label: t.code, class: 'num', cell: (p) => p.code },
              {
                label: t.project,
                heading: true,
                phone: 'wide',
                cell: (p) => <a href={link(`/applications/${p.application}`)}>{said(p.title, language)}</a>,
              },
              { label: r.proposal, phone: 'labelled', cell: (p) => (p.chosen ? r.yes : r.no) },
              {
                label: t.state,
                phone: 'line',
                cell: (p) =>
                  p.done === undefined ? (
                    p.terms === null && r.byHand
                  ) : (
                    <>
                      <Tag tone={p.done ? 'ok' : 'warm'}>{p.done ? r.carried : r.notCarried}</Tag> {p.why}
                    </>
                  ),
              },
            ]}
          />
          {!told && (
            <form method="post" action={link(`/selections/${room.id}/carry`)}>
              <button class="btn main" type="submit">
                {r.carry}
              </button>
            </form>
          )}
        </>
      )}
    </>,
    { meeting: room },
  )
}

/** Proposes one after another by the decisions' own action: what it refuses is said beside its row, the others go on. */
async function carry(request: PageRequest): Promise<PageAnswer> {
  const { language, perform, params } = request
  const { items } = await perform(proposalsOf, { selection: params.id })
  const told: Told[] = []
  for (const item of items) {
    if (!item.terms) {
      told.push({ ...item, done: false, why: recordText[language].byHand })
      continue
    }
    try {
      await perform(proposeDecision, { decision: item.application, ...item.terms })
      told.push({ ...item, done: true })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      told.push({ ...item, done: false, why: error.complaints.map((c) => c.text[language]).join(' ') })
    }
  }
  return page(request, told)
}

export const carryPages: readonly Page[] = [
  { method: 'GET', path: '/selections/{id}/carry', run: (request) => page(request) },
  { method: 'POST', path: '/selections/{id}/carry', run: carry },
]
