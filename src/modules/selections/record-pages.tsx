import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { isAmong } from '../../kernel/rule.ts'
import { type Language, languages, ownNames } from '../../kernel/text.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import { Alert, Facts, PageHead, Progress, Section } from '../../ui/index.ts'
import { closingSelection } from './closing-actions.ts'
import { readSelection } from './reading.ts'
import { type RecordView as Read, readRecord, verifySelection } from './record-actions.ts'
import { recordText } from './record-text.ts'
import { RecordView } from './record-view.tsx'
import type { Room } from './room.ts'
import { keepers, selectionMachine } from './rules.ts'
import { framed, said } from './selection-frame.tsx'
import { text } from './text.ts'
import { enginesOf, type RecordVerdict } from './verdict.ts'

/** The record in the language that is asked for (`in`), whatever the page's; with `check` it is computed again. */
async function recordPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, url, params } = request
  const selection = params.id
  const room = await request.perform(readSelection, { selection })
  if (room.state === 'closing') return computingPage(request, room)
  const read = await request.perform(readRecord, { selection })
  const asked = url.searchParams.get('in')
  const written: Language = languages.find((l) => l === asked) ?? language
  const t = recordText[written]
  const verdict = url.searchParams.has('check') && (await request.perform(verifySelection, { selection }))
  const path = link(`/selections/${room.id}/record`)
  const { record } = read
  const keeps = isAmong(keepers, request.actor, room.ecosystem.id)
  return framed(
    request,
    recordText[language].title,
    <article class="document selection-record" lang={written}>
      <p class="over">{said(record.ecosystem.name, written)}</p>
      <h1>{said(record.name, written)}</h1>
      <p class="lead">{t.lead}</p>
      {record.exercise && (
        <Alert tone="warm" title={text[written].exercise}>
          <p>{record.exerciseNote && said(record.exerciseNote, written)}</p>
        </Alert>
      )}
      <p class="no-print selection-languages">
        {languages
          .filter((l) => l !== written)
          .map((l) => (
            <a href={`${path}?in=${l}`} lang={l} hreflang={l}>
              {ownNames[l]}
            </a>
          ))}
      </p>
      <Facts
        language={written}
        items={[
          {
            label: t.held,
            value: [formatDay(record.held.day, written), record.held.place].filter(Boolean).join(', '),
          },
          ...(record.held.opened ? [{ label: t.opened, value: at(record.held.opened, written) }] : []),
          { label: t.closed, value: at(record.held.closed, written) },
        ]}
      />
      <RecordView record={record} language={written} />
      <Signed read={read} room={room} request={request} written={written} />
      {verdict && <Verdict verdict={verdict} language={written} />}
      <p class="no-print actions">
        <a class="btn" href={`${link(`/selections/${room.id}/record.json`)}`} download>
          {t.download}
        </a>{' '}
        <a class="btn" href={`${path}?in=${written}&check`}>
          {t.verify}
        </a>{' '}
        {room.call && keeps && (
          <a class="btn" href={link(`/selections/${room.id}/carry`)}>
            {t.carry}
          </a>
        )}
      </p>
      <p class="note no-print">
        {t.machine} <code>{t.command}</code>. {t.print}
      </p>
    </article>,
    { meeting: room },
  )
}

/** While the record is computed: how far it is, and the way back to the meeting. */
async function computingPage(request: PageRequest, room: Room): Promise<PageAnswer> {
  const { language, link, actor } = request
  const t = recordText[language]
  const { closing } = await request.perform(closingSelection, { selection: room.id })
  const { resume } = selectionMachine.events
  const framedPage = framed(
    request,
    t.title,
    <>
      <PageHead title={t.title} over={said(room.name, language)} lead={t.computingLead} />
      <Progress
        id="selection-record"
        label={t.computing}
        done={closing?.done ?? 0}
        total={closing?.total ?? undefined}
        note={t.computingNote}
        language={language}
      />
      {closing?.state === 'failed' && <Alert tone="bad" title={t.computingFailed} />}
      {isAmong(resume.by, actor, room.ecosystem.id) && (
        <form method="post" action={link(`/selections/${room.id}/resume`)}>
          <button class="btn" type="submit">
            {resume.says[language]}
          </button>
        </form>
      )}
    </>,
    { meeting: room },
  )
  return framedPage.as === 'page' ? { ...framedPage, refresh: 2 } : framedPage
}

const at = (instant: string, language: Language): string => formatInstant(new Date(instant), language)

function Signed({
  read: { hash, signatures },
  room,
  request,
  written,
}: {
  read: Read
  room: Room
  request: PageRequest
  written: Language
}) {
  const t = recordText[written]
  const { link } = request
  const mine = signatures.some((s) => s.person === room.self)
  return (
    <Section title={t.signatures}>
      <Facts
        language={written}
        items={[{ label: t.hash, value: <code class="selection-hash">{hash}</code> }]}
      />
      {signatures.length === 0 ? (
        <p class="quiet">{t.unsigned}</p>
      ) : (
        <ul>
          {signatures.map((s) => (
            <li>
              {s.name}, {text[written].roles[s.role as 'chair'].toLowerCase()}, {at(s.at, written)}
            </li>
          ))}
        </ul>
      )}
      {room.may.sign && !mine && (
        <form method="post" action={link(`/selections/${room.id}/sign`)} class="no-print">
          <input type="hidden" name="hash" value={hash} />
          <input type="hidden" name="back" value={`/selections/${room.id}/record`} />
          <button class="btn main" type="submit">
            {t.sign}
          </button>
          <p class="note">{t.signNote}</p>
        </form>
      )}
    </Section>
  )
}

function Verdict({ verdict, language }: { verdict: RecordVerdict; language: Language }) {
  const t = recordText[language]
  const engines = enginesOf(verdict)
  const by = engines && <p>{t.engines(engines.made, engines.verified)}</p>
  return verdict.same ? (
    <Alert tone="ok" title={t.same}>
      {by}
    </Alert>
  ) : (
    <Alert tone="bad" title={t.differs(verdict.differs.map((d) => t.parts[d]).join(', '))}>
      {by}
    </Alert>
  )
}

async function recordFile(request: PageRequest): Promise<PageAnswer> {
  const { file, record } = await request.perform(readRecord, { selection: request.params.id })
  const name = `${record.ecosystem.key}-${record.number}-${record.held.day}.json`
  return { as: 'file', name, type: 'application/json; charset=utf-8', content: file }
}

export const recordPages: readonly Page[] = [
  { method: 'GET', path: '/selections/{id}/record', run: recordPage },
  { method: 'GET', path: '/selections/{id}/record.json', run: recordFile },
]
