import type { Page, PageAnswer, PageRequest, Supplement } from '../../kernel/page.ts'
import { isAmong } from '../../kernel/rule.ts'
import { formatCount } from '../../kernel/text.ts'
import { Alert, Empty, PageHead, Section, Table, Tag } from '../../ui/index.ts'
import { foundProjects, mostTaken, type PlannedSelection, plannedSelections } from './from-projects.ts'
import { projectListAt } from './project-search.ts'
import { keepers, selectionMachine } from './rules.ts'
import { framed, said, whenOf } from './selection-frame.tsx'
import { takeInText } from './take-in-text.ts'
import { text } from './text.ts'

const withList = (path: string, list: string): string => `${path}?q=${encodeURIComponent(list)}`

/** The way from a list of projects to the candidates of a meeting, for who prepares meetings. */
export const candidatesFromList: Supplement = {
  kind: 'projects',
  show: async ({ actor, language, link }, list) => {
    if (!isAmong(keepers, actor)) return undefined
    const label = takeInText[language].takeIn
    return {
      id: 'take-in',
      label,
      body: (
        <a class="btn" href={withList(link('/selections/take-in'), list)}>
          {label}
        </a>
      ),
    }
  },
}

/** Which meeting takes in the projects of a list: one that is being prepared, or a new one. */
async function page(request: PageRequest): Promise<PageAnswer> {
  const { language, link, url } = request
  const t = takeInText[language]
  const list = projectListAt(url.searchParams.get('q')) ?? '/projects'
  const found = (await foundProjects(request, list)) ?? { items: [], total: 0 }
  const { items } = await request.perform(plannedSelections, { projects: found.items.map((p) => p.id) })
  const isWhole = found.total <= mostTaken
  return framed(
    request,
    t.title,
    <>
      <PageHead
        title={t.title}
        lead={found.total > 0 ? t.lead(found.total, formatCount(found.total, language)) : t.nothing}
        actions={
          found.total > 0 && (
            <a class={items.length > 0 ? 'btn' : 'btn main'} href={withList(link('/selections/new'), list)}>
              {t.newMeeting}
            </a>
          )
        }
      />
      {!isWhole && <Alert tone="warm" title={t.tooMany(mostTaken)} />}
      {found.total > 0 && (
        <Section title={t.meetings}>
          {items.length === 0 ? (
            <Empty title={t.none} />
          ) : (
            <>
              <Planned items={items} list={list} isWhole={isWhole} request={request} />
              <p class="note">{t.nothingYet}</p>
            </>
          )}
        </Section>
      )}
      <p class="selection-seat">
        <a href={link(list)}>{t.backToList}</a>
      </p>
    </>,
  )
}

/** Each meeting, and how many of the projects it has and would take in where these can be counted. */
function Planned({
  items,
  list,
  isWhole,
  request: { language, link },
}: {
  items: readonly PlannedSelection[]
  list: string
  isWhole: boolean
  request: PageRequest
}) {
  const [t, s] = [takeInText[language], text[language]]
  const counted = [
    { label: t.already, of: ({ known }: PlannedSelection) => known.length },
    { label: t.wouldCome, of: ({ fresh }: PlannedSelection) => fresh.length },
  ]
  return (
    <Table
      caption={t.meetings}
      language={language}
      cards
      rows={items}
      columns={[
        {
          label: s.meeting,
          heading: true,
          phone: 'wide',
          cell: (m) => (
            <>
              {said(m.name, language)} {m.exercise && <Tag tone="warm">{s.exercise}</Tag>}
              <span class="sub">{said(m.ecosystem.name, language)}</span>
            </>
          ),
        },
        { label: s.when, class: 'num', phone: 'labelled', cell: (m) => whenOf(m, language) },
        { label: s.state, cell: (m) => <Tag>{selectionMachine.states[m.state][language]}</Tag> },
        ...(isWhole
          ? counted.map(({ label, of }) => ({
              label,
              numeric: true,
              phone: 'labelled' as const,
              cell: (m: PlannedSelection) => of(m),
            }))
          : []),
        {
          label: t.choose,
          quiet: true,
          cell: (m) => (
            <a
              class="btn small"
              href={`${withList(link(`/selections/${m.id}/candidates`), list)}#projects`}
              aria-label={t.chooseOf(said(m.name, language))}
            >
              {t.choose}
            </a>
          ),
        },
      ]}
    />
  )
}

export const takeInPage: Page = { method: 'GET', path: '/selections/take-in', run: page }
