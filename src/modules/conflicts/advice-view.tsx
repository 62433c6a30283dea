import type { DraftKind } from '../../kernel/draft.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach, type Language } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import {
  ChoicesField,
  ErrorSummary,
  type FieldError,
  Section,
  Table,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { type Draft, DraftForm } from '../drafts/index.ts'
import { type Advice, adviceKinds } from './advice-queries.ts'
import { adviceText } from './advice-text.ts'
import { involvedRule } from './declare-actions.ts'

export const adviceBefore = { kind: '', on: '', words: '' }

export const adviceDraft: DraftKind = {
  kind: 'advice.note',
  shared: false,
  title: inEach((l) => adviceText[l].title),
  path: (subject) => `/applications/${subject}/conflict#advice`,
  allow: ruleOf(involvedRule, ({ subject }) => ({ application: subject })),
  fields: inEach((l) => {
    const { kind, on, words } = adviceText[l]
    return { kind, on, words }
  }),
}

/** Notes of advice as they stand, struck ones with the reason. */
export function AdviceTable({
  advice,
  language,
  about,
}: {
  advice: readonly Advice[]
  language: Language
  /** The application of each, where the list is of many. */
  about?: { label: string; of: (note: Advice) => string }
}) {
  const t = adviceText[language]
  return (
    <Table<Advice>
      caption={t.title}
      cards
      language={language}
      rows={advice}
      columns={[
        { label: t.who, heading: true, cell: (a) => a.name },
        ...(about ? [{ label: about.label, phone: 'labelled' as const, cell: about.of }] : []),
        { label: t.kind, phone: 'labelled', cell: (a) => t.short[a.kind] },
        { label: t.on, phone: 'labelled', cell: (a) => formatDay(a.on, language) },
        {
          label: t.words,
          phone: 'wide',
          cell: (a) =>
            a.struckAt ? (
              <>
                <s>{a.words}</s> {t.struck(a.struckBy ?? '', a.struckReason ?? '')}
              </>
            ) : (
              a.words || '–'
            ),
        },
      ]}
    />
  )
}

type AdviceProps = {
  advice: readonly Advice[]
  draft: Draft
  action: string
  errors: readonly FieldError[]
  language: Language
}

/** What one has noted of one's own advice to the applicant, and room for another note. */
export function AdviceSection({ advice, draft, action, errors, language }: AdviceProps) {
  const t = adviceText[language]
  const error = (name: string) => errors.find((e) => e.name === name)?.text
  return (
    <Section title={t.title} id="advice">
      <p class="note">{t.lead}</p>
      {advice.length > 0 && <AdviceTable advice={advice} language={language} />}
      <details open={errors.length > 0 || draft.state.id !== null}>
        <summary>{t.send}</summary>
        <ErrorSummary errors={errors} language={language} />
        <DraftForm compact draft={draft} action={action} submit={t.send} language={language}>
          <ChoicesField
            kind="radio"
            name="kind"
            label={t.kind}
            choices={adviceKinds.map((value) => ({ value, label: t.kinds[value] }))}
            values={draft.list('kind')}
            error={error('kind')}
            language={language}
          />
          <TextField
            name="on"
            label={t.on}
            size="short"
            value={draft.text('on')}
            error={error('on')}
            language={language}
          />
          <TextArea
            name="words"
            id="f-advice-words"
            label={t.words}
            value={draft.text('words')}
            rows={2}
            optional
            language={language}
          />
        </DraftForm>
      </details>
    </Section>
  )
}
