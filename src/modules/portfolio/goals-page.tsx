import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatDecimal, pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Bar, Empty, Scroll, Section, Table } from '../../ui/index.ts'
import { framed, readTold } from './frame.tsx'
import { promiseText } from './promise-text.ts'
import type { Told } from './record.ts'
import { evennessOf } from './rules.ts'
import { pathOf } from './shown.ts'
import { Name } from './things-page.tsx'
import { thingsText } from './things-text.ts'

/** The goals of several owners, what serves them, and how evenly. */
export async function goalsPage(request: PageRequest): Promise<PageAnswer> {
  const told = await readTold(request)
  const { language, link } = request
  const t = promiseText[language].goals
  return framed({
    request,
    told,
    tab: 'goals',
    actions: told.may.keep && (
      <a class="btn" href={link(pathOf(told, '/goals/new'))}>
        {t.add}
      </a>
    ),
    body:
      told.goals.length === 0 ? (
        <Empty title={t.none}>{told.may.keep && t.noneNext}</Empty>
      ) : (
        <>
          <p class="lead">{t.lead}</p>
          <Owners told={told} request={request} />
          <Grid told={told} request={request} />
          <Reasons told={told} request={request} />
        </>
      ),
  })
}

function Owners({ told, request: { language } }: { told: Told; request: PageRequest }) {
  const t = promiseText[language].goals
  const { owners, index } = evennessOf(told.goals, told.services)
  const unserved = owners.reduce((n, o) => n + o.unserved, 0)
  const most = Math.max(1, ...owners.map((o) => o.strength))
  const reading = index === undefined ? '' : index >= 0.95 ? t.even : index >= 0.8 ? t.fairly : t.uneven
  return (
    <Section
      title={`${t.index}${index === undefined ? '' : ` ${formatDecimal(index, language, 2)}`}`}
      note={reading}
    >
      <ul class="portfolio-readings">
        {owners.map((o) => (
          <li>{t.reading(o.owner, o.things, told.entries.length)}</li>
        ))}
        {unserved > 0 && <li>{t.unserved(unserved)}</li>}
      </ul>
      <Table
        caption={t.index}
        density="tight"
        cards
        rows={owners}
        columns={[
          { label: t.owner, heading: true, cell: (o) => o.owner },
          {
            label: t.share,
            quiet: true,
            phone: 'wide',
            class: 'portfolio-bar',
            cell: (o) => <Bar value={o.strength} max={most} />,
          },
          { label: t.goals, numeric: true, phone: 'labelled', cell: (o) => o.goals },
          { label: t.things, numeric: true, phone: 'labelled', cell: (o) => o.things },
          { label: t.strength, numeric: true, phone: 'labelled', cell: (o) => o.strength },
          {
            label: t.share,
            numeric: true,
            phone: 'labelled',
            cell: (o) => `${formatDecimal(o.share * 100, language, 0)}\u00a0%`,
          },
        ]}
        language={language}
      />
      <p class="note">{t.indexNote}</p>
    </Section>
  )
}

/** Goals across, things down: the stronger the service, the deeper the blue. */
function Grid({ told, request: { language, link } }: { told: Told; request: PageRequest }) {
  const [t, th] = [promiseText[language].goals, thingsText[language]]
  const strength = (thing: string, goal: string) =>
    told.services.find((s) => s.thing === thing && s.goal === goal)?.strength
  const serving = told.entries.filter((e) => told.services.some((s) => s.thing === e.id))
  const owners = [...new Set(told.goals.map((g) => g.owner))]
  return (
    <Section title={t.grid} note={t.gridNote}>
      <Scroll label={t.grid}>
        <table class="portfolio-cover portfolio-goals">
          <caption class="vh">{t.grid}</caption>
          <thead>
            <tr>
              <td rowSpan={2} />
              {owners.map((owner) => (
                <th scope="colgroup" colSpan={told.goals.filter((g) => g.owner === owner).length}>
                  {owner}
                </th>
              ))}
            </tr>
            <tr>
              {told.goals.map((goal) => (
                <th scope="col">
                  {pick(goal.name, language)?.text}
                  {told.may.judge && (
                    <a class="no-print" href={link(pathOf(told, `/goals/${goal.id}/serve`))}>
                      {t.judge}
                      <span class="vh">: {pick(goal.name, language)?.text}</span>
                    </a>
                  )}
                  {told.may.keep && (
                    <form method="post" action={link(pathOf(told, '/remove'))} class="no-print">
                      <input type="hidden" name="what" value="goal" />
                      <input type="hidden" name="id" value={goal.id} />
                      <button class="btn bare" type="submit">
                        {t.remove}
                        <span class="vh">: {pick(goal.name, language)?.text}</span>
                      </button>
                    </form>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {serving.map((entry) => (
              <tr>
                <th scope="row">
                  <Name entry={entry} told={told} link={link} />
                </th>
                {told.goals.map((goal) => {
                  const n = strength(entry.id, goal.id)
                  return <td class={n ? `q${n * 2 - 1}` : undefined}>{n}</td>
                })}
              </tr>
            ))}
            {serving.length === 0 && (
              <tr>
                <th scope="row" class="quiet">
                  {th.nothing}
                </th>
                {told.goals.map(() => (
                  <td />
                ))}
              </tr>
            )}
          </tbody>
        </table>
      </Scroll>
    </Section>
  )
}

/** Whose judgement each service is, and why. */
function Reasons({ told, request: { language } }: { told: Told; request: PageRequest }) {
  const [t, th] = [promiseText[language].goals, thingsText[language]]
  if (told.services.length === 0) return null
  const title = (id: string) => told.entries.find((e) => e.id === id)?.title ?? ''
  const goal = (id: string) => told.goals.find((g) => g.id === id)
  return (
    <details class="portfolio-why">
      <summary>{t.why}</summary>
      <ul class="ruled">
        {told.services.map((s) => (
          <li>
            {title(s.thing)}: {goal(s.goal)?.owner}, {pick(goal(s.goal)?.name ?? {}, language)?.text}{' '}
            <b class="num">{s.strength}</b>
            <span class="sub">
              {s.reason} {th.judged(s.by ?? '', formatInstant(s.at, language))}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
