import type { PageRequest } from '../../kernel/page.ts'
import { formatInstant } from '../../kernel/time.ts'
import type { Call } from './call.ts'
import { nextInWords, spanIn, unitWords } from './saying.ts'
import { nextDeadline } from './taking.ts'
import { text } from './text.ts'

/** The deadline that comes next, the server's time and how much is left: as text, and ticking where script runs. */
export function ClockView({ call, request }: { call: Call; request: Pick<PageRequest, 'now' | 'language'> }) {
  const { now, language } = request
  const t = text[language]
  const said = nextInWords(call, now, language)
  if (!said) return null
  const coming = call.state === 'planned'
  const until = coming ? call.opensAt : call.state === 'open' ? nextDeadline(call, now)?.at : undefined
  return (
    <Clock
      said={said}
      until={until}
      say={coming ? t.until : t.left}
      over={coming ? t.begins : undefined}
      request={request}
    />
  )
}

/** Time left until an instant, ticking where script runs; `said` stands above it. */
export function Clock({
  said,
  until,
  say,
  over,
  request,
}: {
  said: string
  until: Date | null | undefined
  /** "{time} left"; without it as of a deadline. */
  say?: (time: string) => string
  /** What is said when it is over: by default that the deadline has passed. */
  over?: string | undefined
  request: Pick<PageRequest, 'now' | 'language'>
}) {
  const { now, language } = request
  const t = text[language]
  const left = say ?? t.left
  const end = over ?? t.over
  return (
    <call-clock
      class="call-clock"
      data-now={now.toISOString()}
      data-until={until?.toISOString()}
      data-say={left('{time}')}
      data-over={end}
      data-words={unitWords(language)}
    >
      <b>{said}</b>
      {until && (
        <p class="call-left" role="timer">
          {until > now ? left(spanIn(until.getTime() - now.getTime(), language)) : end}
        </p>
      )}
      {until && (
        <p class="note">
          {t.serverTime(formatInstant(now, language))}. {t.clockNote}
        </p>
      )}
    </call-clock>
  )
}
