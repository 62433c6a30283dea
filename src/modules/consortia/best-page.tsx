import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatCount } from '../../kernel/text.ts'
import { Alert, Empty, PageHead, Scroll, Section, Tag } from '../../ui/index.ts'
import { bestAction, type ToldBest, type ToldConsortium, takeIn } from './best-actions.ts'
import { bestText } from './best-text.ts'
import { ConflictLines } from './conflict-view.tsx'
import { getAction } from './consortium-actions.ts'
import { placeName } from './cover-view.tsx'
import { crumbsOf } from './frame.tsx'
import type { Kept } from './record.ts'
import { pathOf } from './rights.ts'

type Props = { kept: Kept; of: ToldConsortium; request: PageRequest; main?: boolean }

/** Who are in it, and what each brings. */
function Members({ kept, of, request: { language, link } }: Props) {
  const t = bestText[language]
  const home = link(pathOf(kept.consortium.id))
  return (
    <Scroll label={t.title}>
      <table class="tbl">
        <caption class="vh">{t.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.partner}</th>
            <th scope="col">{t.place}</th>
            <th scope="col">{t.brings}</th>
            <th scope="col">{t.standing}</th>
          </tr>
        </thead>
        <tbody>
          {of.members.map((member) => (
            <tr>
              <th scope="row">
                {member.organisation ? (
                  <a href={`${home}/organisations/${member.organisation}`}>{member.name}</a>
                ) : (
                  member.name
                )}
                <ConflictLines conflicts={member.conflicts} />
              </th>
              <td>{placeName(member.region, member.country, language)}</td>
              <td>
                {member.meets.length > 0 ? member.meets.join(', ') : <span class="quiet">{t.nothing}</span>}
              </td>
              <td>
                <Tag tone={member.isIn ? 'plain' : 'warm'}>
                  {member.settled ? t.settled : member.isIn ? t.isIn : t.isNew}
                </Tag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** The act that proposes those of them who are not in. */
function TakeIn({ kept, of, main, request: { language, link } }: Props) {
  const t = bestText[language]
  const fresh = of.members.flatMap(({ organisation, isIn }) => (organisation && !isIn ? [organisation] : []))
  if (fresh.length === 0) return <p class="note">{t.noneNew}</p>
  return (
    <form method="post" action={`${link(pathOf(kept.consortium.id))}/take-in`} class="actions">
      {fresh.map((organisation) => (
        <input type="hidden" name="organisation" value={organisation} />
      ))}
      <button class={main ? 'btn main' : 'btn'} type="submit">
        {t.takeIn(formatCount(fresh.length, language))}
      </button>
    </form>
  )
}

type Answered = Extract<ToldBest, { state: 'answered' }>

function Answer({ kept, told, request }: { kept: Kept; told: Answered; request: PageRequest }) {
  const { language, link } = request
  const t = bestText[language]
  const { best, alternatives, contradiction } = told
  const count = (n: number) => (n === 1 ? t.oneLess : t.partners(formatCount(n, language)))
  return (
    <>
      {contradiction && (
        <Alert title={t.contradiction}>
          <p>{contradiction.leads}</p>
          <ul>
            {contradiction.parts.map((part) => (
              <li>{part}</li>
            ))}
          </ul>
          <p>
            <a href={`${link(pathOf(kept.consortium.id))}/demands`}>{t.change}</a>
          </p>
        </Alert>
      )}
      {!best && <Empty title={t.nobody} />}
      {best && (
        <Section
          title={count(best.members.length)}
          id="best"
          note={<Tag tone={best.proved ? 'ok' : 'warm'}>{best.proved ? t.proved : t.unproved}</Tag>}
        >
          <p class="cons-said-of">{best.summary}</p>
          <Members kept={kept} of={best} request={request} />
          <p class="note">
            {best.said} {t.among(formatCount(told.among, language))}
          </p>
          <TakeIn kept={kept} of={best} main request={request} />
        </Section>
      )}
      {!told.whole && <p role="status">{t.looking}</p>}
      {alternatives.length > 0 && (
        <Section title={t.alternatives} id="alternatives">
          <p class="note">{t.alternativesLead}</p>
          {alternatives.map((other, i) => (
            <div class="cons-alternative">
              <h3>
                {t.alternative(formatCount(i + 1, language))}{' '}
                <span class="quiet">{count(other.members.length)}</span>
              </h3>
              <ul>
                {other.changes.map((change) => (
                  <li>{change}</li>
                ))}
              </ul>
              <TakeIn kept={kept} of={other} request={request} />
            </div>
          ))}
        </Section>
      )}
    </>
  )
}

async function bestPage(request: PageRequest): Promise<PageAnswer> {
  const { language, params } = request
  const t = bestText[language]
  const kept = await request.perform(getAction, { consortium: params.id })
  const told = await request.perform(bestAction, { consortium: params.id })
  const waits = told.state === 'answered' ? !told.whole : told.state !== 'failed'
  return {
    as: 'page',
    sheet: 'consortia',
    title: t.title,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: crumbsOf(request, kept.consortium, t.title),
    ...(waits && { unready: true, refresh: 2 }),
    body: (
      <>
        <PageHead title={t.title} lead={t.lead} />
        {kept.demands.length === 0 && <Empty title={t.noDemands} />}
        {kept.demands.length > 0 && told.state !== 'answered' && <p role="status">{t[told.state]}</p>}
        {kept.demands.length > 0 && told.state === 'answered' && (
          <Answer kept={kept} told={told} request={request} />
        )}
      </>
    ),
  }
}

async function take(request: PageRequest): Promise<PageAnswer> {
  const organisations = (await request.form()).all('organisation')
  const { path } = await request.perform(takeIn, { consortium: request.params.id, organisations })
  return { as: 'redirect', to: request.link(path) }
}

export const bestPages: readonly Page[] = [
  { method: 'GET', path: '/consortia/{id}/best', run: bestPage },
  { method: 'POST', path: '/consortia/{id}/take-in', run: take },
]
