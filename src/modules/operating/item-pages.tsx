import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { dayIn, formatDay, formatInstant } from '../../kernel/time.ts'
import { Alert, type FactItem, Facts, PageHead, Tag, Versions } from '../../ui/index.ts'
import { Attachments, attachmentsOf } from '../drafts/index.ts'
import { roleName } from '../ecosystems/index.ts'
import { Formatted, Talk, talkOn } from '../talk/index.ts'
import { endOperating, getOperating, reviewOperating } from './actions.ts'
import type { Item } from './content.ts'
import { refuse } from './fault-text.ts'
import { frameOf } from './frame.ts'
import { Answerer, Parties, ReviewState, StateTag } from './list-view.tsx'
import { Organisation } from './organisation-view.tsx'
import { isOverdue, standingOf } from './rules.ts'
import { text } from './text.ts'
import { pathOf, periodOf, themeOf, titleOf } from './words.ts'

const path = '/ecosystems/{key}/operating/{entry}'

type Found = Awaited<ReturnType<typeof read>>
const read = (request: PageRequest) =>
  request.perform(getOperating, { key: request.params.key, entry: request.params.entry })

/** One thing: what it says, its files, what has been said of it, and its versions. */
async function itemPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, now, url } = request
  const found = await read(request)
  const newest = found.versions[0]!
  const asked = url.searchParams.get('version')
  const item = asked ? found.versions.find((one) => one.id === asked) : newest
  if (!item) throw refuse('missing', 'noItem')
  const { crumbs } = frameOf(request, found.ecosystem)
  const t = text[language]
  const at = pathOf(found.ecosystem.key, `/${item.entry}`)
  const subject = { kind: 'operating-item', id: item.entry }
  const talked = await talkOn(request, subject)
  const files = await attachmentsOf(request, subject, { visitors: true })
  const title = titleOf(item, found.linked, language)
  const said = pick(item.content.text, language)
  const isNow = item === newest && !item.endedAt
  const when = (at: Date) => formatInstant(at, language)
  return {
    as: 'page',
    sheet: 'network',
    title,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: [...crumbs, { text: title }],
    body: (
      <>
        <PageHead
          over={t.one[item.kind]}
          title={title}
          state={<State item={item} today={dayIn(now)} language={language} />}
          actions={
            found.changes &&
            isNow && (
              <a class="btn main" href={link(`${at}/edit`)}>
                {t.change}
              </a>
            )
          }
        />
        {item !== newest && (
          <Alert tone="note" title={t.past}>
            {item.endedAt && t.pastUntil(when(item.endedAt))} <a href={link(at)}>{t.toNewest}</a>
          </Alert>
        )}
        {item === newest && item.endedAt && (
          <Alert tone="note" title={t.ended}>
            {t.endedOn(when(item.endedAt), item.endedBy ?? '')}
          </Alert>
        )}
        {said && (
          <div class="operating-says" lang={said.language === language ? undefined : said.language}>
            <Formatted text={said.text} />
          </div>
        )}
        <Facts items={factsOf(item, found, request)} language={language} />
        {found.changes && isNow && <Keeping item={item} action={link(at)} language={language} />}
        {files && <Attachments shown={files} request={request} />}
        {talked && <Talk talked={talked} request={request} />}
        <Versions versions={found.versions} shown={item.id} at={link(at)} words={t} language={language} />
      </>
    ),
  }
}

type Shown = { item: Item; today: string; language: PageRequest['language'] }

function State({ item, today, language }: Shown) {
  const t = text[language]
  const { state } = item.content
  if (item.endedAt) return null
  if (state) return <StateTag state={state} language={language} />
  if (item.kind === 'practice' || (item.kind === 'way' && !isOverdue(item, today))) return null
  if (item.kind === 'way') return <ReviewState {...{ item, today, language }} />
  return <Tag>{t.standing[standingOf(item.content, today)]}</Tag>
}

/** What is known of it, line by line; the lines that its kind has and that are filled in. */
function factsOf(
  item: Item,
  { linked, themes, template, ecosystem }: Found,
  request: PageRequest,
): FactItem[] {
  const { language, link } = request
  const t = text[language]
  const c = item.content
  const view = { linked, language, link }
  const line = (label: string, value: FactItem['value'] | null | undefined): FactItem[] =>
    value ? [{ label, value }] : []
  const day = (written: string | null | undefined) => written && formatDay(written, language)
  const web = c.record && /^https?:\/\//.test(c.record) ? c.record : undefined
  return [
    ...line(t.owner, c.owner),
    ...line(t.version, c.version),
    ...line(t.parties, c.parties && c.parties.length > 0 && <Parties item={item} {...view} />),
    ...line(t.signed, day(c.signed)),
    ...line(t.role, c.role && roleName(c.role, language)),
    ...line(
      item.kind === 'role' ? t.organisation : item.kind === 'practice' ? t.doneBy : t.holder,
      item.kind === 'role'
        ? c.organisation && <Organisation one={c.organisation} {...view} />
        : (c.holder || c.organisation) && <Answerer item={item} {...view} />,
    ),
    ...line(t.theme, item.kind === 'role' && themeOf(c, themes, language)),
    ...line(t.deputy, c.deputy),
    ...line(t.place, c.place),
    ...line(t.audience, c.audience),
    ...line(t.result, c.result),
    ...line(t.ask, c.ask),
    ...line(
      item.kind === 'way' ? t.starts : t.period,
      item.kind === 'way' ? day(c.starts) : periodOf(c, language),
    ),
    ...line(
      t.template,
      template && (
        <a href={link(pathOf(ecosystem.key, `/${template.entry}`))}>{titleOf(template, linked, language)}</a>
      ),
    ),
    ...line(t.record, web ? <a href={web}>{web}</a> : c.record),
    ...line(
      t.reviewed,
      item.reviewedAt && t.reviewedBy(item.reviewedBy ?? '', formatInstant(item.reviewedAt, language)),
    ),
    ...line(t.reviewDue, day(item.reviewOn)),
    ...line(t.share, t.shares[item.share]),
  ]
}

/** What one does with it without writing: it still holds, or it is no longer in use. */
function Keeping({
  item,
  action,
  language,
}: {
  item: Item
  action: string
  language: PageRequest['language']
}) {
  const t = text[language]
  return (
    <div class="operating-keeping">
      {item.kind === 'way' && item.reviewOn && (
        <form method="post" action={`${action}/review`}>
          <button class="btn" type="submit">
            {t.review}
          </button>
          <span class="help">{t.reviewHelp(formatDay(item.reviewOn, language))}</span>
        </form>
      )}
      <form method="post" action={`${action}/end`}>
        <button class="btn bare" type="submit">
          {t.end}
        </button>
        <span class="help">{t.endHelp}</span>
      </form>
    </div>
  )
}

/** Does it, and leads back to the thing. */
const acted =
  (act: (request: PageRequest, asked: { key: string; entry: string }) => Promise<unknown>): Page['run'] =>
  async (request) => {
    const { key = '', entry = '' } = request.params
    await act(request, { key, entry })
    return { as: 'redirect', to: request.link(pathOf(key, `/${entry}`)) }
  }

export const itemPages: readonly Page[] = [
  { method: 'GET', path, run: itemPage },
  {
    method: 'POST',
    path: `${path}/review`,
    run: acted((request, asked) => request.perform(reviewOperating, asked)),
  },
  {
    method: 'POST',
    path: `${path}/end`,
    run: acted((request, asked) => request.perform(endOperating, asked)),
  },
]
