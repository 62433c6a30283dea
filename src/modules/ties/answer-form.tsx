import type { Language } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { ErrorSummary, type FieldError, SelectField, TextField } from '../../ui/index.ts'
import type { OpenSurvey } from './answer-actions.ts'
import { answerText } from './answer-text.ts'
import type { OwnKind } from './kind-queries.ts'
import { strengths } from './rules.ts'
import type { AnswerRow } from './survey-queries.ts'
import { isAsked, type TypedRow } from './survey-rules.ts'
import { kindChoices } from './tie-form.tsx'
import { readKind } from './tie-rules.ts'
import { tieText } from './tie-text.ts'
import { kindWord } from './tie-words.ts'

/** What stands in the form: as it was typed. */
export type TypedAnswer = {
  name: string
  offers: string
  needs: string
  email: string
  rows: readonly TypedRow[]
}

export type AnswerFormProps = {
  survey: OpenSurvey
  own: readonly OwnKind[]
  suggested: readonly string[]
  typed: TypedAnswer
  /** How many lines are shown; at least as many as are written. */
  lines: number
  /** Lines that were looked through already: they stay as they are. */
  decided: readonly AnswerRow[]
  errors: readonly FieldError[]
  /** Where it is posted, and the secret of the answer's own link once there is one. */
  action: string
  token: string | undefined
  sent: boolean
  language: Language
}

const blank: TypedRow = { name: '', kind: '', strength: '2', since: '' }

/** The whole survey as one short form; without script each press keeps what is typed. */
export function AnswerForm(props: AnswerFormProps) {
  const { survey, own, suggested, typed, decided, errors, action, token, sent, language } = props
  const t = answerText[language]
  const room = survey.most - decided.length
  const lines = Math.min(room, Math.max(props.lines, typed.rows.length))
  const wrong = (name: string) => errors.find((e) => e.name === name)?.text
  const kinds = kindChoices(own, language).filter((choice) => isAsked(survey.kinds, choice.value))
  return (
    <form method="post" action={action} class="tie-survey" autocomplete="off" noValidate>
      <ErrorSummary errors={errors} language={language} />
      {token && <input type="hidden" name="token" value={token} />}
      <datalist id="organisations">
        {suggested.map((name) => (
          <option value={name} />
        ))}
      </datalist>
      <h2>{t.whoTitle}</h2>
      <TextField
        name="name"
        label={t.name}
        help={t.nameHelp}
        value={typed.name}
        error={wrong('name')}
        suggestions="organisations"
        autocomplete="organization"
        size="full"
        language={language}
      />
      <h2>{t.rowsTitle}</h2>
      <p class="note">{t.rowsLead(survey.most)}</p>
      {decided.length > 0 && (
        <div class="tie-decided">
          <h3>{t.decidedTitle}</h3>
          <ul>
            {decided.map((row) => (
              <li>{[row.name, kindOf(row, own, language)].filter(Boolean).join(' · ')}</li>
            ))}
          </ul>
        </div>
      )}
      {Array.from({ length: lines }, (_, i) => {
        const row = typed.rows[i] ?? blank
        const field = (part: keyof TypedRow) => ({
          name: `row.${i}.${part}`,
          value: row[part],
          error: wrong(`row.${i}.${part}`),
          language,
        })
        return (
          <fieldset class="tie-row">
            <legend>{t.row(i + 1)}</legend>
            <TextField {...field('name')} label={t.rowName} suggestions="organisations" />
            <SelectField {...field('kind')} label={t.rowKind} none={t.choose} choices={kinds} />
            <SelectField
              {...field('strength')}
              label={t.strength}
              choices={strengths.map((s) => ({ value: String(s), label: tieText[language].strengths[s] }))}
            />
            <TextField {...field('since')} label={t.since} inputmode="numeric" size="short" optional />
          </fieldset>
        )
      })}
      <input type="hidden" name="lines" value={lines} />
      {lines < room && (
        <button class="btn" type="submit" name="press" value="more">
          {t.more}
        </button>
      )}
      <h2>{t.offersTitle}</h2>
      <TextField
        name="offers"
        label={t.offers}
        help={t.offersHelp}
        value={typed.offers}
        error={wrong('offers')}
        size="full"
        optional
        language={language}
      />
      <TextField
        name="needs"
        label={t.needs}
        value={typed.needs}
        error={wrong('needs')}
        size="full"
        optional
        language={language}
      />
      <TextField
        name="email"
        type="email"
        label={t.email}
        help={t.emailHelp}
        value={typed.email}
        error={wrong('email')}
        autocomplete="email"
        optional
        language={language}
      />
      <p class="note">{t.whatNext(t.shares[survey.share])}</p>
      <div class="actions">
        <button class="btn main" type="submit" name="press" value="send">
          {sent ? t.sendAgain : t.send}
        </button>
        {!sent && (
          <button class="btn" type="submit" name="press" value="save">
            {t.save}
          </button>
        )}
      </div>
      <p class="note">{t.until(formatDay(survey.closes_on, language))}</p>
    </form>
  )
}

function kindOf(row: AnswerRow, own: readonly OwnKind[], language: Language): string {
  const said = readKind(row.kind)
  return said ? kindWord(said, own.find((k) => k.id === said.own) ?? null, language) : ''
}
