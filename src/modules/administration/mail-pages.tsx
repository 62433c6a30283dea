import type { Page, PageRequest } from '../../kernel/page.ts'
import { formatCount } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Alert, Empty, Facts, Pager, Table, Tabs, Tag } from '../../ui/index.ts'
import { getMail, listMails } from '../people/index.ts'
import { administrationPage, offsetOf } from './frame.tsx'
import { text } from './text.ts'

const path = '/administration/mails'
const size = 50
const states = ['waiting', 'sent', 'failed', 'kept'] as const
type State = (typeof states)[number]

function MailState({ request, state }: { request: PageRequest; state: State }) {
  const tone = { waiting: 'plain', sent: 'ok', failed: 'bad', kept: 'warm' } as const
  const sign = { waiting: 'waiting', sent: 'done', failed: 'stopped', kept: undefined } as const
  return (
    <Tag tone={tone[state]} sign={sign[state]}>
      {text[request.language].mailStates[state]}
    </Tag>
  )
}

async function mailsPage(request: PageRequest) {
  const { language, url } = request
  const t = text[language]
  const state = states.find((s) => s === url.searchParams.get('state'))
  const offset = offsetOf(url)
  const found = await request.perform(listMails, { ...(state && { state }), limit: size, offset })
  const address = (s: string | undefined, from = 0) => {
    const query = new URLSearchParams({ ...(s && { state: s }), ...(from > 0 && { offset: String(from) }) })
    return request.link(query.size > 0 ? `${path}?${query}` : path)
  }
  return administrationPage(request, {
    title: t.mails,
    lead: t.mailsLead,
    tab: 'mails',
    body: (
      <>
        {!found.serverSet && <Alert title={t.noServer}>{t.noServerNext}</Alert>}
        <Tabs
          label={t.state}
          items={[
            { href: address(undefined), label: t.all, current: state === undefined },
            ...states.map((s) => ({ href: address(s), label: t.mailStates[s], current: s === state })),
          ]}
        />
        {found.mails.length === 0 ? (
          <Empty title={t.noMails} />
        ) : (
          <Table
            language={language}
            caption={t.mails}
            cards
            rows={found.mails}
            columns={[
              {
                label: t.subject,
                heading: true,
                cell: (m) => <a href={request.link(`${path}/${m.id}`)}>{m.subject}</a>,
              },
              { label: t.to, cell: (m) => m.to, class: 'breaks' },
              { label: t.kind, cell: (m) => m.kind },
              { label: t.when, cell: (m) => formatInstant(m.sentAt ?? m.createdAt, language) },
              { label: t.state, cell: (m) => <MailState request={request} state={m.state} /> },
            ]}
          />
        )}
        <Pager
          offset={offset}
          size={size}
          total={found.total}
          at={(next) => address(state, next)}
          language={language}
        />
      </>
    ),
  })
}

const address = /(https?:\/\/\S+)/

async function mailPage(request: PageRequest) {
  const { language } = request
  const t = text[language]
  const mail = await request.perform(getMail, { id: request.params.id })
  return administrationPage(request, {
    title: mail.subject,
    over: t.mails,
    tab: 'mails',
    crumbs: [{ text: t.mails, href: request.link(path) }],
    body: (
      <>
        <Facts
          language={language}
          items={[
            { label: t.state, value: <MailState request={request} state={mail.state} /> },
            { label: t.to, value: mail.to },
            { label: t.kind, value: mail.kind },
            { label: t.when, value: formatInstant(mail.sentAt ?? mail.createdAt, language) },
            ...(mail.attempts > 1
              ? [{ label: t.tries, value: formatCount(mail.attempts - 1, language) }]
              : []),
            ...(mail.error ? [{ label: t.error, value: mail.error }] : []),
          ]}
        />
        <div class="mail-text">
          {mail.text.split(address).map((part) => (address.test(part) ? <a href={part}>{part}</a> : part))}
        </div>
      </>
    ),
  })
}

export const mailPages: readonly Page[] = [
  { method: 'GET', path, run: mailsPage },
  { method: 'GET', path: `${path}/{id}`, run: mailPage },
]
