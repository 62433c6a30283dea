import type { Language } from '../../kernel/text.ts'
import { type Choice, ChoicesField, type FieldError, TextArea, TextField } from '../../ui/index.ts'
import type { Draft } from '../drafts/index.ts'
import { NamesFields } from '../ecosystems/index.ts'
import { evidences, horizons, type Item, isLevel, type Kind } from './content.ts'
import { formText } from './form-text.ts'
import { type Field, fieldsOf, levelsAfter } from './rules.ts'
import { text } from './text.ts'
import { titleOf } from './words.ts'

export type ItemFieldsProps = {
  kind: Kind
  /** What is changed; what a change was about is asked of a change alone. */
  item: Item | undefined
  /** The claims that hold, to choose from. */
  chain: readonly Item[]
  shares: readonly Choice[]
  draft: Draft
  errors: readonly FieldError[]
  language: Language
}

/** The fields that a thing of the kind has, in their order. */
export function ItemFields(props: ItemFieldsProps) {
  const { kind, item, draft, errors, language, shares } = props
  const [t, f] = [text[language], formText[language]]
  return (
    <>
      {fieldsOf[kind].map((field) => (
        <One {...props} field={field} />
      ))}
      <ChoicesField
        kind="radio"
        name="share"
        label={t.fields.share}
        choices={shares}
        values={draft.list('share')}
        language={language}
      />
      {item && (
        <TextField
          name="reason"
          label={f.reason}
          help={f.reasonHelp}
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

function One({ field, kind, item, chain, draft, errors, language }: ItemFieldsProps & { field: Field }) {
  const [t, f] = [text[language], formText[language]]
  const at = (name: string) => ({
    name,
    value: draft.text(name),
    error: errors.find((e) => e.name === name)?.text,
    language,
  })
  const names = { values: draft.text, errors, language }
  const choosing = (name: 'contributes' | 'claims', label: string, among: readonly Item[]) =>
    among.length > 0 && (
      <ChoicesField
        kind="checkbox"
        name={name}
        label={label}
        choices={among.map((one) => ({
          value: one.entry,
          label: titleOf(one, language),
          help: t.one[one.kind],
        }))}
        values={draft.list(name)}
        error={errors.find((e) => e.name === name)?.text}
        optional
        language={language}
      />
    )
  switch (field) {
    case 'title':
      return (
        <NamesFields
          {...names}
          name="title"
          legend={kind === 'clinic' ? f.clinicTitle : f.claim}
          {...(kind !== 'clinic' && { help: f.claimHelp })}
        />
      )
    case 'text':
      return (
        <NamesFields
          {...names}
          name="text"
          legend={kind === 'clinic' ? f.clinicSays : f.says}
          long
          optional={kind !== 'clinic'}
        />
      )
    case 'evidence':
      return (
        <ChoicesField
          kind="radio"
          name="evidence"
          label={f.evidenceLabel}
          choices={evidences.map((value) => ({
            value,
            label: t.evidences[value],
            help: f.evidenceHelp[value],
          }))}
          values={draft.list('evidence')}
          error={errors.find((e) => e.name === 'evidence')?.text}
          language={language}
        />
      )
    case 'horizon':
      return (
        <ChoicesField
          kind="radio"
          name="horizon"
          label={t.fields.horizon}
          choices={horizons.map((value) => ({ value, label: t.horizons[value] }))}
          values={draft.list('horizon')}
          error={errors.find((e) => e.name === 'horizon')?.text}
          language={language}
        />
      )
    case 'audience':
      return <TextField {...at(field)} label={t.fields.audience} help={f.audienceHelp} size="full" optional />
    case 'measure':
      return <TextField {...at(field)} label={t.fields.measure} help={f.measureHelp} size="full" optional />
    case 'value':
      return <TextField {...at(field)} label={t.fields.value} help={f.valueHelp} size="full" optional />
    case 'source':
      return <TextField {...at(field)} label={t.fields.source} help={f.sourceHelp} size="full" optional />
    case 'collector':
      return (
        <TextField {...at(field)} label={t.fields.collector} help={f.collectorHelp} size="full" optional />
      )
    case 'permission':
      return (
        <>
          <TextField
            {...at('permissionBy')}
            label={f.permissionBy}
            help={f.permissionByHelp}
            size="full"
            optional
          />
          <TextField {...at('permissionOn')} label={f.permissionOn} help={f.dayHelp} size="short" optional />
          <TextField {...at('permissionRecord')} label={f.permissionRecord} size="full" optional />
        </>
      )
    case 'contributes': {
      const after: readonly Kind[] = isLevel(kind) ? levelsAfter(kind) : []
      const others = chain.filter((one) => after.includes(one.kind) && one.entry !== item?.entry)
      return choosing('contributes', f.contributesLabel, others)
    }
    case 'held':
      return <TextField {...at(field)} label={f.held} help={f.dayHelp} size="short" />
    case 'present':
      return <TextField {...at(field)} label={t.fields.present} help={f.presentHelp} size="full" optional />
    case 'decided':
      return <TextArea {...at(field)} label={t.fields.decided} rows={4} optional />
    case 'claims':
      return choosing(
        'claims',
        t.fields.claims,
        chain.filter((one) => isLevel(one.kind)),
      )
  }
}
