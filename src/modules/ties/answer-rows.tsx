import type { z } from 'zod'
import type { PageRequest } from '../../kernel/page.ts'
import { languages } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { SelectField, Tag, TextField } from '../../ui/index.ts'
import { isReady } from './row-actions.ts'
import type { AnswerShown, getSurvey } from './survey-actions.ts'
import type { AnswerRow } from './survey-queries.ts'
import { surveyText } from './survey-text.ts'
import { readKind, stateOfTie } from './tie-rules.ts'
import { tieText } from './tie-text.ts'
import { kindWord, nameIn } from './tie-words.ts'

type Found = z.output<typeof getSurvey.output>

export type AnswerRowsProps = {
  answer: AnswerShown
  found: Found
  /** The survey's own address, under which the acts are. */
  at: string
  request: PageRequest
}

/** One answer: who gave it, and its lines with what may be done with each. */
export function AnswerRows({ answer, found, at, request }: AnswerRowsProps) {
  const { language } = request
  const t = surveyText[language]
  return (
    <>
      <h3>{answer.name}</h3>
      <Who
        id={answer.id}
        name={answer.name}
        organisation={answer.organisation_id}
        {...{ found, at, request }}
      />
      <ul class="tie-list">
        {answer.rows.map((row) => (
          <li>
            <div class="tie-line">
              <p class="tie-who">
                <b>{row.name}</b>
                <span class="tie-kind">{kindOf(row, found, request)}</span>
              </p>
              <p class="tie-facts">
                {[
                  tieText[language].strengths[row.strength as 1 | 2 | 3],
                  row.since_year && t.since(row.since_year),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <p class="tie-state">
                <State row={row} found={found} request={request} />
              </p>
            </div>
            {row.state === 'waiting' && (
              <>
                <Who
                  id={row.id}
                  name={row.name}
                  organisation={row.organisation_id}
                  {...{ found, at, request }}
                />
                <div class="tie-acts">
                  {isReady(answer, row) && (
                    <LineButton {...{ at, row }} act="accept" label={t.acceptOf(row.name)} text={t.accept} />
                  )}
                  <LineButton {...{ at, row }} act="leave" label={t.leaveOf(row.name)} text={t.leave} />
                </div>
              </>
            )}
            <AskForm {...{ row, found, at, request }} />
          </li>
        ))}
      </ul>
    </>
  )
}

function kindOf(row: AnswerRow, { own }: Found, { language }: PageRequest): string {
  const said = readKind(row.kind)
  return said ? kindWord(said, own.find((k) => k.id === said.own) ?? null, language) : ''
}

type LineButtonProps = { at: string; row: AnswerRow; act: string; label: string; text: string }

const LineButton = ({ at, row, act, label, text }: LineButtonProps) => (
  <form method="post" action={`${at}/${act}`}>
    <input type="hidden" name="line" value={row.id} />
    <button class="btn" type="submit" aria-label={label}>
      {text}
    </button>
  </form>
)

/** Whether a line has become a tie, and what the other side has said of it. */
function State({
  row,
  found,
  request: { language },
}: Pick<AnswerRowsProps, 'found' | 'request'> & { row: AnswerRow }) {
  const t = surveyText[language]
  if (row.state === 'left') return <Tag>{t.left}</Tag>
  const tie = found.ties.find((one) => one.id === row.tie_id)
  if (!tie) return null
  const state = stateOfTie(tie)
  const tone = state === 'confirmed' ? 'ok' : state === 'denied' ? 'bad' : 'plain'
  return (
    <Tag tone={tone} sign={state === 'waiting' ? 'waiting' : state === 'confirmed' ? 'done' : undefined}>
      {tieText[language].states[state]}
    </Tag>
  )
}

type WhoProps = Pick<AnswerRowsProps, 'found' | 'at' | 'request'> & {
  id: string
  name: string
  organisation: string | null
}

/** The organisation of the registry that a name stands for, or the choice of one. */
function Who({ id, name, organisation, found, at, request: { language, link } }: WhoProps) {
  const t = surveyText[language]
  const known = found.organisations.find((o) => o.asked === organisation)
  if (known)
    return (
      <p class="tie-source">
        {t.known}: <a href={link(`/organisations/${known.id}/ties`)}>{nameIn(known.name, language)}</a>
      </p>
    )
  return (
    <form method="post" action={`${at}/join`} class="tie-join">
      <input type="hidden" name="line" value={id} />
      <p class="tie-source">
        <Tag tone="warm">{t.unknown}</Tag> {t.addHelp}
      </p>
      <div class="inline-form">
        <TextField name="organisation" id={`join-${id}`} label={t.joinTo} value={name} language={language} />
        <button class="btn" type="submit" aria-label={t.joinOf(name)}>
          {t.join}
        </button>
        <button class="btn" type="submit" name="new" value="1" aria-label={t.addOf(name)}>
          {t.add}
        </button>
      </div>
    </form>
  )
}

/** Asking the other side of a tie that waits, by mail. */
function AskForm({
  row,
  found,
  at,
  request: { language },
}: Omit<AnswerRowsProps, 'answer'> & { row: AnswerRow }) {
  const t = surveyText[language]
  const tie = found.ties.find((one) => one.id === row.tie_id)
  if (!tie || stateOfTie(tie) !== 'waiting') return null
  const asked = found.asks.filter((ask) => ask.tie_id === tie.id)
  return (
    <>
      {asked.map(({ email, at: when }) => {
        const day = formatDay(dayIn(when), language)
        return <p class="tie-source">{email ? t.asked(email, day) : t.askedBefore(day)}</p>
      })}
      <details class="tie-ask">
        <summary>{t.askTitle(row.name)}</summary>
        <form method="post" action={`${at}/ask`} class="inline-form">
          <input type="hidden" name="line" value={row.id} />
          <input type="hidden" name="tie" value={tie.id} />
          <TextField
            name="email"
            id={`email-${row.id}`}
            type="email"
            label={t.askEmail}
            autocomplete="off"
            language={language}
          />
          <SelectField
            name="language"
            id={`language-${row.id}`}
            label={t.askLanguage}
            choices={languages.map((l) => ({ value: l, label: t.languages[l] }))}
            value={language}
            language={language}
          />
          <button class="btn" type="submit" aria-label={t.askOf(row.name)}>
            {t.ask}
          </button>
        </form>
      </details>
    </>
  )
}
