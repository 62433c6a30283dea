import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { Empty, PageHead, Section, Table, Tag } from '../../ui/index.ts'
import { holds } from '../people/index.ts'
import type { CallCounts } from './judged-queries.ts'
import { listText } from './list-text.ts'
import { mineText } from './mine-text.ts'
import { assessmentPath } from './notices.ts'
import type { Queued } from './queue.ts'
import { callsInAssessment, myAssessments } from './read-actions.ts'
import { assessmentMachine } from './rules.ts'
import { text } from './text.ts'
import type { Todo } from './todo.ts'
import { todoText } from './todo-text.ts'

type Shown = Pick<PageRequest, 'language' | 'link' | 'now'>

const dayLength = 86_400_000 // ms

/** Where an item is done: the checks and the assessors have their places on the page. */
const places: Partial<Record<Todo, string>> = { check: '#checks', assign: '#assessors' }

function dueOf(item: Queued, { language, now }: Shown) {
  const day = item.mine?.dueOn
  if (!day) return ''
  return (
    <>
      {formatDay(day, language)}{' '}
      {item.asks && day < dayIn(now) && <Tag tone="bad">{mineText[language].late}</Tag>}
    </>
  )
}

function Queue({ title, items, request }: { title: string; items: readonly Queued[]; request: Shown }) {
  const { language, link, now } = request
  const t = text[language]
  const m = mineText[language]
  return (
    <Table<Queued>
      caption={title}
      cards
      language={language}
      rows={items}
      columns={[
        {
          label: t.application,
          heading: true,
          cell: (a) => (
            <a
              class={a.asks ? 'turn' : undefined}
              href={link(`${assessmentPath(a.application)}${(a.asks && places[a.todo]) || ''}`)}
            >
              {a.call.code}/{a.number} <span lang={a.language}>{a.title}</span>
            </a>
          ),
        },
        {
          label: t.todo,
          phone: 'wide',
          cell: (a) => <Tag tone={a.asks ? 'warm' : 'plain'}>{todoText[language][a.todo]}</Tag>,
        },
        { label: t.lead, phone: 'wide', cell: (a) => a.lead ?? '' },
        { label: t.call, phone: 'hidden', cell: (a) => pick(a.call.title, language)?.text ?? a.call.code },
        { label: t.due, phone: 'labelled', cell: (a) => dueOf(a, request) },
        {
          label: m.waited,
          numeric: true,
          phone: 'labelled',
          cell: (a) =>
            a.asks ? m.days(Math.max(0, Math.floor((now.getTime() - a.since.getTime()) / dayLength))) : '',
        },
      ]}
    />
  )
}

function Calls({ items, request }: { items: readonly CallCounts[]; request: Shown }) {
  const { language, link } = request
  const t = text[language]
  const l = listText[language]
  const state = (s: 'scoring' | 'discussing' | 'settled' | 'failed') => ({
    label: assessmentMachine.states[s][language],
    numeric: true,
    phone: 'labelled' as const,
    cell: (c: CallCounts) => String(c[s]),
  })
  return (
    <Section title={t.calls} note={t.callsLead}>
      <Table<CallCounts>
        caption={t.calls}
        cards
        language={language}
        rows={items}
        columns={[
          {
            label: t.call,
            heading: true,
            cell: (c) => (
              <a href={link(`/calls/${c.code}/assessment`)}>{pick(c.title, language)?.text ?? c.code}</a>
            ),
          },
          { label: l.total, numeric: true, phone: 'labelled', cell: (c) => String(c.applications) },
          { label: t.unchecked, numeric: true, phone: 'labelled', cell: (c) => String(c.unchecked) },
          state('scoring'),
          state('discussing'),
          state('settled'),
          state('failed'),
        ]}
      />
    </Section>
  )
}

async function minePage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, actor } = request
  const m = mineText[language]
  const title = text[language].mine
  const { items } = await request.perform(myAssessments, {})
  const isOffice = holds(actor, ['coordinator', 'preparer', 'council-officer', 'city-decider'])
  const calls = isOffice ? (await request.perform(callsInAssessment, {})).items : []
  const turn = items.filter((a) => a.asks)
  const done = items.filter((a) => a.todo === 'done')
  const waiting = items.filter((a) => !a.asks && a.todo !== 'done' && a.applicationState !== 'withdrawn')
  return {
    as: 'page',
    title,
    nav: 'workspace',
    robots: 'noindex',
    crumbs: [{ text: text[language].home, href: link('/workspace') }, { text: title }],
    body: (
      <>
        <PageHead title={title} lead={m.lead} />
        <pair-queue id="queue" data-words={JSON.stringify(m.keys)}>
          <Section title={m.turn} note={turn.length > 0 && String(turn.length)}>
            {turn.length === 0 ? (
              <Empty title={m.none}>{m.noneNext}</Empty>
            ) : (
              <Queue title={m.turn} items={turn} request={request} />
            )}
          </Section>
        </pair-queue>
        {waiting.length > 0 && (
          <Section title={m.waiting} note={String(waiting.length)}>
            <Queue title={m.waiting} items={waiting} request={request} />
          </Section>
        )}
        {calls.length > 0 && <Calls items={calls} request={request} />}
        {done.length > 0 && (
          <details class="done">
            <summary>{m.done(done.length)}</summary>
            <Queue title={m.done(done.length)} items={done} request={request} />
          </details>
        )}
      </>
    ),
  }
}

export const minePages: readonly Page[] = [{ method: 'GET', path: '/assessments', run: minePage }]
