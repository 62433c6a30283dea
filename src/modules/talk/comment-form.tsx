import type { Language, Names } from '../../kernel/text.ts'
import { pick } from '../../kernel/text.ts'
import { ChoicesField, SelectField, TextArea } from '../../ui/index.ts'
import type { Audience } from './rules.ts'
import { text } from './text.ts'

export type Place = { id: string; name: Names }

export type CommentFormProps = {
  subject: { kind: string; id: string }
  parent?: string | undefined
  label: string
  value?: string | undefined
  error?: string | undefined
  names: readonly string[]
  /** Asked only where there is something to ask. */
  audience?: Audience | undefined
  /** Where it may be said, when what it is about belongs to no ecosystem. */
  places?: readonly Place[]
  place?: string | undefined
  action: string
  language: Language
}

/** Where one writes a comment or an answer. The same form works as a page of its own when something was wrong. */
export function CommentForm(props: CommentFormProps) {
  const { subject, parent, label, value, error, names, audience, places = [], language } = props
  const t = text[language]
  const own = parent ?? 'new'
  return (
    <form method="post" action={props.action} class="comment-form">
      <input type="hidden" name="kind" value={subject.kind} />
      <input type="hidden" name="id" value={subject.id} />
      {parent && <input type="hidden" name="parent" value={parent} />}
      <mention-field data-names={JSON.stringify(names)} data-label={t.whom}>
        <TextArea
          name="text"
          id={`f-text-${own}`}
          label={label}
          help={parent ? undefined : t.help}
          error={error}
          value={value}
          rows={parent ? 3 : 4}
          language={language}
        />
      </mention-field>
      {places.length > 1 && !parent && (
        <SelectField
          name="ecosystem"
          id={`f-ecosystem-${own}`}
          label={t.ecosystem}
          choices={places.map((p) => ({ value: p.id, label: pick(p.name, language)?.text ?? t.everywhere }))}
          value={props.place}
          language={language}
        />
      )}
      {places.length === 1 && <input type="hidden" name="ecosystem" value={places[0]!.id} />}
      {audience && (
        <ChoicesField
          kind="radio"
          name="audience"
          id={`f-audience-${own}`}
          label={t.audience}
          choices={[
            { value: 'agreement', label: t.inside },
            { value: 'public', label: t.outside },
          ]}
          values={[audience]}
          language={language}
        />
      )}
      {!audience && <input type="hidden" name="audience" value="public" />}
      <p class="actions">
        <button class={parent ? 'btn' : 'btn main'} type="submit">
          {parent ? t.answer : t.send}
        </button>
      </p>
    </form>
  )
}
