import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { formatCount } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { Alert, Facts, PageHead, Section, Table } from '../../ui/index.ts'
import { cancelErasure, ownData, requestErasure } from './person-actions.ts'
import { text } from './text.ts'

const path = '/account/data'

async function ownPage(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const t = text[language]
  const own = await request.perform(ownData, {})
  return {
    as: 'page',
    title: t.ownTitle,
    robots: 'noindex',
    body: (
      <>
        <PageHead
          title={t.ownTitle}
          lead={t.ownLead}
          actions={
            <a class="btn main" href={request.link(`${path}/copy`)}>
              {t.takeCopy}
            </a>
          }
        />
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
