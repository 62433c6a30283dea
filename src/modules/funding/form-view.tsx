import type { PageRequest } from '../../kernel/page.ts'
import { languages, ownNames } from '../../kernel/text.ts'
import {
  ChoicesField,
  ErrorSummary,
  type FieldError,
  PageHead,
  Section,
  SelectField,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { type Draft, DraftForm } from '../drafts/index.ts'
import { applicantKinds, levels, stages } from './entry.ts'
import { formText } from './form-text.ts'
import { type ColumnName, sheetText } from './sheet-text.ts'
import { text } from './text.ts'

type Props = {
  draft: Draft
  errors: readonly FieldError[]
  heading: string
  action: string
  request: Pick<PageRequest, 'language'>
}

export function FundingFormView({ draft, errors, heading, action, request }: Props) {
  const { language } = request
  const t = formText[language]
  const words = text[language]
  const field = (name: ColumnName) => ({
    name,
    label: sheetText[language][name],
    value: draft.text(name),
    error: errors.find((e) => e.name === name)?.text,
    language,
  })
  const amount = (name: ColumnName) => (
    <TextField {...field(name)} size="short" inputmode="decimal" optional />
  )
  return (
    <>
      <PageHead title={heading} />
      <ErrorSummary errors={errors} language={language} />
      <DraftForm draft={draft} action={action} submit={t.save} language={language}>
        <Section title={t.names}>
          <TextField {...field('titleFi')} help={t.namesHelp} size="full" optional />
          <TextField {...field('titleSv')} size="full" optional />
          <TextField {...field('titleEn')} size="full" optional />
          <SelectField
            {...field('language')}
            label={t.language}
            choices={languages.map((l) => ({ value: l, label: ownNames[l] }))}
          />
          <TextArea {...field('summaryFi')} optional />
          <TextArea {...field('summarySv')} optional />
          <TextArea {...field('summaryEn')} optional />
          <TextField {...field('themes')} help={t.themesHelp} size="full" optional />
        </Section>
        <Section title={t.who}>
          <TextField {...field('funder')} size="full" optional />
          <TextField {...field('programme')} size="full" optional />
          <ChoicesField
            {...field('level')}
            kind="radio"
            choices={levels.map((l) => ({ value: l, label: words.levels[l] }))}
            values={draft.list('level')}
          />
          <ChoicesField
            {...field('applicants')}
            kind="checkbox"
            optional
            choices={applicantKinds.map((a) => ({ value: a, label: words.applicants[a] }))}
            values={draft.list('applicants')}
          />
          <TextArea {...field('applicantFi')} rows={3} optional />
          <TextArea {...field('applicantSv')} rows={3} optional />
          <TextArea {...field('applicantEn')} rows={3} optional />
          <TextField {...field('region')} optional />
        </Section>
        <Section title={t.money}>
          {amount('aidRate')}
          <p class="help">{t.moneyHelp}</p>
          <div class="field-pair">
            {amount('least')}
            {amount('most')}
          </div>
          <div class="field-pair">
            {amount('total')}
            <TextField {...field('currency')} size="short" optional />
          </div>
          {amount('awards')}
          <TextArea {...field('moneyText')} rows={3} optional />
        </Section>
        <Section title={t.when}>
          <ChoicesField
            {...field('stage')}
            kind="radio"
            choices={stages.map((s) => ({ value: s, label: words.stages[s] }))}
            values={draft.list('stage')}
          />
          <TextField {...field('opens')} size="short" help={t.dayHelp} optional />
          <div class="field-pair">
            <TextField {...field('closes')} size="short" help={t.dayHelp} optional />
            <TextField {...field('clock')} size="short" help={t.clockHelp} optional />
          </div>
        </Section>
        <Section title={t.origin}>
          <TextField {...field('link')} type="url" size="full" optional />
          <TextField {...field('readFrom')} type="url" size="full" help={t.readFromHelp} optional />
          <TextField {...field('checked')} size="short" help={t.checkedHelp} />
        </Section>
      </DraftForm>
    </>
  )
}
