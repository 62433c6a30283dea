import { centsOf, formatAmount } from '../../kernel/money.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatCount } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { Alert, Empty, PageHead, Scroll, Section, Tag } from '../../ui/index.ts'
import { conflictText } from './conflict-text.ts'
import { ConflictLines } from './conflict-view.tsx'
import { getAction } from './consortium-actions.ts'
import { candidatesAction, type ToldCandidate } from './cover-actions.ts'
import { Mark, placeName, registered } from './cover-view.tsx'
import { fault } from './fault-text.ts'
import { crumbsOf } from './frame.tsx'
import { Points, Propose, Reasons } from './next-view.tsx'
import { choosePartner, judge } from './partner-actions.ts'
import type { Kept } from './record.ts'
import { pathOf } from './rights.ts'
import { isIn } from './rules.ts'
import { text } from './text.ts'

type Props = { kept: Kept; of: ToldCandidate; request: PageRequest }

/** Each demand with what shows that the organisation meets it. */
function EvidenceList({ of, request }: Props) {
  const { language, link } = request
  const t = text[language]
  const shown = of.cells.filter(({ cell }) => cell.state !== 'no')
  const not = of.cells.filter(({ cell }) => cell.state === 'no').map(({ name }) => name)
  return (
    <Section title={t.evidence} id="evidence">
      <ul class="cons-evidence">
        {shown.map(({ name, counted, cell, before, after }) => (
          <li>
            <h3>
              <Mark cell={{ ...cell, facts: [], register: false }} href={undefined} request={request} />{' '}
              {name}{' '}
              <span class="quiet">
                {t.now}: {t.states[before]}.
              </span>{' '}
              {before !== after && (
                <b>
                  {t.after}: {t.states[after]}.
                </b>
              )}
            </h3>
            {cell.register && <p>{registered({ counted }, of, language) || t.ownRegister}</p>}
            <ul>
              {cell.facts.map((fact) => (
                <li>
                  <a href={link(fact.href)}>{fact.title || fact.code}</a>
                  <span class="sub">
                    {[
                      fact.code,
                      fact.money && `${formatAmount(centsOf(fact.money), language)} €`,
                      fact.until !== null && formatDay(dayIn(new Date(fact.until * 86_400_000)), language),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
            {cell.count > cell.facts.length && (
              <p class="note">{t.more(formatCount(cell.count - cell.facts.length, language))}</p>
            )}
          </li>
        ))}
      </ul>
      {not.length > 0 && (
        <p class="note">
          {t.noEvidence}: {not.join(', ')}.
        </p>
      )}
    </Section>
  )
}

/** What people decided and judged of the organisation, each with its reason and the way to undo it. */
function Decisions({ kept, of, request: { language, link } }: Props) {
  const t = text[language]
  const home = `${link(pathOf(kept.consortium.id))}/organisations/${of.organisation}`
  const choice = kept.choices.find((x) => x.organisation === of.organisation)
  const judged = kept.judgements.filter((x) => x.organisation === of.organisation)
  const undo = (name: string, value: string, about: string) =>
    kept.may.gather && (
      <form method="post" action={`${home}/undo`}>
        <input type="hidden" name={name} value={value} />
        <button class="btn" type="submit">
          {t.undo}
          <span class="vh">: {about}</span>
        </button>
      </form>
    )
  return (
    <Section title={t.decide} id="decide">
      {choice && (
        <div class="cons-said">
          <p>
            <b>{t.chosen[choice.choice]}</b>: {choice.reason}
            <span class="sub">
              {choice.by}, {formatDay(dayIn(choice.at), language)}
            </span>
          </p>
          {undo('choice', 'none', t.chosen[choice.choice])}
        </div>
      )}
      {judged.map((x) => (
        <div class="cons-said">
          <p>
            <b>{kept.demands.find(({ id }) => id === x.demand)?.name}</b>: {x.reason}
            <span class="sub">
              {x.by}, {formatDay(dayIn(x.at), language)}
            </span>
          </p>
          {undo('demand', x.demand, x.reason)}
        </div>
      ))}
      {kept.may.gather && (
        <>
          <p class="note">{t.decideLead}</p>
          <div class="actions">
            <a class="btn" href={`${home}/choice?choice=pinned`}>
              {t.choices.pinned}
            </a>
            <a class="btn" href={`${home}/choice?choice=refused`}>
              {t.choices.refused}
            </a>
            <a class="btn" href={`${home}/judgement`}>
              {t.judge}
            </a>
          </div>
        </>
      )}
    </Section>
  )
}

async function candidatePage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params } = request
  const t = text[language]
  const kept = await request.perform(getAction, { consortium: params.id })
  const { ready, items } = await request.perform(candidatesAction, {
    consortium: params.id,
    with: params.organisation,
  })
  const [of] = items
  const home = link(pathOf(kept.consortium.id))
  const isMember = kept.partners.some((p) => p.organisation === of?.organisation && isIn(p.state))
  return {
    as: 'page',
    sheet: 'consortia',
    title: of?.name ?? t.bring,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: crumbsOf(request, kept.consortium, of?.name ?? t.bring),
    ...(!ready && { unready: true, refresh: 3 }),
    body: of ? (
      <>
        <PageHead
          title={<a href={link(`/organisations/${of.organisation}`)}>{of.name}</a>}
          state={placeName(of.region, of.country, language)}
          actions={
            kept.may.gather &&
            !isMember && (
              <Propose organisation={of.organisation} name={of.name} home={home} main request={request} />
            )
          }
        />
        {of.obstacle && <Alert title={of.obstacle} />}
        {of.conflicts.length > 0 && (
          <Alert title={conflictText[language].title}>
            <ConflictLines conflicts={of.conflicts} />
          </Alert>
        )}
        {of.suggestion && (
          <Section title={t.bring} id="bring">
            <Reasons reasons={of.suggestion.reasons} request={request} />
            <Points of={of.suggestion} request={request} />
          </Section>
        )}
        <EvidenceList kept={kept} of={of} request={request} />
        <Decisions kept={kept} of={of} request={request} />
      </>
    ) : (
      <p role="status">{t.making}</p>
    ),
  }
}

async function comparePage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params, url } = request
  const t = text[language]
  const kept = await request.perform(getAction, { consortium: params.id })
  const asked = [...new Set(url.searchParams.getAll('with'))].slice(0, 4)
  if (asked.length === 0) throw fault('missing', 'missing')
  const { ready, items } = await request.perform(candidatesAction, { consortium: params.id, with: asked })
  const home = link(pathOf(kept.consortium.id))
  return {
    as: 'page',
    sheet: 'consortia',
    title: t.withWhom,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: crumbsOf(request, kept.consortium, t.withWhom),
    ...(!ready && { unready: true, refresh: 3 }),
    body: (
      <>
        <PageHead title={t.withWhom} lead={t.compareLead} />
        {!ready && <p role="status">{t.making}</p>}
        {items.length === 0 && ready && <Empty title={t.nobodyToAsk} />}
        {items.length > 0 && (
          <Scroll label={t.withWhom}>
            <table class="tbl cons-table">
              <caption class="vh">{t.withWhom}</caption>
              <thead>
                <tr>
                  <th scope="col">{t.demand}</th>
                  <th scope="col">{t.now}</th>
                  {items.map((of) => (
                    <th scope="col">
                      <span class="cons-name">
                        <a href={`${home}/organisations/${of.organisation}`}>{of.name}</a>
                      </span>
                      <span class="sub">{placeName(of.region, of.country, language)}</span>
                      <ConflictLines conflicts={of.conflicts} />
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {kept.demands.map((demand, d) => (
                  <tr>
                    <th scope="row">{demand.name}</th>
                    <td>{t.states[items[0]!.cells[d]!.before]}</td>
                    {items.map((of) => {
                      const { cell, before, after } = of.cells[d]!
                      return (
                        <td>
                          <Mark
                            cell={cell}
                            href={`${home}/organisations/${of.organisation}`}
                            register={registered(demand, of, language)}
                            request={request}
                          />
                          {before !== after && (
                            <>
                              {' '}
                              <Tag tone="ok">{t.states[after]}</Tag>
                            </>
                          )}
                        </td>
                      )
                    })}
                  </tr>
                ))}
                <tr>
                  <th scope="row">{t.pointsOf}</th>
                  <td />
                  {items.map((of) => (
                    <td>
                      {of.obstacle ?? (of.suggestion && t.points(formatCount(of.suggestion.score, language)))}
                    </td>
                  ))}
                </tr>
              </tbody>
            </table>
          </Scroll>
        )}
      </>
    ),
  }
}

async function undo(request: PageRequest): Promise<PageAnswer> {
  const { id: consortium, organisation } = request.params
  const form = await request.form()
  const demand = form.get('demand')
  const { path } = demand
    ? await request.perform(judge, { consortium, organisation, demand, undo: true })
    : await request.perform(choosePartner, { consortium, organisation, choice: 'none' })
  return { as: 'redirect', to: request.link(path) }
}

export const candidatePages: readonly Page[] = [
  { method: 'GET', path: '/consortia/{id}/organisations/{organisation}', run: candidatePage },
  { method: 'POST', path: '/consortia/{id}/organisations/{organisation}/undo', run: undo },
  { method: 'GET', path: '/consortia/{id}/compare', run: comparePage },
]
