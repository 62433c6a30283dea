import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { Empty, PageHead, Section, Tag } from '../../ui/index.ts'
import { getAction } from './consortium-actions.ts'
import { crumbsOf } from './frame.tsx'
import type { Kept } from './record.ts'
import { pathOf } from './rights.ts'
import { type Interests, listInterests } from './wanted-actions.ts'
import { wantedText as text } from './wanted-text.ts'

/** Those who would join by themselves, each with what they say and the way to answer. */
async function interestsPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params } = request
  const t = text[language]
  const { consortium } = await request.perform(getAction, { consortium: params.id })
  const { items } = await request.perform(listInterests, { consortium: params.id })
  const home = link(pathOf(consortium.id))
  return {
    as: 'page',
    sheet: 'consortia',
    title: t.interests,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: crumbsOf(request, consortium, t.interests),
    body: (
      <>
        <PageHead title={t.interests} lead={t.interestsLead} />
        {items.length === 0 && <Empty title={t.noInterests} />}
        <ul class="cons-openings">
          {items.map((one) => (
            <li>
              <h2>
                {one.organisation ? (
                  <a href={`${home}/organisations/${one.organisation}`}>{one.name}</a>
                ) : (
                  one.name
                )}{' '}
                {one.answer && <Tag tone={one.answer === 'taken' ? 'ok' : 'plain'}>{t.done[one.answer]}</Tag>}
              </h2>
              <p class="sub">
                {formatDay(dayIn(one.at), language)} · {one.kept ? t.byProfile : t.byLink}
              </p>
              <p>{one.words}</p>
              {one.answerText && <p class="note">{one.answerText}</p>}
              {!one.answer && (
                <p class="actions">
                  <a class="btn" href={`${home}/interests/${one.id}`}>
                    {t.reply}
                    <span class="vh">: {one.name}</span>
                  </a>
                </p>
              )}
            </li>
          ))}
        </ul>
      </>
    ),
  }
}

export const interestPages: readonly Page[] = [
  { method: 'GET', path: '/consortia/{id}/interests', run: interestsPage },
]

/** On the page of a consortium, for those who gather it: its public search, and who would join. */
export const wantedSection = async (request: PageRequest, { consortium, may }: Kept) =>
  may.gather ? (
    <WantedPart
      id={consortium.id}
      of={await request.perform(listInterests, { consortium: consortium.id })}
      request={request}
    />
  ) : undefined

function WantedPart({
  id,
  of,
  request: { language, link },
}: {
  id: string
  of: Interests
  request: PageRequest
}) {
  const t = text[language]
  const home = link(pathOf(id))
  const waiting = of.items.filter(({ answer }) => answer === null).length
  return (
    <Section title={t.wantedOn} id="wanted">
      <p>
        {of.wanted.on ? (
          <>
            {t.published} <a href={link(`/partners-wanted/${id}`)}>{t.see}</a> ·{' '}
            <a href={`${home}/wanted`}>{t.edit}</a>
          </>
        ) : (
          <a href={`${home}/wanted`}>{t.publish}</a>
        )}
      </p>
      {of.items.length > 0 && (
        <p>
          <a href={`${home}/interests`}>{t.interests}</a>{' '}
          {waiting > 0 && <Tag tone="warm">{t.waiting(waiting)}</Tag>}
        </p>
      )}
    </Section>
  )
}
