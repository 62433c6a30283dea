import type { Language, Names } from '../../kernel/text.ts'
import { pick } from '../../kernel/text.ts'
import { ChoicesField, SelectField, TextArea } from '../../ui/index.ts'
import { type Before, type Draft, DraftForm, type DraftOf } from '../drafts/index.ts'
import { newAnswer, newComment, subjectTo } from './comment-drafts.ts'
import type { Audience } from './rules.ts'
import { text } from './text.ts'

export type Place = { id: string; name: Names }

export type CommentFormProps = {
  subject: { kind: string; id: string }
  parent?: string | undefined
  label: string
  error?: string | undefined
  names: readonly string[]
  /** Asked only where there is something to ask. */
  audience?: Audience | undefined
  /** Where it may be said, when what it is about belongs to no ecosystem. */
  places?: readonly Place[]
  drafts: DraftOf
  action: string
  language: Language
}

/** What stands in the form before somebody writes in it, and whose draft it is. */
export function commentDraft(asked: {
  subject: { kind: string; id: string }
  parent?: string | undefined
  audience?: Audience | undefined
  places?: readonly Place[] | undefined
}) {
  const { subject, parent, audience, places = [] } = asked
  const before: Before = {
    text: '',
    ...(audience && { audience }),
    ...(asksPlace(asked) && { ecosystem: places[0]!.id }),
  }
  return { kind: parent ? newAnswer : newComment, subject: parent ?? subjectTo(subject), before }
}

const asksPlace = ({
  places = [],
  parent,
}: {
  places?: readonly Place[] | undefined
  parent?: string | undefined
}) => places.length > 1 && !parent

/** Where one writes a comment or an answer. The same form works as a page of its own when something was wrong. */
export function CommentForm(props: CommentFormProps) {
  const { subject, parent, label, error, names, audience, places = [], language } = props
  const t = text[language]
  const own = parent ?? 'new'
  const { kind, subject: about, before } = commentDraft(props)
  const draft = props.drafts(kind, about, before)
  return (
    <DraftForm
      draft={draft}
      action={props.action}
      submit={parent ? t.answer : t.send}
      main={!parent}
      language={language}
      compact
    >
      <input type="hidden" name="kind" value={subject.kind} />
      <input type="hidden" name="id" value={subject.id} />
      {parent && <input type="hidden" name="parent" value={parent} />}
      <CommentText
        id={`f-text-${own}`}
        label={label}
        help={parent ? undefined : t.help}
        rows={parent ? 3 : 4}
        {...{ draft, error, names, language }}
      />
      {asksPlace(props) && (
        <SelectField
          name="ecosystem"
          id={`f-ecosystem-${own}`}
          label={t.ecosystem}
          choices={places.map((p) => ({ value: p.id, label: pick(p.name, language)?.text ?? t.everywhere }))}
          value={draft.text('ecosystem')}
          language={language}
        />
      )}
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
          values={draft.list('audience')}
          language={language}
        />
      )}
    </DraftForm>
  )
}

export type CommentTextProps = {
  id: string
  label: string
  help?: string | undefined
  error?: string | undefined
  rows: number
  draft: Draft
  names: readonly string[]
  language: Language
}

/** The text of a comment, with the names that one may mention. */
export function CommentText({ draft, names, ...field }: CommentTextProps) {
  return (
    <mention-field data-names={JSON.stringify(names)} data-label={text[field.language].whom}>
      <TextArea name="text" value={draft.text('text')} {...field} />
    </mention-field>
  )
}
