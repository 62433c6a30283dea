import type { ComponentChildren } from 'preact'
import type { Value } from '../../engine/merging/index.ts'
import type { DraftFields } from '../../kernel/draft.ts'
import { localPath } from '../../kernel/page.ts'
import type { Language } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Alert, fieldId } from '../../ui/index.ts'
import type { Before, Draft } from './reader.ts'
import type { Clash } from './schemas.ts'
import { text } from './text.ts'

/** One way of sending a form: its word, and the field by which the server knows it. */
export type Sending = { label: string; name: string; value: string }

export type DraftFormProps = {
  draft: Draft
  /** Where the form is posted. */
  action: string
  /** The word on the button that sends it; where it may be sent in several ways, a button for each. */
  submit: string | readonly Sending[]
  language: Language
  /**
   * One of many on a page, such as an answer to a comment: it takes little room, and costs the browser nothing until
   * somebody writes in it. The page says `DraftWords` once for all of them.
   */
  compact?: boolean
  /** Whether its button is the page's first; as a rule it is, but of a compact form not. */
  main?: boolean
  /** Beside the buttons: the way back. */
  beside?: ComponentChildren
  children: ComponentChildren
}

const signInAgain = (language: Language): string =>
  localPath(language, `/sign-in?to=${encodeURIComponent('/drafts/signed-in')}`)

/** What the compact forms of a page say, once for all of them. */
export const DraftWords = ({ language }: { language: Language }) => (
  <draft-words
    hidden
    data-sign-in={signInAgain(language)}
    data-words={JSON.stringify(text[language].island)}
  />
)

/**
 * A form that loses nothing: round the fields, with the time it was last saved, the button that saves without script,
 * what clashes, and the way to its history. The fields take their values from `draft.text` and `draft.list`.
 */
export function DraftForm(props: DraftFormProps) {
  const { draft, action, language, compact, children } = props
  const t = text[language]
  const { state, kind } = draft
  const versions = Object.fromEntries([
    ...state.fields.map((f) => [f.name, f.version]),
    ...state.conflicts.map((c) => [c.name, c.theirs.version]),
  ])
  const was = draft.record && filled(draft.record)
  const held = state.fields.map((f) => [f.name, f.version] as const)
  return (
    <draft-form
      data-kind={state.kind}
      data-subject={state.subject}
      data-draft={state.id ?? undefined}
      data-seq={state.seq > 0 ? String(state.seq) : undefined}
      data-person={draft.person}
      data-saved={state.savedAt?.toISOString()}
      data-versions={held.length > 0 ? JSON.stringify(Object.fromEntries(held)) : undefined}
      data-clashes={state.conflicts.length > 0 ? JSON.stringify(state.conflicts) : undefined}
      data-language={language}
      data-sign-in={compact ? undefined : signInAgain(language)}
      data-words={compact ? undefined : JSON.stringify(t.island)}
      data-shared={kind.shared ? '' : undefined}
      data-lazy={compact ? '' : undefined}
    >
      <form method="post" action={action} class={compact ? 'draft compact' : 'draft'} autocomplete="off">
        <input
          type="hidden"
          name="draft"
          value={state.id || was ? JSON.stringify({ id: state.id, versions, was }) : ''}
        />
        {!compact && <DraftStatus draft={draft} language={language} />}
        {!compact && (
          <noscript>
            <p class="note">{t.noScript}</p>
          </noscript>
        )}
        {kind.shared && <div class="draft-people" aria-live="polite" />}
        <Clashes draft={draft} language={language} />
        <SinceThen draft={draft} language={language} />
        {children}
        <Buttons {...props} />
        {compact && <DraftStatus draft={draft} language={language} />}
        {!compact && !state.id && <p class="note">{kind.shared ? t.notYetShared : t.notYet}</p>}
      </form>
    </draft-form>
  )
}

function Buttons({ draft, submit, language, compact = false, main = !compact, beside }: DraftFormProps) {
  const t = text[language]
  const { id } = draft.state
  return (
    <div class="actions">
      {typeof submit === 'string' ? (
        <button class={main ? 'btn main' : 'btn'} type="submit">
          {submit}
        </button>
      ) : (
        submit.map(({ label, name, value }) => (
          <button class="btn" type="submit" name={name} value={value}>
            {label}
          </button>
        ))
      )}
      <button class="btn draft-save" type="submit" name="draft-only" value="1" formnovalidate>
        {t.save}
      </button>
      {beside}
      {id && (
        <>
          <a class="btn bare" href={localPath(language, `/drafts/${id}/history`)}>
            {t.history}
          </a>
          <button
            class="btn bare"
            type="submit"
            formaction={localPath(language, `/drafts/${id}/discard`)}
            formnovalidate
            data-discard
          >
            {t.discard}
          </button>
        </>
      )}
    </div>
  )
}

/** The one line that says where the text is: on the server since when, or in the browser. */
function DraftStatus({ draft, language }: { draft: Draft; language: Language }) {
  const t = text[language]
  const { savedAt } = draft.state
  return (
    <p class="draft-status" role="status">
      <span class="draft-said">{savedAt ? t.savedAt(formatInstant(savedAt, language)) : ''}</span>
    </p>
  )
}

/** What another has changed too, said before the fields; script moves each beside its field. */
function Clashes({ draft, language }: { draft: Draft; language: Language }) {
  const t = text[language]
  const { conflicts } = draft.state
  if (conflicts.length === 0) return null
  return (
    <div class="draft-clashes">
      <Alert tone="warm" title={t.clashes(conflicts.length)}>
        {t.clashLead}
      </Alert>
      {conflicts.map((clash: Clash) => (
        <div class="draft-clash">
          <p>
            <a href={`#${fieldId(clash.name)}`}>
              {t.clashWrote(clash.theirs.by, formatInstant(clash.theirs.at, language))}
            </a>
          </p>
          <blockquote>{valueText(clash.theirs.value) || t.empty}</blockquote>
          <button class="btn" type="submit" name="draft-take" value={clash.name} formnovalidate>
            {t.takeTheirs}
          </button>
        </div>
      ))}
    </div>
  )
}

/** What stands in a record, without what is empty. */
const filled = (record: Before) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value && value.length > 0))

/** What another has saved in the record since this person began to change the same: both are shown, and one chooses. */
function SinceThen({ draft, language }: { draft: Draft; language: Language }) {
  const t = text[language]
  const { meanwhile, kind } = draft
  if (meanwhile.length === 0) return null
  return (
    <div class="draft-since">
      <Alert tone="warm" title={t.since(meanwhile.length)}>
        {t.sinceLead}
      </Alert>
      {meanwhile.map(({ name, record }) => {
        const { label, read } = fieldOf(name, kind.fields?.[language]?.[name])
        return (
          <div class="draft-clash">
            <dl>
              <dt>{t.sinceSaved(label)}</dt>
              <dd>{valueText(record, read) || t.empty}</dd>
              <dt>{t.sinceYours}</dt>
              <dd>{valueText(draft.list(name), read) || t.empty}</dd>
            </dl>
            <button class="btn" type="submit" name="draft-take" value={name} formnovalidate>
              {t.takeSaved}
              <span class="vh">: {label}</span>
            </button>
          </div>
        )
      })}
    </div>
  )
}

const fieldOf = (name: string, field: DraftFields[string] | undefined) =>
  typeof field === 'object'
    ? { label: field.label, read: (one: string) => field.values[one] ?? one }
    : { label: field ?? name, read: undefined }

export const valueText = (value: Value | null, read = (one: string): string => one): string =>
  value === null ? '' : typeof value === 'string' ? read(value) : value.map(read).join(', ')
