import type { PageRequest } from '../../kernel/page.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import {
  Alert,
  ChoicesField,
  type FieldError,
  InLanguage,
  Section,
  Table,
  Tag,
  TextArea,
} from '../../ui/index.ts'
import { type Draft, DraftForm } from '../drafts/index.ts'
import type { Seen } from './looking.ts'
import { text } from './text.ts'

type General = NonNullable<Seen['template']>['general'][number]

/** How each general criterion was found, by whom and on which ground. */
export function FindingsView({ seen, language }: { seen: Seen; language: Language }) {
  const t = text[language]
  const found = (key: string) => seen.findings.find((f) => f.criterion === key)
  return (
    <Table<General>
      caption={t.checks}
      cards
      language={language}
      rows={seen.template?.general ?? []}
      columns={[
        { label: t.criterion, heading: true, cell: (c) => pick(c.label, language)?.text ?? c.key },
        {
          label: t.state,
          cell: (c) => {
            const finding = found(c.key)
            if (!finding) return <Tag sign="waiting">{t.unchecked}</Tag>
            return (
              <Tag
                tone={finding.result === 'pass' ? 'ok' : 'bad'}
                sign={finding.result === 'pass' ? 'done' : 'stopped'}
              >
                {t.results[finding.result]}
              </Tag>
            )
          },
        },
        { label: t.ground, phone: 'wide', cell: (c) => found(c.key)?.ground ?? '' },
        {
          label: t.who,
          phone: 'labelled',
          cell: (c) => {
            const finding = found(c.key)
            return finding ? t.checkedBy(finding.by, formatInstant(finding.at, language)) : ''
          },
        },
      ]}
    />
  )
}

export type ChecksFormProps = {
  seen: Seen
  draft: Draft
  errors: readonly FieldError[]
  action: string
  request: Pick<PageRequest, 'language'>
}

/** Each general criterion as a question with its guide, and the ground of the answer. */
export function ChecksForm({ seen, draft, errors, action, request }: ChecksFormProps) {
  const { language } = request
  const t = text[language]
  const error = (name: string) => errors.find((e) => e.name === name)?.text
  return (
    <Section title={t.checks} id="checks" note={t.checksLead}>
      <Alert tone="warm" title={t.becomesTitle}>
        {t.becomesPreparer}
      </Alert>
      <DraftForm draft={draft} action={action} submit={t.saveChecks} language={language}>
        {(seen.template?.general ?? []).map((criterion) => (
          <div class="criterion">
            <ChoicesField
              kind="radio"
              name={`result.${criterion.key}`}
              label={pick(criterion.label, language)?.text ?? criterion.key}
              help={criterion.guide && pick(criterion.guide, language)?.text}
              choices={(['pass', 'fail'] as const).map((value) => ({ value, label: t.results[value] }))}
              values={[draft.text(`result.${criterion.key}`)]}
              error={error(`result.${criterion.key}`)}
              language={language}
            />
            {criterion.source && (
              <p class="note">
                {t.source}: <InLanguage names={{ fi: criterion.source }} language={language} />
              </p>
            )}
            <TextArea
              name={`ground.${criterion.key}`}
              label={`${t.ground}: ${pick(criterion.label, language)?.text ?? criterion.key}`}
              help={t.groundHelp}
              value={draft.text(`ground.${criterion.key}`)}
              error={error(`ground.${criterion.key}`)}
              rows={2}
              language={language}
            />
          </div>
        ))}
      </DraftForm>
    </Section>
  )
}
