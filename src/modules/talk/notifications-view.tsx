import type { PageRequest } from '../../kernel/page.ts'
import { type Names, pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { fromRow } from '../../kernel/view-address.ts'
import { Alert, Empty, InLanguage, PageHead, Pager, Section, Table, Tabs, Tag } from '../../ui/index.ts'
import type { Notification } from './notification-queries.ts'
import { notificationText } from './notification-text.ts'
import { type Choice, type NotificationKind, notificationKinds } from './rules.ts'

type Shown = Pick<PageRequest, 'language' | 'link' | 'url'>
type Item = Notification & { ecosystem: Names | null }

const size = 30

export type NotificationsProps = {
  items: readonly Item[]
  total: number
  unread: boolean
  offset: number
  request: Shown
}

/** Who said what, where, with its first lines; a press goes there and marks it as read. */
export function NotificationsView({ items, total, unread, offset, request }: NotificationsProps) {
  const { language, link, url } = request
  const t = notificationText[language]
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <>
            {items.some((n) => !n.read_at) && (
              <form method="post" action={link('/notifications/read')}>
                <button class="btn" type="submit">
                  {t.markAll}
                </button>
              </form>
            )}
            <a class="btn bare" href={link('/notifications/settings')}>
              {t.settings}
            </a>
          </>
        }
      />
      <Tabs
        label={t.views}
        items={[
          { href: link('/notifications'), label: t.all, current: !unread },
          { href: link('/notifications?unread=1'), label: t.unread, current: unread },
        ]}
      />
      {items.length === 0 && <Empty title={t.none}>{t.noneNext}</Empty>}
      <ul class="notices">
        {items.map((n) => (
          <li class={n.read_at ? undefined : 'fresh'}>
            <p class="comment-head">
              <b>{t.what[n.kind](n.actor_name ?? t.talkoot)}</b>{' '}
              <time dateTime={n.at.toISOString()}>{formatInstant(n.at, language)}</time>{' '}
              {!n.read_at && <Tag tone="on">{t.isNew}</Tag>}
            </p>
            <form method="post" action={link(`/notifications/${n.id}/open`)}>
              <button type="submit" class="open">
                <InLanguage names={n.title} language={language} />
              </button>
              {n.ecosystem && <span class="quiet"> · {pick(n.ecosystem, language)?.text}</span>}
            </form>
            <p>{n.excerpt}</p>
          </li>
        ))}
      </ul>
      <Pager
        offset={offset}
        size={size}
        total={total}
        at={fromRow(link('/notifications'), url.searchParams)}
        language={language}
      />
    </>
  )
}

export type SettingsProps = {
  choices: readonly (Choice & { kind: NotificationKind })[]
  following: readonly { kind: string; id: string; title: Names; path: string }[]
  saved: boolean
  request: Shown
}

/** Each kind of notification with its two switches, and what is followed. */
export function SettingsView({ choices, following, saved, request }: SettingsProps) {
  const { language, link } = request
  const t = notificationText[language]
  const box = (channel: 'bell' | 'mail', label: string) => ({
    label,
    cell: (c: (typeof choices)[number]) => (
      <input
        type="checkbox"
        name={channel}
        value={c.kind}
        checked={c[channel]}
        aria-label={`${t.kinds[c.kind]}: ${label}`}
      />
    ),
  })
  return (
    <>
      <PageHead title={t.settings} lead={t.settingsLead} />
      {saved && <Alert tone="ok" title={t.saved} live />}
      <form method="post" action={link('/notifications/settings')}>
        <Table
          caption={t.settings}
          rows={choices}
          columns={[
            { label: t.kind, heading: true, cell: (c) => t.kinds[c.kind] },
            box('bell', t.inBell),
            box('mail', t.byMail),
          ]}
          language={language}
        />
        <p class="actions">
          <button class="btn main" type="submit">
            {t.save}
          </button>
        </p>
      </form>
      <Section title={t.following}>
        {following.length === 0 && <Empty title={t.followingNone} />}
        <ul class="ruled">
          {following.map((s) => (
            <li class="with-deed">
              <a href={link(s.path)}>
                <InLanguage names={s.title} language={language} />
              </a>
              <form method="post" action={link('/follow')}>
                <input type="hidden" name="kind" value={s.kind} />
                <input type="hidden" name="id" value={s.id} />
                <input type="hidden" name="back" value="settings" />
                <button class="btn bare" type="submit" name="following" value="no">
                  {t.unfollow}
                  <span class="vh">: {pick(s.title, language)?.text}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

export type OffProps = { on: readonly NotificationKind[]; done: boolean; request: Shown }

/** What the link at the foot of a mail opens: a button, so that a mail scanner that opens it switches nothing off. */
export function OffView({ on, done, request }: OffProps) {
  const { language, url } = request
  const t = notificationText[language]
  return (
    <div class="centre">
      <PageHead title={t.offTitle} lead={on.length > 0 && !done ? t.offLead : undefined} />
      {done && <Alert tone="ok" title={t.offDone} live />}
      {on.length === 0 && <p>{t.offNone}</p>}
      {on.length > 0 && (
        <>
          <form method="post" action={url.pathname}>
            <button class="btn main" type="submit" name="all" value="1">
              {t.offAll}
            </button>
          </form>
          <form method="post" action={url.pathname}>
            <fieldset class="field">
              <legend>{t.offSome}</legend>
              {notificationKinds
                .filter((kind) => on.includes(kind))
                .map((kind) => (
                  <label class="ck">
                    <input type="checkbox" name="kind" value={kind} />
                    <span>{t.kinds[kind]}</span>
                  </label>
                ))}
            </fieldset>
            <p class="actions">
              <button class="btn" type="submit">
                {t.offSomeButton}
              </button>
            </p>
          </form>
        </>
      )}
    </div>
  )
}
