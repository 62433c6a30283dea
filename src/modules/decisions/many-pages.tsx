import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatDay, readDay } from '../../kernel/time.ts'
import { Alert, Empty, PageHead, Section, Table, TextArea, TextField } from '../../ui/index.ts'
import { sayFault } from './fault-text.ts'
import { checkMany, doMany, type ManyEvent, manyEvents, type Row } from './many-actions.ts'
import { euros } from './money.ts'
import { decisionMachine } from './rules.ts'
import { text } from './text.ts'

type Asked = {
  event: ManyEvent
  decisions: string[]
  grounds: string
  starts: string | null
  ends: string | null
}

function askedIn(
  get: (name: string) => string | null | undefined,
  ids: readonly string[],
): Asked | undefined {
  const event = manyEvents.find((e) => e === get('event'))
  if (!event || ids.length === 0) return undefined
  const day = (name: string) => readDay(get(name) ?? '') ?? null
  return {
    event,
    decisions: [...ids],
    grounds: get('grounds') ?? '',
    starts: day('starts'),
    ends: day('ends'),
  }
}

const back = (request: PageRequest) => `/calls/${request.params.code}/decisions`

const framed = (
  request: PageRequest,
  title: string,
  body: Extract<PageAnswer, { as: 'page' }>['body'],
): PageAnswer => {
  const { language, link } = request
  const t = text[language]
  return {
    as: 'page',
    title,
    robots: 'noindex',
    crumbs: [
      { text: t.home, href: link('/') },
      { text: t.title, href: link(back(request)) },
      { text: title },
    ],
    body,
  }
}

/** What would change, what would not and why, and who would be told: before anything does. */
async function checkPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, url } = request
  const t = text[language]
  const asked = askedIn((name) => url.searchParams.get(name), url.searchParams.getAll('id'))
  if (!asked) return { as: 'redirect', to: link(back(request)) }
  const { rows, told } = await request.perform(checkMany, asked)
  const can = rows.filter((r) => r.faults.length === 0)
  const cannot = rows.filter((r) => r.faults.length > 0)
  const day = (d: string | null) => (d ? formatDay(d, language === 'en' ? 'fi' : language) : '')
  const Carried = ({ fields }: { fields: boolean }) => (
    <>
      <input type="hidden" name="event" value={asked.event} />
      {asked.decisions.map((id) => (
        <input type="hidden" name="id" value={id} />
      ))}
      {fields && (
        <>
          <input type="hidden" name="grounds" value={asked.grounds} />
          <input type="hidden" name="starts" value={day(asked.starts)} />
          <input type="hidden" name="ends" value={day(asked.ends)} />
        </>
      )}
    </>
  )
  return framed(
    request,
    t.checkTitle,
    <>
      <PageHead
        over={decisionMachine.events[asked.event].says[language]}
        title={t.checkTitle}
        lead={t.checkLead(can.length, rows.length)}
      />
      {asked.event !== 'publish' && (
        <form method="get" action={link(`${back(request)}/many`)}>
          <Carried fields={false} />
          <TextArea
            name="grounds"
            label={t.commonGrounds}
            help={asked.event === 'propose' ? t.groundsHelp : t.useTheirs}
            value={asked.grounds}
            optional={asked.event !== 'propose'}
            language={language}
          />
          {asked.event === 'propose' && (
            <>
              <TextField
                name="starts"
                label={t.starts}
                value={day(asked.starts)}
                size="short"
                language={language}
              />
              <TextField
                name="ends"
                label={t.ends}
                value={day(asked.ends)}
                size="short"
                language={language}
              />
            </>
          )}
          <button class="btn" type="submit">
            {t.show}
          </button>
        </form>
      )}
      {can.length > 0 && (
        <Section title={t.willBe}>
          <Rows rows={can} request={request} />
          <p>
            {t.told(told.length)} {told.join(', ')}
          </p>
          <form method="post" action={link(`${back(request)}/many`)}>
            <Carried fields />
            <button class="btn main" type="submit">
              {t.doIt(can.length)}
            </button>
          </form>
        </Section>
      )}
      {cannot.length > 0 && (
        <Section title={t.cannot}>
          <Rows rows={cannot} request={request} />
        </Section>
      )}
      <p>
        <a href={link(back(request))}>{t.back}</a>
      </p>
    </>,
  )
}

function Rows({
  rows,
  request: { language, link },
}: {
  rows: readonly Row[]
  request: Pick<PageRequest, 'language' | 'link'>
}) {
  const t = text[language]
  return (
    <Table
      caption={t.application}
      language={language}
      density="tight"
      rows={rows}
      columns={[
        { label: t.number, cell: (r) => <span class="num">{r.number}</span> },
        {
          label: t.application,
          heading: true,
          cell: (r) => <a href={link(`/decisions/${r.decision}`)}>{r.title}</a>,
        },
        { label: t.outcome, cell: (r) => (r.outcome ? (r.outcome === 'yes' ? t.yes : t.no) : '') },
        { label: t.grant, numeric: true, cell: (r) => (r.grant ? euros(r.grant, language) : '') },
        ...(rows.some((r) => r.faults.length > 0)
          ? [{ label: t.why, cell: (r: Row) => r.faults.map((f) => sayFault(f, language)).join(' ') }]
          : []),
      ]}
    />
  )
}

async function doPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link } = request
  const t = text[language]
  const form = await request.form()
  const asked = askedIn(form.get, form.all('id'))
  if (!asked) return { as: 'redirect', to: link(back(request)) }
  const { done, left } = await request.perform(doMany, asked)
  return framed(
    request,
    t.resultTitle,
    <>
      <PageHead over={decisionMachine.events[asked.event].says[language]} title={t.resultTitle} />
      {done.length > 0 ? (
        <Section title={`${t.done}: ${done.length}`}>
          <Rows rows={done} request={request} />
        </Section>
      ) : (
        <Empty title={t.notDone} />
      )}
      {left.length > 0 && (
        <>
          <Alert tone="warm" title={`${t.notDone}: ${left.length}`} />
          <Rows rows={left} request={request} />
        </>
      )}
      <p>
        <a href={link(back(request))}>{t.back}</a>
      </p>
    </>,
  )
}

export const manyPages: readonly Page[] = [
  { method: 'GET', path: '/calls/{code}/decisions/many', run: checkPage },
  { method: 'POST', path: '/calls/{code}/decisions/many', run: doPage },
]
