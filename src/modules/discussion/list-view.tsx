import type { PageRequest } from '../../kernel/page.ts'
import { type Names, pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { changed, fromRow, kept } from '../../kernel/view-address.ts'
import { Empty, PageHead, Pager, SearchBox, SelectField, Tabs, Tag } from '../../ui/index.ts'
import type { EcosystemHead } from '../ecosystems/index.ts'
import { type ListedTopic, topicPath } from './queries.ts'
import { text } from './text.ts'

export const pageSize = 25

export type TopicListProps = {
  items: readonly ListedTopic[]
  total: number
  offset: number
  /** The ecosystem; without it the list goes over all of the reader's. */
  ecosystem?: EcosystemHead | undefined
  values: readonly { value: string; name: Names }[]
  mayAdd: boolean
  request: Pick<PageRequest, 'language' | 'link' | 'url' | 'actor'>
}

/** Topics, each with what is new in it: made to be read on a phone on the way to a meeting. */
export function TopicList(props: TopicListProps) {
  const { items, total, offset, ecosystem, values, mayAdd, request } = props
  const { language, link, url, actor } = request
  const t = text[language]
  const path = link(ecosystem ? `/ecosystems/${ecosystem.key}/discussion` : '/discussion')
  const asked = url.searchParams
  const closed = asked.get('state') === 'closed'
  const narrowed = asked.has('q') || asked.has('value')
  return (
    <>
      <PageHead
        over={ecosystem && pick(ecosystem.name, language)?.text}
        title={t.title}
        lead={ecosystem ? t.lead : t.allLead}
        actions={
          <>
            {mayAdd && ecosystem && (
              <a class="btn main" href={`${path}/new`}>
                {t.add}
              </a>
            )}
            {ecosystem && (
              <a class="btn" href={link(`/ecosystems/${ecosystem.key}/calendar`)}>
                {t.calendar}
              </a>
            )}
          </>
        }
      />
      <div id="list">
        <SearchBox
          action={path}
          label={t.search}
          placeholder={t.placeholder}
          value={asked.get('q') ?? ''}
          keep={kept(asked, ['q'])}
          language={language}
        />
        {values.length > 0 && (
          <form class="topic-filter" action={path} data-live="list">
            {kept(asked, ['value']).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <SelectField
              name="value"
              label={t.about}
              none={t.allValues}
              choices={values.map((v) => ({
                value: v.value,
                label: pick(v.name, language)?.text ?? v.value,
              }))}
              value={asked.get('value') ?? ''}
              language={language}
            />
            <noscript>
              <button class="btn" type="submit">
                {t.search}
              </button>
            </noscript>
          </form>
        )}
        <Tabs
          label={t.states}
          items={[
            { href: changed(path, asked, { state: undefined }), label: t.open, current: !closed },
            { href: changed(path, asked, { state: 'closed' }), label: t.closed, current: closed },
          ]}
        />
        {items.length === 0 && (
          <Empty title={narrowed ? t.noneFound : t.none}>
            {narrowed ? t.noneFoundNext : mayAdd ? t.noneNext : ''}
          </Empty>
        )}
        <ul class="topics">
          {items.map((topic) => (
            <TopicRow topic={topic} names={values} whose={!ecosystem} request={request} />
          ))}
        </ul>
        <Pager offset={offset} size={pageSize} total={total} at={fromRow(path, asked)} language={language} />
        {actor.kind === 'visitor' && <p class="note">{t.signIn}</p>}
      </div>
    </>
  )
}

type RowProps = Pick<TopicListProps, 'request'> & {
  topic: ListedTopic
  names: TopicListProps['values']
  whose: boolean
}

function TopicRow({ topic, names, whose, request }: RowProps) {
  const { language, link, actor } = request
  const t = text[language]
  const values = topic.frame_values.flatMap((v) => names.find((n) => n.value === v) ?? [])
  const unseen = actor.kind === 'person' && (topic.fresh === null || topic.fresh > 0)
  return (
    <li class={unseen ? 'fresh' : undefined}>
      <h2>
        <a
          href={link(topicPath(topic, topic.ecosystem_key))}
          lang={topic.language === language ? undefined : topic.language}
        >
          {topic.title}
        </a>
      </h2>
      <p class="topic-tags">
        {topic.pinned && <Tag>{t.pinned}</Tag>} {topic.closed_at && <Tag>{t.closedTag}</Tag>}{' '}
        {unseen && <Tag tone="on">{topic.fresh === null ? t.neverSeen : t.fresh(topic.fresh)}</Tag>}
      </p>
      <p class="first">{topic.body.slice(0, 200)}</p>
      <p class="note">
        {whose && <>{pick(topic.ecosystem_name, language)?.text} · </>}
        {t.answers(topic.answers)} ·{' '}
        {topic.answers > 0
          ? t.moved(topic.mover, formatInstant(topic.moved_at, language))
          : t.opened(topic.author, formatInstant(topic.created_at, language))}
        {values.map((v) => (
          <> · {pick(v.name, language)?.text}</>
        ))}
      </p>
    </li>
  )
}
