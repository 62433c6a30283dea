import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import { Alert, type FactItem, Facts, LinkList, PageHead, Section, Versions } from '../../ui/index.ts'
import { Attachments, attachmentsOf } from '../drafts/index.ts'
import { Formatted, Talk, talkOn } from '../talk/index.ts'
import { endAction, itemAction } from './actions.ts'
import { Marks } from './chain-page.tsx'
import type { Item } from './content.ts'
import { pathOf } from './drafts.ts'
import { formText } from './form-text.ts'
import { refuse } from './refusing.ts'
import { text } from './text.ts'
import { frameOf, titleOf } from './words.ts'

const path = '/ecosystems/{key}/impact/{entry}'

/** One claim or clinic: what it says, how it is known, its files, what has been said of it, and its versions. */
async function itemPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params, url } = request
  const { ecosystem, versions, chain, keeps } = await request.perform(itemAction, {
    key: params.key,
    entry: params.entry,
  })
  const newest = versions[0]!
  const asked = url.searchParams.get('version')
  const item = asked ? versions.find((one) => one.id === asked) : newest
  if (!item) throw refuse('missing', 'noItem')
  const t = text[language]
  const at = pathOf(ecosystem.key, `/${item.entry}`)
  const subject = { kind: 'impact-item', id: item.entry }
  const talked = await talkOn(request, subject)
  const files = await attachmentsOf(request, subject, { visitors: true })
  const title = titleOf(item, language)
  const said = pick(item.content.text, language)
  const isNow = item === newest && !item.endedAt
  const linked = (entries: readonly string[] | undefined) =>
    (entries ?? []).flatMap((entry) => chain.find((one) => one.entry === entry) ?? [])
  const from = chain.filter((one) => one.content.contributes?.includes(item.entry))
  const links = (title: string, id: string, some: readonly Item[]) =>
    some.length > 0 && (
      <Section title={title} id={id}>
        <LinkList
          items={some.map((one) => ({
            href: link(pathOf(ecosystem.key, `/${one.entry}`)),
            over: t.one[one.kind],
            label: titleOf(one, language),
          }))}
        />
      </Section>
    )
  return {
    as: 'page',
    sheet: 'network',
    title,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: [...frameOf(request, ecosystem).crumbs, { text: title }],
    body: (
      <>
        <PageHead
          over={t.one[item.kind]}
          title={title}
          state={item.kind !== 'clinic' && <Marks of={item} language={language} />}
          actions={
            keeps &&
            isNow && (
              <a class="btn main" href={link(`${at}/edit`)}>
                {t.change}
              </a>
            )
          }
        />
        {item !== newest && (
          <Alert tone="note" title={t.past}>
            <a href={link(at)}>{t.toNewest}</a>
          </Alert>
        )}
        {item === newest && item.endedAt && (
          <Alert tone="note" title={t.ended}>
            {t.endedOn(formatInstant(item.endedAt, language), item.endedBy ?? '')}
          </Alert>
        )}
        {said && (
          <div class="operating-says" lang={said.language === language ? undefined : said.language}>
            <Formatted text={said.text} />
          </div>
        )}
        <Facts items={factsOf(item, request)} language={language} />
        {links(t.contributes, 'contributes', linked(item.content.contributes))}
        {links(t.fromThese, 'from', from)}
        {links(t.fields.claims, 'claims', linked(item.content.claims))}
        {item.kind !== 'clinic' && (
          <p class="impact-caution">
            <b>{t.contribution}.</b> {t.contributionWhy}
          </p>
        )}
        {keeps && isNow && (
          <form class="impact-end" method="post" action={link(`${at}/end`)}>
            <button class="btn bare" type="submit">
              {t.end}
            </button>
            <span class="help">{t.endHelp}</span>
          </form>
        )}
        {files && <Attachments shown={files} request={request} />}
        {talked && <Talk talked={talked} request={request} />}
        <Versions versions={versions} shown={item.id} at={link(at)} words={t} language={language} />
      </>
    ),
  }
}

/** What is known of it, line by line; what is filled in. */
function factsOf({ content: c, share }: Item, { language }: PageRequest): FactItem[] {
  const t = text[language]
  const line = (label: string, value: FactItem['value'] | null | undefined): FactItem[] =>
    value ? [{ label, value }] : []
  const web = c.source && /^https?:\/\//.test(c.source) ? c.source : undefined
  return [
    ...line(t.fields.audience, c.audience),
    ...line(t.fields.measure, c.measure),
    ...line(t.fields.value, c.value && <span class="num">{c.value}</span>),
    ...line(t.fields.source, web ? <a href={web}>{web}</a> : c.source),
    ...line(t.fields.collector, c.collector),
    ...line(
      t.fields.permission,
      c.permission && t.permitted(c.permission.by, formatDay(c.permission.on, language), c.permission.record),
    ),
    ...line(formText[language].held, c.held && formatDay(c.held, language)),
    ...line(t.fields.present, c.present),
    ...line(t.fields.decided, c.decided),
    ...line(t.fields.share, t.shares[share]),
  ]
}

async function end(request: PageRequest): Promise<PageAnswer> {
  const { key = '', entry = '' } = request.params
  await request.perform(endAction, { key, entry })
  return { as: 'redirect', to: request.link(pathOf(key, `/${entry}`)) }
}

export const itemPages: readonly Page[] = [
  { method: 'GET', path, run: itemPage },
  { method: 'POST', path: `${path}/end`, run: end },
]
