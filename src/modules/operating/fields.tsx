import type { Language } from '../../kernel/text.ts'
import {
  type Choice,
  ChoicesField,
  type FieldError,
  SelectField,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import type { Draft } from '../drafts/index.ts'
import { ecosystemRoles, NamesFields, roleName } from '../ecosystems/index.ts'
import { type Kind, states } from './content.ts'
import { formText } from './form-text.ts'
import { type Field, fieldsOf } from './rules.ts'
import { text } from './text.ts'

export type Choices = { themes: readonly Choice[]; templates: readonly Choice[] }

export type ItemFieldsProps = {
  kind: Kind
  /** What a change was about is asked of a change alone. */
  isNew: boolean
  choices: Choices
  shares: readonly Choice[]
  draft: Draft
  errors: readonly FieldError[]
  language: Language
}

/** The fields that a thing of the kind has, in their order. */
export function ItemFields(props: ItemFieldsProps) {
  const { kind, draft, errors, language, isNew, shares } = props
  const t = formText[language]
  return (
    <>
      {fieldsOf[kind].map((field) => (
        <One {...props} field={field} />
      ))}
      <ChoicesField
        kind="radio"
        name="share"
        label={t.share}
        choices={shares}
        values={draft.list('share')}
        language={language}
      />
      {!isNew && (
        <TextField
          name="reason"
          label={t.reason}
          help={t.reasonHelp}
          value={draft.text('reason')}
          error={errors.find((e) => e.name === 'reason')?.text}
          size="full"
          optional
          language={language}
        />
      )}
    </>
  )
}

const required: Partial<Record<Kind, readonly Field[]>> = {
  way: ['owner'],
  role: ['organisation'],
  practice: ['result'],
}

function One({ field, kind, choices, draft, errors, language }: ItemFieldsProps & { field: Field }) {
  const t = formText[language]
  const line = {
    name: field,
    value: draft.text(field),
    error: errors.find((e) => e.name === field)?.text,
    optional: !required[kind]?.includes(field),
    language,
  }
  const names = { values: draft.text, errors, language }
  switch (field) {
    case 'title':
      return (
        <NamesFields
          {...names}
          name="title"
          legend={t.titles[kind]}
          help={t.titleHelp[kind]}
          optional={kind === 'role'}
        />
      )
    case 'text':
      return (
        <NamesFields
          {...names}
          name="text"
          legend={t.texts[kind]}
          long
          optional={kind !== 'way' && kind !== 'practice'}
        />
      )
    case 'owner':
      return <TextField {...line} label={t.owner} help={t.ownerHelp} size="full" />
    case 'holder':
      return <TextField {...line} label={t.holder} help={t.holderHelp} size="full" />
    case 'organisation':
      return <TextField {...line} label={t.organisation} help={t.organisationHelp} size="full" />
    case 'deputy':
      return <TextField {...line} label={t.deputy} help={t.deputyHelp} size="full" />
    case 'record':
      return <TextField {...line} label={t.record} help={t.recordHelp} size="full" />
    case 'place':
      return <TextField {...line} label={t.place} help={t.placeHelp} size="full" />
    case 'audience':
      return <TextField {...line} label={t.audience} help={t.audienceHelp} size="full" />
    case 'result':
      return <TextArea {...line} label={t.result} rows={3} />
    case 'ask':
      return <TextField {...line} label={t.ask} help={t.askHelp} size="full" />
    case 'version':
      return <TextField {...line} label={t.version} help={t.versionHelp} size="short" />
    case 'starts':
      return <TextField {...line} label={t.starts} help={t.dayHelp} size="short" />
    case 'ends':
      return <TextField {...line} label={t.ends} size="short" />
    case 'signed':
      return <TextField {...line} label={t.signed} help={t.dayHelp} size="short" />
    case 'review':
      return <TextField {...line} label={t.review} help={t.reviewHelp} size="short" />
    case 'parties':
      return <TextArea {...line} label={t.parties} help={t.partiesHelp} rows={4} />
    case 'state':
      return <States kind={kind} draft={draft} error={line.error} language={language} />
    case 'role':
      return (
        <SelectField
          {...line}
          optional={false}
          label={t.role}
          none={t.choose}
          choices={ecosystemRoles.map((role) => ({ value: role, label: roleName(role, language) }))}
        />
      )
    case 'theme':
      return <SelectField {...line} label={t.theme} none={t.noTheme} choices={choices.themes} />
    case 'template':
      return choices.templates.length === 0 ? null : (
        <SelectField {...line} label={t.template} none={t.noTemplate} choices={choices.templates} />
      )
  }
}

type StatesProps = Pick<ItemFieldsProps, 'kind' | 'draft' | 'language'> & { error: string | undefined }

function States({ kind, draft, error, language }: StatesProps) {
  const known = kind === 'contract' || kind === 'template' ? states[kind] : []
  return (
    <ChoicesField
      kind="radio"
      name="state"
      label={formText[language].state}
      choices={known.map((value) => ({ value, label: text[language].states[value] }))}
      values={draft.list('state')}
      error={error}
      language={language}
    />
  )
}
