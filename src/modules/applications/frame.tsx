import type { ComponentChildren } from 'preact'
import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Alert, PageHead, Tag, type Tone } from '../../ui/index.ts'
import { Clock, callPath } from '../calls/index.ts'
import { type Application, applicationPath, numberOf } from './application.ts'
import { type ApplicationState, applicationMachine } from './rules.ts'
import type { Opened } from './standing.ts'
import { text } from './text.ts'

const tones: Record<ApplicationState, Tone> = {
  draft: 'plain',
  submitted: 'ok',
  reopened: 'warm',
  withdrawn: 'bad',
}

export const StateTag = ({
  application,
  language,
}: {
  application: Pick<Application, 'state' | 'late' | 'lateAccepted'>
  language: PageRequest['language']
}) => {
  const { state, late, lateAccepted } = application
  const t = text[language]
  return (
    <>
      <Tag tone={tones[state]}>{applicationMachine.states[state][language]}</Tag>
      {late && (
        <>
          {' '}
          <Tag tone="warm">
            {lateAccepted === null ? t.late : lateAccepted ? t.lateAccepted : t.lateRefused}
          </Tag>
        </>
      )}
    </>
  )
}

export type About = { application: Application; title: string }

/** The frame of every page of one application: where it stands, its name, state and number. */
export function applicationPage(
  request: PageRequest,
  { application, title }: About,
  told: {
    heading?: string
    status?: 200 | 403 | 409 | 422
    lead?: string
    actions?: ComponentChildren
    islands?: readonly 'money'[]
  },
  body: ComponentChildren,
): PageAnswer {
  const { language, link } = request
  const t = text[language]
  const { heading } = told
  const call = pick(application.call.title, language)?.text ?? application.call.code
  return {
    as: 'page',
    title: heading ? `${heading}: ${title}` : title,
    nav: 'workspace',
    robots: 'noindex',
    ...(told.status && { status: told.status }),
    ...(told.islands && { islands: told.islands }),
    crumbs: [
      { text: t.home, href: link('/') },
      { text: call, href: link(callPath(application.call)) },
      ...(heading
        ? [{ text: title, href: link(applicationPath(application)) }, { text: heading }]
        : [{ text: title }]),
    ],
    body: (
      <>
        {application.call.exercise && <Alert tone="warm" title={t.exercise} />}
        <PageHead
          over={`${t.steps[application.step]} ${numberOf(application)}`}
          title={heading ?? title}
          state={<StateTag application={application} language={language} />}
          lead={told.lead}
          actions={told.actions}
        />
        {body}
      </>
    ),
  }
}

/** Until when, by the server's clock, ticking. */
export function Deadline({ opened, request }: { opened: Opened; request: PageRequest }) {
  const { language, now } = request
  if (!opened.until || opened.until <= now) return null
  const said = text[language].list.closes(formatInstant(opened.until, language))
  return <Clock said={said} until={opened.until} request={request} />
}
