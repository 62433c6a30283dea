import { formatCount, type Language, pick } from '../../kernel/text.ts'
import { CheckField, type FieldError, InLanguage, TextArea, TextField } from '../../ui/index.ts'
import type { Before, Draft } from '../drafts/index.ts'
import { formatExactDecimal } from '../indicators/index.ts'
import { type ContentValue, fieldsOf, type PartContent } from './content.ts'
import { enterprisesWritten } from './enterprise-list.ts'
import { type AskedHere, partBefore, type ToldReport } from './read-actions.ts'
import { text } from './text.ts'

const typed = (decimal: string | null | undefined, language: Language): string =>
  (decimal ?? '').replace('.', language === 'en' ? '.' : ',')

/** The fields of a part before somebody writes in them. */
export function fieldsBefore(told: ToldReport, organisation: string, language: Language): Before {
  const content = partBefore(told, organisation)
  const before: Record<string, string> = { summary: content?.summary ?? '' }
  for (const { id } of told.asked) {
    const field = fieldsOf(id)
    const value = content?.values.find((one) => one.indicator === id)
    before[field.amount] = typed(value?.amount, language)
    before[field.per] = typed(value?.per, language)
    before[field.narrative] = value?.narrative ?? ''
    before[field.nothing] = value?.nothing ? '1' : ''
    before[field.enterprises] = value ? enterprisesWritten(value.enterprises) : ''
  }
  return before
}

/** A value as a line of words: "12,5", "3 enterprises, besides 1 without a business id". */
export function valueSaid(value: ContentValue, language: Language): string {
  const t = text[language]
  if (value.nothing || value.amount === null) return t.nothingSaid
  if (value.enterprises.length === 0) {
    const amount = formatExactDecimal(value.amount, language)
    return value.per === null ? amount : `${amount} / ${formatExactDecimal(value.per, language)}`
  }
  const unnumbered = value.enterprises.filter(({ business }) => business === null).length
  const counted = t.counted(formatExactDecimal(value.amount, language))
  return unnumbered > 0 ? `${counted}, ${t.unnumbered(formatCount(unnumbered, language))}` : counted
}

const lastOf = (previous: ToldReport['previous'], organisation: string): PartContent | undefined =>
  previous?.parts.find((part) => part.organisation === organisation)?.content

type PartProps = {
  told: ToldReport
  organisation: string
  draft: Draft
  errors: readonly FieldError[]
  language: Language
}

/** The fields of one organisation's part, indicator by indicator, each with its words beside it. */
export function PartFields({ told, organisation, draft, errors, language }: PartProps) {
  const t = text[language]
  const last = lastOf(told.previous, organisation)
  return (
    <>
      {told.asked.length === 0 && <p class="note">{t.noIndicators}</p>}
      {told.asked.map((asked) => (
        <Indicator
          asked={asked}
          last={last?.values.find(({ indicator }) => indicator === asked.id)}
          draft={draft}
          errors={errors}
          language={language}
        />
      ))}
      <TextArea
        name="summary"
        label={t.summary}
        help={t.summaryHelp}
        value={draft.text('summary')}
        error={errors.find((e) => e.name === 'summary')?.text}
        optional
        language={language}
      />
    </>
  )
}

type IndicatorProps = Pick<PartProps, 'draft' | 'errors' | 'language'> & {
  asked: AskedHere
  last: ContentValue | undefined
}

function Indicator({ asked, last, draft, errors, language }: IndicatorProps) {
  const t = text[language]
  const field = fieldsOf(asked.id)
  const unit = pick(asked.unit, language)?.text ?? ''
  const of = (name: string) => ({
    name,
    value: draft.text(name),
    error: errors
      .filter((e) => e.name === name)
      .map((e) => e.text)
      .join(' ')
      .trim(),
    language,
  })
  const { promised } = asked
  const notes = [
    promised?.target &&
      t.promised(`${formatExactDecimal(promised.target, language)} ${unit}`, promised.number),
    promised && !promised.target && t.promisedNo(promised.number),
    last && t.lastTime(valueSaid(last, language)),
  ].filter(Boolean)
  return (
    <fieldset class="rep-indicator">
      <legend>
        <span class="quiet">{asked.code}</span> <InLanguage names={asked.name} language={language} />
      </legend>
      {pick(asked.definition, language) && (
        <p class="help">
          <InLanguage names={asked.definition} language={language} />
        </p>
      )}
      {notes.length > 0 && <p class="note">{notes.join(' · ')}</p>}
      {asked.aggregation === 'unique' ? (
        <TextArea {...of(field.enterprises)} label={t.enterprises} help={t.enterprisesHelp} rows={4} />
      ) : (
        <div class="rep-numbers">
          <TextField
            {...of(field.amount)}
            label={asked.aggregation === 'ratio' ? t.numerator(unit) : t.amount(unit)}
            inputmode="decimal"
            size="short"
          />
          {asked.aggregation === 'ratio' && (
            <TextField {...of(field.per)} label={t.denominator} inputmode="decimal" size="short" />
          )}
        </div>
      )}
      <CheckField
        name={field.nothing}
        label={t.nothing}
        checked={draft.text(field.nothing) !== ''}
        language={language}
      />
      <TextArea {...of(field.narrative)} label={t.narrative} rows={2} optional />
    </fieldset>
  )
}
