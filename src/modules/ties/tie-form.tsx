import type { PageRequest } from '../../kernel/page.ts'
import { shareLevels } from '../../kernel/share.ts'
import type { Language } from '../../kernel/text.ts'
import { ChoicesField, type FieldError, SelectField, TextArea, TextField } from '../../ui/index.ts'
import type { Before, Draft } from '../drafts/index.ts'
import type { EcosystemHead } from '../ecosystems/index.ts'
import type { OwnKind } from './kind-queries.ts'
import { isDirected, statedKinds, strengths } from './rules.ts'
import type { ShownTie } from './tie-actions.ts'
import { pointText, writeKind } from './tie-rules.ts'
import { tieText } from './tie-text.ts'
import { kindWord, nameIn, sideOf } from './tie-words.ts'

/** The kinds that a form offers, each as what the other is: "asiakas", "toimittaja", the ecosystems' own last. */
export function kindChoices(own: readonly OwnKind[], language: Language) {
  const both = (directed: boolean) => (directed ? [false, true] : [false])
  const plain = statedKinds
    .filter((kind) => kind !== 'own')
    .flatMap((kind) => both(isDirected(kind)).map((back) => ({ kind, own: null, back })))
    .map((said) => ({ value: writeKind(said), label: kindWord(said, null, language) }))
  const theirs = own.flatMap((kind) =>
    both(kind.directed).map((back) => {
      const said = { kind: 'own' as const, own: kind.id, back }
      return { value: writeKind(said), label: kindWord(said, { name: kind.name, back: kind.back }, language) }
    }),
  )
  return [...plain, ...theirs]
}

/** What stands in the form before somebody writes in it: nothing, or the tie that is changed. */
export function tieBefore(
  tie: ShownTie | undefined,
  organisation: string,
  ecosystem: string,
  language: Language,
): Before {
  const kind = tie && writeKind(sideOf(tie, organisation).said)
  return {
    ...(!tie && { other: '' }),
    kind: kind ?? '',
    strength: String(tie?.strength ?? 2),
    starts: tie?.starts_on ? pointText(tie.starts_on, 'start', language) : '',
    ends: tie?.ends_on ? pointText(tie.ends_on, 'end', language) : '',
    note: tie?.note ?? '',
    ecosystem: tie ? (tie.ecosystem?.id ?? '') : ecosystem,
    share: tie?.share ?? 'own',
  }
}

export type TieFieldsProps = {
  draft: Draft
  errors: readonly FieldError[]
  own: readonly OwnKind[]
  ecosystems: readonly EcosystemHead[]
  /** The name of the side that tells. */
  name: string
  /** A new tie: with whom is asked too. */
  isNew: boolean
  request: Pick<PageRequest, 'language'>
}

export function TieFields({
  draft,
  errors,
  own,
  ecosystems,
  name,
  isNew,
  request: { language },
}: TieFieldsProps) {
  const t = tieText[language]
  const field = (key: string) => ({
    name: key,
    error: errors.find((e) => e.name === key)?.text,
    language,
  })
  return (
    <>
      {isNew && (
        <TextField
          {...field('other')}
          label={t.other}
          help={t.otherHelp}
          value={draft.text('other')}
          size="full"
        />
      )}
      <SelectField
        {...field('kind')}
        label={t.kind}
        help={t.kindHelp(name)}
        none={t.choose}
        choices={kindChoices(own, language)}
        value={draft.text('kind')}
      />
      <ChoicesField
        {...field('strength')}
        kind="radio"
        label={t.strength}
        choices={strengths.map((s) => ({ value: String(s), label: t.strengths[s], help: t.strengthHelp[s] }))}
        values={draft.list('strength')}
      />
      <TextField
        {...field('starts')}
        label={t.starts}
        help={t.pointHelp}
        value={draft.text('starts')}
        size="short"
        optional
      />
      <TextField {...field('ends')} label={t.ends} value={draft.text('ends')} size="short" optional />
      <TextArea {...field('note')} label={t.note} value={draft.text('note')} rows={2} optional />
      {ecosystems.length > 0 && (
        <SelectField
          {...field('ecosystem')}
          label={t.ecosystem}
          help={t.ecosystemHelp}
          none={t.noEcosystem}
          choices={ecosystems.map((e) => ({ value: e.id, label: nameIn(e.short ?? e.name, language) }))}
          value={draft.text('ecosystem')}
          optional
        />
      )}
      <ChoicesField
        {...field('share')}
        kind="radio"
        label={t.share}
        choices={shareLevels
          .filter((level) => ecosystems.length > 0 || level === 'own' || level === 'public')
          .map((level) => ({ value: level, label: t.shares[level] }))}
        values={draft.list('share')}
      />
    </>
  )
}
