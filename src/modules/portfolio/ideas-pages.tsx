import { centsOf, formatAmount } from '../../kernel/money.ts'
import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatCount, type Language, pick } from '../../kernel/text.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import { Empty, Facts, PageHead, Section, Table, Tag } from '../../ui/index.ts'
import { Formatted, Talk, talkOn } from '../talk/index.ts'
import { type Tally, tallyOf } from './entry.ts'
import { fault } from './fault-text.ts'
import { labelOf } from './figures.ts'
import { crumbsOf, framed, nameOf, readTold } from './frame.tsx'
import { promiseText } from './promise-text.ts'
import { reactionOf } from './reaction.ts'
import type { Idea, Told } from './record.ts'
import { axisAsked, entriesOf, pathOf, valueNamed } from './shown.ts'
import { text } from './text.ts'
import { thingsText } from './things-text.ts'
import { viewText } from './view-text.ts'

const proposed = (idea: Idea, language: Language) => {
  const t = promiseText[language].ideas
  const when = formatInstant(idea.at, language)
  return idea.by ? t.by(idea.by, when) : t.when(when)
}

const languageOf = (idea: Idea, language: Language) =>
  idea.language === language ? undefined : idea.language

/** The ideas of a portfolio. */
export async function ideasPage(request: PageRequest): Promise<PageAnswer> {
  const told = await readTold(request)
  const { language, link } = request
  const t = promiseText[language].ideas
  return framed({
    request,
    told,
    tab: 'ideas',
    actions: told.may.propose && (
      <a class="btn" href={link(pathOf(told, '/ideas/new'))}>
        {t.add}
      </a>
    ),
    body:
      told.ideas.length === 0 ? (
        <Empty title={t.none}>{told.may.propose && t.noneNext}</Empty>
      ) : (
        <>
          <p class="lead">{t.lead}</p>
          <ul class="ruled portfolio-ideas">
            {told.ideas.map((idea) => (
              <li>
                <h2 lang={languageOf(idea, language)}>
                  <a href={link(pathOf(told, `/ideas/${idea.id}`))}>{idea.title}</a>
                </h2>
                <p class="num">
                  {formatAmount(centsOf(idea.amount), language)} €{idea.lead && ` · ${idea.lead}`}
                </p>
                <Places told={told} idea={idea} language={language} />
                <p class="note">{proposed(idea, language)}</p>
              </li>
            ))}
          </ul>
        </>
      ),
  })
}

function Places({ told, idea, language }: { told: Told; idea: Idea; language: Language }) {
  const entry = told.entries.find((e) => e.id === idea.id)
  return (
    <ul class="portfolio-values">
      {(entry?.values ?? []).map((value) => {
        const named = valueNamed(told, value)
        return <li>{named ? labelOf(named.axis, named.code, language) : value}</li>
      })}
    </ul>
  )
}

/** One idea: what it says, what it would change, and what is said of it. */
export async function ideaPage(request: PageRequest): Promise<PageAnswer> {
  const told = await readTold(request)
  const { language, link, actor } = request
  const t = promiseText[language].ideas
  const idea = told.ideas.find((i) => i.id === request.params.idea)
  if (!idea) throw fault('missing', 'missing')
  const talked = await talkOn(request, { kind: 'idea', id: idea.id })
  const mine = actor.kind === 'person' && (actor.id === idea.person || told.may.keep)
  const [f, v] = [thingsText[language], viewText[language]]
  const days = [idea.starts, idea.ends].map((d) => (d ? formatDay(d, language) : ''))
  return {
    as: 'page',
    sheet: 'portfolio',
    title: idea.title,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: crumbsOf(request, told, idea.title),
    body: (
      <div class="portfolio">
        <PageHead
          over={<a href={link(pathOf(told, '/ideas'))}>{nameOf(told, language)}</a>}
          title={<span lang={languageOf(idea, language)}>{idea.title}</span>}
          state={
            <>
              {told.portfolio.exercise && <Tag tone="warm">{text[language].exercise}</Tag>}
              <span>{proposed(idea, language)}</span>
            </>
          }
          actions={
            told.may.judge && (
              <a class="btn" href={`${link(pathOf(told, '/place'))}?q=${encodeURIComponent(idea.title)}`}>
                {t.place}
              </a>
            )
          }
        />
        <div lang={languageOf(idea, language)}>
          <Formatted text={idea.body} />
        </div>
        <Facts
          language={language}
          items={[
            {
              label: f.money,
              value: <span class="num">{formatAmount(centsOf(idea.amount), language)}</span>,
            },
            ...(idea.starts || idea.ends ? [{ label: f.time, value: days.join(' – ') }] : []),
            ...(idea.lead ? [{ label: f.lead, value: idea.lead }] : []),
            ...(idea.city ? [{ label: v.by.city, value: idea.city }] : []),
            { label: f.placed, value: <Places told={told} idea={idea} language={language} /> },
          ]}
        />
        <Changes told={told} idea={idea} request={request} />
        {mine && (
          <form method="post" action={link(pathOf(told, `/ideas/${idea.id}/drop`))}>
            <button class="btn bare" type="submit">
              {t.drop}
            </button>
          </form>
        )}
        {talked && <Talk talked={talked} heading={t.talk} request={request} />}
      </div>
    ),
  }
}

type ChangesProps = { told: Told; idea: Idea; request: PageRequest }
type ChangeRow = { what: string; before: Tally; after: Tally; fills: boolean }

/** What the idea would change: its cells, the half-years that it alone covers, the balance and the goals. */
function Changes({ told, idea, request: { language } }: ChangesProps) {
  const [t, v] = [promiseText[language].ideas, viewText[language]]
  const [rows, columns] = [axisAsked(told, null, 0), axisAsked(told, null, 1)]
  const all = entriesOf(told)
  const newcomer = all.find((e) => e.id === idea.id)
  if (!newcomer) return null
  const others = all.filter((e) => e.id !== idea.id)
  const reaction = reactionOf(others, newcomer, rows, columns)
  const covered = reaction.covers.filter((c) => c.halves.length > 0)
  const serves = told.services.filter((s) => s.thing === idea.id)
  const table: ChangeRow[] = [
    ...reaction.cells.map((c) => ({
      what: `${labelOf(rows, c.row, language)} × ${labelOf(columns, c.column, language)}`,
      ...c,
    })),
    ...(reaction.city ? [{ what: t.city(reaction.city.name), ...reaction.city, fills: false }] : []),
    { what: t.total, before: tallyOf(others), after: reaction.total.after, fills: false },
  ]
  const said = (tally: Tally) =>
    `${formatAmount(tally.money, language)} € · ${v.things(tally.count, formatCount(tally.count, language))}`
  const half = (h: string) => v.half(h.slice(0, 4), h.endsWith('1') ? v.halfHead.first : v.halfHead.second)
  return (
    <Section title={t.changes} id="changes">
      {reaction.cells.length === 0 && <p>{t.noCell}</p>}
      <Table
        caption={t.changes}
        density="tight"
        cards
        rows={table}
        columns={[
          {
            label: t.cell,
            heading: true,
            phone: 'wide',
            cell: (r) => (
              <>
                {r.what}{' '}
                {r.fills && (
                  <Tag tone="ok" sign="done">
                    {t.fills}
                  </Tag>
                )}
              </>
            ),
          },
          { label: t.before, numeric: true, phone: 'line', cell: (r) => said(r.before) },
          { label: t.after, numeric: true, phone: 'line', cell: (r) => said(r.after) },
        ]}
        language={language}
      />
      <p>
        {covered.length === 0
          ? t.coversNone
          : covered
              .map((c) => t.covers(labelOf(rows, c.code, language), c.halves.map(half).join(', ')))
              .join(' ')}
      </p>
      <h3>{t.serves}</h3>
      {serves.length === 0 ? (
        <p class="quiet">{t.servesNone}</p>
      ) : (
        <ul>
          {serves.map((s) => {
            const goal = told.goals.find((g) => g.id === s.goal)
            return (
              <li>
                {goal?.owner}: {pick(goal?.name ?? {}, language)?.text} <b class="num">{s.strength}</b>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
