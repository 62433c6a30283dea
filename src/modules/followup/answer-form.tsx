import type { Language, Names } from '../../kernel/text.ts'
import { type FieldError, TextArea } from '../../ui/index.ts'
import { type Draft, DraftForm } from '../drafts/index.ts'

/** An office's answer to a change or a packet: a button for each event, and the words that go to the project. */
export function AnswerForm<E extends string>({
  draft,
  action,
  events,
  machine,
  label,
  errors,
  language,
}: {
  draft: Draft
  action: string
  events: readonly E[]
  machine: { events: Readonly<Record<E, { says: Names & Record<Language, string> }>> }
  label: string
  errors: readonly FieldError[]
  language: Language
}) {
  return (
    <DraftForm
      draft={draft}
      action={action}
      submit={events.map((event) => ({
        label: machine.events[event].says[language],
        name: 'event',
        value: event,
      }))}
      language={language}
    >
      <TextArea
        name="reason"
        label={label}
        value={draft.text('reason')}
        error={errors.find((e) => e.name === 'reason')?.text}
        rows={3}
        optional
        language={language}
      />
    </DraftForm>
  )
}
