import type { Machine } from '../../kernel/machine.ts'
import type { PageRequest, Supplied } from '../../kernel/page.ts'
import { isLanguage, type Language, languages } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import {
  Alert,
  type FieldError,
  LinkList,
  PageHead,
  Section,
  StateChart,
  type Task,
  TaskList,
  TextArea,
} from '../../ui/index.ts'
import { officeNames } from '../people/index.ts'
import { type Call, callPath } from './call.ts'
import { CorrectionView } from './call-view.tsx'
import { ClockView } from './clock-view.tsx'
import type { Happening } from './event-queries.ts'
import { lackSaid } from './lack-text.ts'
import type { Lack } from './lacks.ts'
import { partText } from './part-text.ts'
import { fieldsOfPart, fieldValue, freedomOf, type Part, parts } from './parts.ts'
import { type CallEvent, type CallState, callMachine } from './rules.ts'
import { nameIn } from './saying.ts'
import { setupText } from './setup-text.ts'
import { text } from './text.ts'

export type SetupProps = {
  call: Call
  happenings: readonly Happening[]
  lacks: readonly Lack[]
  moves: readonly CallEvent[]
  assessors: readonly { name: string }[]
  may: { lead: boolean }
  /** What other modules do with the applications of the call: each a page under the call's own. */
  work: readonly Supplied[]
  errors?: readonly FieldError[]
  request: PageRequest
}

/** The office's page of a call: its parts with the state of each, what comes next, its life and what has happened. */
export function SetupView(props: SetupProps) {
  const { call, lacks, assessors, work, errors = [], request } = props
  const { language, link } = request
  const t = setupText[language]
  const path = link(callPath(call))
  return (
    <>
      {call.exercise && <Alert title={text[language].exercise} />}
      <PageHead
        over={`${text[language].call} ${call.code} · ${nameIn(call.ecosystemName, language)}`}
        title={nameIn(call.title, language, call.code)}
        state={callMachine.states[call.state][language]}
        actions={
          <>
            <a class="btn" href={call.share === 'public' ? path : `${path}/setup/preview`}>
              {call.share === 'public' ? t.publicPage : t.preview}
            </a>
            <form method="post" action={`${path}/setup/copy`}>
              <button class="btn" type="submit">
                {t.copy}
              </button>
            </form>
          </>
        }
      />
      {errors.length > 0 && (
        <Alert tone="bad" title={errors[0]!.text} live>
          {errors.slice(1).map((e) => (
            <p>{e.text}</p>
          ))}
        </Alert>
      )}
      <ClockView call={call} request={request} />
      {work.length > 0 && (
        <Section title={t.work} id="work">
          <LinkList
            items={work.map(({ id, label, body }) => ({ label, href: `${path}/${id}`, note: body }))}
          />
        </Section>
      )}
      <Section title={t.tasks} id="tasks">
        <TaskList items={[...parts.map((part) => taskOf(part, props)), assessorTask(props, assessors)]} />
        {call.state === 'planned' && (
          <p>
            {lacks.length === 0 ? t.complete : `${t.lacking(lacks.length)}. `}
            {lacks.length > 0 && <a href={`${path}/setup/check`}>{t.toCheck}</a>}
          </p>
        )}
      </Section>
      <Next {...props} />
      <Section title={t.history} id="history">
        <History happenings={props.happenings} request={request} />
      </Section>
      <Section title={t.life} id="life">
        <StateChart
          machine={callMachine satisfies Machine<CallState, CallEvent>}
          now={call.state}
          caption={t.lifeCaption}
          office={(who) =>
            who === 'system' ? t.clock : ((officeNames[language] as Record<string, string>)[who] ?? who)
          }
          words={t}
          language={language}
        />
      </Section>
    </>
  )
}

const optionalParts: ReadonlySet<Part> = new Set(['frame', 'timetable'])

const isBlank = (value: unknown): boolean =>
  value === null || value === false || (Array.isArray(value) && value.length === 0)

function taskOf(part: Part, { call, lacks, request }: SetupProps): Task {
  const { language, link } = request
  const t = setupText[language]
  const freedom = freedomOf(call.state, part)
  const lacking = lacks.filter((lack) => lack.part === part).length
  const state =
    freedom === 'frozen'
      ? 'frozen'
      : freedom === 'corrected'
        ? 'corrected'
        : lacking > 0
          ? 'lacking'
          : optionalParts.has(part) && fieldsOfPart[part].every((field) => isBlank(fieldValue(call, field)))
            ? 'empty'
            : 'ready'
  return {
    label: partText[language].parts[part],
    href: link(`${callPath(call)}/setup/${part}`),
    state: t.states[state],
    tone: state === 'lacking' ? 'warm' : state === 'ready' ? 'ok' : 'plain',
    ...(lacking > 1 && { note: String(lacking) }),
  }
}

function assessorTask({ call, request }: SetupProps, assessors: readonly { name: string }[]): Task {
  const t = setupText[request.language]
  return {
    label: t.assessors,
    href: request.link(`${callPath(call)}/setup/assessors`),
    state: assessors.length > 0 ? t.states.ready : t.states.empty,
    tone: assessors.length > 0 ? 'ok' : 'plain',
    ...(assessors.length > 0 && { note: assessors.map((a) => a.name).join(', ') }),
  }
}

/** What may be done to the call now, each with its button. */
function Next({ call, moves, may, request }: SetupProps) {
  const { language, link } = request
  const t = setupText[language]
  const path = link(callPath(call))
  const announces = call.state === 'planned' && may.lead
  if (moves.length === 0 && !announces) return null
  return (
    <Section title={t.next} id="next">
      {call.announcedAt && call.state === 'planned' && (
        <p>{t.announced(formatInstant(call.announcedAt, language))}</p>
      )}
      {announces && (
        <form method="post" action={`${path}/setup/announce`} class="deed">
          {!call.announcedAt && <p>{t.announceLead}</p>}
          <button class="btn main" type="submit" name="announced" value={call.announcedAt ? 'no' : 'yes'}>
            {call.announcedAt ? t.takeBack : t.announce}
          </button>
        </form>
      )}
      {moves.map((event) =>
        callMachine.events[event].reason ? (
          <p class="deed">
            <a class="btn" href={`${path}/setup/move/${event}`}>
              {callMachine.events[event].says[language]}
            </a>
          </p>
        ) : (
          <form method="post" action={`${path}/setup/move`} class="deed">
            <input type="hidden" name="event" value={event} />
            {event === 'open' && <p>{t.openNow}</p>}
            <button class="btn" type="submit">
              {callMachine.events[event].says[language]}
            </button>
          </form>
        ),
      )}
    </Section>
  )
}

type ReasonProps = {
  call: Call
  errors: readonly FieldError[]
  value?: (name: string) => string
  language: Language
}

/** A reason in every language that the call must have. */
export function Reasons({ call, errors, value, language }: ReasonProps) {
  const t = setupText[language]
  return (
    <>
      {languages
        .filter((l) => isLanguage(l) && call.settings.languages.includes(l))
        .map((l) => (
          <TextArea
            name={`reason.${l}`}
            label={`${t.reason}, ${t.in[l]}`}
            error={errors.find((e) => e.name === `reason.${l}`)?.text}
            value={value?.(`reason.${l}`)}
            rows={3}
            language={language}
          />
        ))}
    </>
  )
}

/** What has happened to the call, the newest first; a correction with what it changed. */
function History({ happenings, request }: Pick<SetupProps, 'happenings' | 'request'>) {
  const { language } = request
  const t = setupText[language]
  if (happenings.length === 0) return <p class="quiet">{t.historyNone}</p>
  const said = (h: Happening): string =>
    h.event === 'announce'
      ? t.announceEvent
      : h.event === 'take-back'
        ? t.takeBackEvent
        : h.event === 'correct'
          ? t.correctEvent
          : `${callMachine.events[h.event].says[language]}: ${callMachine.states[h.to][language]}`
  return (
    <ul class="ruled">
      {happenings.map((h) => (
        <li>
          <b>{said(h)}</b>{' '}
          <span class="quiet">
            {formatInstant(h.at, language)} · {h.byWhom}
            {h.change && ` · ${t.told(h.change.told)}`}
          </span>
          {h.change && <CorrectionView happening={h} request={request} />}
        </li>
      ))}
    </ul>
  )
}

/** What is missing, part by part, each with the way to where it is put right. */
export function CheckView({ call, lacks, request }: Pick<SetupProps, 'call' | 'lacks' | 'request'>) {
  const { language, link } = request
  const t = setupText[language]
  const lacking = parts.filter((part) => lacks.some((lack) => lack.part === part))
  return (
    <>
      <PageHead over={nameIn(call.title, language, call.code)} title={t.check} lead={t.checkLead} />
      {lacks.length === 0 && <Alert tone="ok" title={t.complete} />}
      {lacking.map((part) => (
        <Section title={partText[language].parts[part]}>
          <ul class="ruled">
            {lacks
              .filter((lack) => lack.part === part)
              .map((lack) => (
                <li>
                  <a href={link(`${callPath(call)}/setup/${part}`)}>{lackSaid(lack, language)}</a>
                </li>
              ))}
          </ul>
        </Section>
      ))}
    </>
  )
}
