import type { ComponentChildren } from 'preact'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatCount } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { Alert, Empty, LinkList, PageHead, Section, Table } from '../../ui/index.ts'
import { indicatorPath } from '../indicators/index.ts'
import type { Item, Kind } from './content.ts'
import { OverProject, pageOf } from './frame.tsx'
import { partsOf } from './packet-content.ts'
import { packetText } from './packet-text.ts'
import { followupPath } from './paths.ts'
import { sumOfCosts } from './plan.ts'
import { getFollowup, type ToldFollowup } from './read-actions.ts'
import { deliverableOn, milestoneOn, packetMachine } from './rules.ts'
import { text } from './text.ts'
import {
  BudgetView,
  ChangesView,
  DeliverablesView,
  euros,
  FiguresView,
  MilestonesView,
  RisksView,
  StateTag,
} from './views.tsx'

const path = '/followup/{project}'

/** What is late of a project on a day, the longest waiting first. */
export const lateOf = (items: readonly Item[], today: string): Item[] =>
  items
    .filter(({ kind, content }) =>
      kind === 'milestone'
        ? milestoneOn(content, today) === 'late'
        : kind === 'deliverable' && deliverableOn(content, today) === 'late',
    )
    .toSorted((a, b) => ((a.content.due ?? '') < (b.content.due ?? '') ? -1 : 1))

/** Everything that is followed of a project, what is late first; it is read and filled in on a phone. */
async function projectFollowup(request: PageRequest): Promise<PageAnswer> {
  const { language, link, now, params } = request
  const told = await request.perform(getFollowup, { project: params.project })
  const { followed, items, figures } = told
  const t = text[language]
  const today = dayIn(now)
  const at = (rest: string) => link(followupPath(followed.project, rest))
  const late = lateOf(items, today)
  const parts = partsOf(told, today, dayIn)
  const href = (entry: string) => at(`/items/${entry}`)
  const shown = { href, language }
  return pageOf(request, followed, {
    title: t.title,
    body: (
      <>
        <PageHead over={<OverProject {...{ followed, request }} />} title={t.title} lead={t.lead} />
        {late.length > 0 ? (
          <Alert tone="warm" title={t.lateNow(formatCount(late.length, language))}>
            <ul class="fol-late">
              {late.map(({ entry, content }) => (
                <li>
                  <a href={href(entry)}>{content.title}</a>{' '}
                  <span class="quiet">{t.lateBy(formatDay(content.due!, language))}</span>
                </li>
              ))}
            </ul>
          </Alert>
        ) : (
          items.length > 0 && <p class="note">{t.nothingLate}</p>
        )}
        <Part told={told} request={request} kind="milestone" some={parts.milestones.length > 0}>
          <MilestonesView rows={parts.milestones} {...shown} />
        </Part>
        <Part told={told} request={request} kind="risk" some={parts.risks.length > 0}>
          <RisksView rows={parts.risks} {...shown} />
        </Part>
        <Part told={told} request={request} kind="deliverable" some={parts.deliverables.length > 0}>
          <DeliverablesView rows={parts.deliverables} {...shown} />
        </Part>
        <Part told={told} request={request} kind="cost" some>
          <BudgetView budget={parts.budget} language={language} />
          <Costs told={told} {...shown} />
        </Part>
        {figures.length > 0 && (
          <Section title={t.indicators} id="indicators">
            <FiguresView
              rows={figures}
              hrefOf={(code) => {
                const found = figures.find((one) => one.code === code)
                return found && link(indicatorPath(followed.ecosystemKey, found.id))
              }}
              language={language}
            />
          </Section>
        )}
        <Part told={told} request={request} kind="change" some={parts.changes.length > 0}>
          <ChangesView rows={parts.changes} {...shown} />
        </Part>
        <Packets told={told} request={request} />
        <Section title={t.reconciliation} id="reconciliation">
          <LinkList items={[{ href: at('/reconciliation'), label: t.compare }]} />
        </Section>
      </>
    ),
  })
}

type PartProps = { told: ToldFollowup; request: PageRequest }

const titles = {
  milestone: 'milestones',
  deliverable: 'deliverables',
  risk: 'risks',
  cost: 'budget',
  change: 'changes',
} as const

/** One kind of thing under its heading, with the way to add another. */
function Part({
  told,
  request: { language, link },
  kind,
  some,
  children,
}: PartProps & { kind: Kind; some: boolean; children: ComponentChildren }) {
  const t = text[language]
  return (
    <Section title={t[titles[kind]]} id={titles[kind]}>
      {some ? children : <Empty title={t.none[kind]} />}
      {told.writes && (
        <p class="fol-add">
          <a class="btn" href={link(followupPath(told.followed.project, `/new/${kind}`))}>
            {t.add[kind]}
          </a>
        </p>
      )}
    </Section>
  )
}

/** The costs of each period, whose sum is the use of the budget. */
function Costs({
  told: { items, budget },
  href,
  language,
}: {
  told: ToldFollowup
  href: (entry: string) => string
  language: PageRequest['language']
}) {
  const t = text[language]
  const costs = items.filter(({ kind }) => kind === 'cost')
  if (costs.length === 0) return <p class="quiet">{t.none.cost}</p>
  return (
    <details class="fol-costs">
      <summary>
        {t.costs} <span class="quiet num">{formatCount(costs.length, language)}</span>
      </summary>
      <Table
        caption={t.costs}
        language={language}
        rows={costs.toSorted((a, b) => ((a.content.from ?? '') < (b.content.from ?? '') ? 1 : -1))}
        columns={[
          {
            label: t.fields.period,
            heading: true,
            cell: ({ entry, content }) => (
              <a href={href(entry)}>
                {formatDay(content.from!, language)}–{formatDay(content.to!, language)}
              </a>
            ),
          },
          {
            label: t.fields.amount,
            numeric: true,
            cell: (item) => euros(sumOfCosts(budget.lines, item), language),
          },
        ]}
      />
    </details>
  )
}

function Packets({ told, request: { language, link } }: PartProps) {
  const t = text[language]
  const { packets, followed, writes } = told
  const at = (rest: string) => link(followupPath(followed.project, rest))
  return (
    <Section title={t.packets} id="packets">
      {packets.length === 0 ? (
        <Empty title={t.none.packet} />
      ) : (
        <Table
          caption={t.packets}
          cards
          language={language}
          rows={packets}
          columns={[
            {
              label: t.fields.period,
              heading: true,
              phone: 'wide',
              cell: ({ id, kind, from, to }) => (
                <a href={at(`/packets/${id}`)}>
                  {packetText[language].kinds[kind]} {formatDay(from, language)}–{formatDay(to, language)}
                </a>
              ),
            },
            {
              label: t.fields.state,
              cell: ({ state }) => <StateTag state={state}>{packetMachine.states[state][language]}</StateTag>,
            },
          ]}
        />
      )}
      {writes && (
        <p class="fol-add">
          <a class="btn" href={at('/packets/new')}>
            {packetText[language].begin}
          </a>
        </p>
      )}
    </Section>
  )
}

export const projectPages: readonly Page[] = [{ method: 'GET', path, run: projectFollowup }]
