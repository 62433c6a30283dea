import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { formatCount } from '../../kernel/text.ts'
import { dayIn, formatDay, formatInstant } from '../../kernel/time.ts'
import { Alert, Facts, PageHead, Progress, Section, Table } from '../../ui/index.ts'
import { askCopy, listCopies, type OwnCopy, openCopy } from './copy-actions.ts'
import { copyText } from './copy-text.ts'
import { cancelErasure, mostRows, ownData, requestErasure } from './person-actions.ts'
import { text } from './text.ts'

const path = '/account/data'

async function ownPage(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const t = text[language]
  const own = await request.perform(ownData, {})
  // What one answer does not hold is made by a job.
  const whole = [...own.records.map((r) => r.rows), own.deeds].every((rows) => rows.length < mostRows)
  const { items: copies } = await request.perform(listCopies, {})
  const making = copies.some((c) => c.state === 'making')
  return {
    as: 'page',
    title: t.ownTitle,
    robots: 'noindex',
    ...(making && { refresh: 3 }),
    body: (
      <>
        <PageHead
          title={t.ownTitle}
          lead={t.ownLead}
          actions={
            whole && (
              <a class="btn main" href={request.link(`${path}/copy`)}>
                {t.takeCopy}
              </a>
            )
          }
        />
        {!whole && <Copies request={request} items={copies} />}
        {own.erasure && <Alert title={t.eraseAsked(formatDay(dayIn(own.erasure.dueAt), language))} />}
        <Facts
          language={language}
          items={[
            { label: t.name, value: own.person.name },
            { label: t.email, value: own.person.email ?? '–' },
            { label: t.deeds, value: t.deedsCount(formatCount(own.deeds.length, language)) },
          ]}
        />
        <Section title={t.records}>
          <Table
            language={language}
            caption={t.records}
            rows={own.records}
            columns={[
              { label: t.record, heading: true, cell: (r) => <code>{r.table}</code> },
              { label: t.as, cell: (r) => <code>{r.as}</code> },
              { label: t.rows, numeric: true, cell: (r) => formatCount(r.rows.length, language) },
            ]}
          />
        </Section>
        <Section title={t.eraseOwn}>
          <p class="prose">{t.eraseLead}</p>
          <form method="post" action={request.link(`${path}/${own.erasure ? 'keep' : 'erase'}`)}>
            <button class="btn" type="submit">
              {own.erasure ? t.callOff : t.eraseButton}
            </button>
          </form>
        </Section>
      </>
    ),
  }
}

function Copies({ request, items }: { request: PageRequest; items: readonly OwnCopy[] }) {
  const { language, link } = request
  const t = copyText[language]
  const making = items.find((c) => c.state === 'making')
  const ready = items.filter((c) => c.state === 'ready')
  return (
    <Section title={t.title} note={ready.length > 0 ? t.kept : undefined}>
      {making ? (
        <Progress
          id="own-copy"
          label={t.making}
          done={making.done}
          total={making.total ?? undefined}
          note={t.canLeave}
          language={language}
        />
      ) : (
        <>
          <p class="prose">{t.large}</p>
          {items[0]?.state === 'failed' && <Alert tone="warm" title={t.failed} />}
          <form method="post" action={link(`${path}/copies`)}>
            <button class="btn main" type="submit">
              {t.ask}
            </button>
          </form>
        </>
      )}
      <ul class="ruled">
        {ready.map((c) => (
          <li>
            <a href={link(`${path}/copies/${c.id}`)}>{t.ready(formatInstant(c.askedAt, language))}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function self({ actor }: PageRequest): string {
  if (actor.kind === 'person') return actor.id
  throw new Refusal('forbidden', 'privacy.no-person')
}

export const ownPages: readonly Page[] = [
  { method: 'GET', path, run: ownPage },
  {
    method: 'GET',
    path: `${path}/copy`,
    run: async (request) => ({
      as: 'file',
      name: 'talkoot.json',
      type: 'application/json; charset=utf-8',
      content: `${JSON.stringify(await request.perform(ownData, {}), null, 2)}\n`,
    }),
  },
  {
    method: 'POST',
    path: `${path}/copies`,
    run: async (request) => {
      await request.perform(askCopy, {})
      return { as: 'redirect', to: request.link(path) }
    },
  },
  {
    method: 'GET',
    path: `${path}/copies/{id}`,
    run: async (request) => {
      const { hash } = await request.perform(openCopy, { id: request.params.id })
      return {
        as: 'file',
        name: 'talkoot.json',
        type: 'application/json; charset=utf-8',
        content: request.open(hash),
      }
    },
  },
  {
    method: 'POST',
    path: `${path}/erase`,
    run: async (request) => {
      await request.perform(requestErasure, { person: self(request) })
      return { as: 'redirect', to: request.link(path) }
    },
  },
  {
    method: 'POST',
    path: `${path}/keep`,
    run: async (request) => {
      await request.perform(cancelErasure, { person: self(request) })
      return { as: 'redirect', to: request.link(path) }
    },
  },
]
