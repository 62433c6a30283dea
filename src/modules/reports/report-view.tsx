import { formatCount, type Language } from '../../kernel/text.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import { InLanguage, Section, Tag } from '../../ui/index.ts'
import type { PartContent } from './content.ts'
import { valueSaid } from './part-form.tsx'
import type { AskedHere, ToldReport } from './read-actions.ts'
import { type ReportState, reportMachine } from './rules.ts'
import { text } from './text.ts'

const tones = {
  open: 'plain',
  sent: 'warm',
  returned: 'warm',
  approved: 'ok',
  correcting: 'warm',
  locked: 'plain',
} as const
const signs = {
  open: 'waiting',
  sent: 'waiting',
  returned: 'waiting',
  approved: 'done',
  correcting: 'waiting',
  locked: 'stopped',
} as const

export const ReportTag = ({ state, language }: { state: ReportState; language: Language }) => (
  <Tag tone={tones[state]} sign={signs[state]}>
    {reportMachine.states[state][language]}
  </Tag>
)

export const periodSaid = ({ from, to }: { from: string; to: string }, language: Language): string =>
  `${formatDay(from, language)}–${formatDay(to, language)}`

/** One organisation's part as it was given. */
export function PartView({
  content,
  asked,
  language,
}: {
  content: PartContent
  asked: readonly AskedHere[]
  language: Language
}) {
  const t = text[language]
  return (
    <>
      <dl class="facts">
        {content.values.map((value) => {
          const indicator = asked.find(({ id }) => id === value.indicator)
          return (
            <div>
              <dt>
                {indicator ? (
                  <>
                    {indicator.code} <InLanguage names={indicator.name} language={language} />
                  </>
                ) : (
                  t.indicator
                )}
              </dt>
              <dd>
                <b>{valueSaid(value, language)}</b>
                {value.narrative && <span class="sub rep-words">{value.narrative}</span>}
                {value.enterprises.length > 0 && (
                  <details>
                    <summary>{t.listed}</summary>
                    <ul class="rep-enterprises">
                      {value.enterprises.map(({ business, name }) => (
                        <li>{[business, name].filter(Boolean).join(' ')}</li>
                      ))}
                    </ul>
                  </details>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      {content.summary && <p class="rep-words">{content.summary}</p>}
    </>
  )
}

/** What was sent last, part by part. */
export function SentView({ told, language }: { told: ToldReport; language: Language }) {
  const t = text[language]
  const { sent, asked } = told
  if (!sent) return <p class="quiet">{t.nobodySent}</p>
  return (
    <Section
      title={t.sentVersion(
        formatCount(sent.version, language),
        sent.byWhom,
        formatInstant(sent.at, language),
      )}
      id="sent"
    >
      {sent.content.parts.map(({ name, content }) => (
        <>
          {sent.content.parts.length > 1 && <h3>{name}</h3>}
          <PartView content={content} asked={asked} language={language} />
        </>
      ))}
    </Section>
  )
}

/** Everything that was done to the report, the newest first. */
export function CourseView({ told: { events }, language }: { told: ToldReport; language: Language }) {
  const t = text[language]
  if (events.length === 0) return null
  return (
    <Section title={t.course} id="course">
      <ol class="ind-log" reversed>
        {events.map(({ event, byWhom, at, reason }) => (
          <li>
            {t.told[event]}
            <span class="sub">
              {byWhom}, {formatInstant(at, language)}
            </span>
            {reason && <span class="sub rep-words">{reason}</span>}
          </li>
        ))}
      </ol>
    </Section>
  )
}
