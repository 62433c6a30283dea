import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { suppliedTo } from '../../kernel/supplement.ts'
import { pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Alert, Empty, LinkList, Section, Table, TaskList, type Tone } from '../../ui/index.ts'
import { applicationPath } from './application.ts'
import { applicationPage, Deadline, StateTag } from './frame.tsx'
import { History, Versions } from './happenings.tsx'
import { OfficeView } from './office-view.tsx'
import { listMine, type Mine, type Overview, readApplication } from './read-actions.ts'
import { sectionPath } from './section-draft.ts'
import { isAnyOpen, isAtLeast } from './standing.ts'
import { text } from './text.ts'

const tones: Record<string, Tone> = { complete: 'ok', wrong: 'bad', begun: 'warm', 'not-begun': 'plain' }

export async function onePage(request: PageRequest): Promise<PageAnswer> {
  const found = await request.perform(readApplication, { application: request.params.id })
  const body = found.writing ? (
    <TaskListView found={found} writing={found.writing} request={request} />
  ) : (
    <OfficeView found={found} request={request} />
  )
  const supplied = await suppliedTo(request, { kind: 'application', id: found.application.id })
  return applicationPage(
    request,
    found,
    {},
    <>
      {supplied.map((s) => s.body)}
      {body}
    </>,
  )
}

function TaskListView({
  found,
  writing,
  request,
}: {
  found: Overview
  writing: NonNullable<Overview['writing']>
  request: PageRequest
}) {
  const { language, link } = request
  const t = text[language]
  const { application } = found
  const { opened, level } = writing
  const own = applicationPath(application)
  const maySend = isAnyOpen(opened) && isAtLeast(level, 'submit')
  const send =
    opened.why === 'completion'
      ? t.list.sendCompletion
      : application.version === null
        ? t.list.submit
        : t.list.resubmit
  const { completion } = application
  return (
    <div class="with-aside">
      <div>
        <Alert
          tone={opened.why === 'late' || opened.why === 'completion' ? 'warm' : 'note'}
          title={t.list.why[opened.why]}
        >
          {completion && (
            <>
              <p class="pre">{completion.message}</p>
              <p>{t.list.askedUntil(formatInstant(completion.dueAt, language))}</p>
            </>
          )}
          {writing.changed && isAnyOpen(opened) && <p>{t.list.changed}</p>}
        </Alert>
        <Deadline opened={opened} request={request} />
        <Section title={t.list.sections}>
          <TaskList
            items={writing.sections.map((section) => ({
              label: pick(section.title, language)?.text ?? section.key,
              href: link(
                `${sectionPath(application.id, section.key)}${section.state === 'wrong' ? '?check=1' : ''}`,
              ),
              state: t.sectionStates[section.state],
              tone: tones[section.state] ?? 'plain',
              note: section.open
                ? section.here.length > 0
                  ? t.list.here(section.here.join(', '))
                  : undefined
                : t.list.closedSection,
            }))}
          />
        </Section>
        <div class="actions">
          {maySend && (
            <a class="btn main" href={link(`${own}/submit`)}>
              {send}
            </a>
          )}
          <a class="btn" href={link(`${own}/preview`)}>
            {t.list.preview}
          </a>
          <a class="btn" href={link(`${own}/people`)}>
            {t.list.people}
          </a>
        </div>
      </div>
      <aside class="aside">
        <Versions found={found} request={request} />
        <LinkList
          items={[
            { href: link(`${own}/print`), label: t.list.print },
            { href: link(`${own}/packet.zip`), label: t.list.packet },
            ...(isAtLeast(level, 'submit') && application.state !== 'withdrawn'
              ? [{ href: link(`${own}/withdraw`), label: t.list.withdraw }]
              : []),
          ]}
        />
        <History found={found} request={request} />
      </aside>
    </div>
  )
}

export async function minePage(request: PageRequest): Promise<PageAnswer> {
  const { language, link } = request
  const t = text[language]
  const { items } = await request.perform(listMine, {})
  const name = (m: Mine) => (
    <>
      <a href={link(applicationPath(m.application))}>{m.title}</a>
      <span class="sub">{m.number}</span>
    </>
  )
  return {
    as: 'page',
    title: t.mine,
    nav: 'workspace',
    robots: 'noindex',
    crumbs: [{ text: t.home, href: link('/') }, { text: t.mine }],
    body: (
      <>
        <h1>{t.mine}</h1>
        <p class="lead">{t.mineLead}</p>
        {items.length === 0 ? (
          <Empty title={t.none}>
            <p>{t.noneNext}</p>
            <a class="btn" href={link('/calls')}>
              {t.toCalls}
            </a>
          </Empty>
        ) : (
          <Table
            caption={t.mine}
            language={language}
            cards
            rows={items}
            columns={[
              { label: t.columns.application, heading: true, cell: name },
              {
                label: t.columns.call,
                cell: (m) => pick(m.application.call.title, language)?.text ?? m.application.call.code,
                phone: 'line',
              },
              {
                label: t.columns.state,
                cell: (m) => <StateTag application={m.application} language={language} />,
                phone: 'line',
              },
              {
                label: t.columns.sections,
                cell: (m) => t.done(m.sections.done, m.sections.of),
                phone: 'line',
              },
              {
                label: t.columns.deadline,
                cell: (m) => (m.opened.until ? formatInstant(m.opened.until, language) : ''),
                phone: 'line',
              },
            ]}
          />
        )}
      </>
    ),
  }
}
