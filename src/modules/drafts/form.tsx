import type { ComponentChildren } from 'preact'
import type { Value } from '../../engine/merging/index.ts'
import { localPath } from '../../kernel/page.ts'
import type { Language } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Alert, fieldId } from '../../ui/index.ts'
import type { Draft } from './reader.ts'
import type { Clash } from './schemas.ts'
import { text } from './text.ts'

export type DraftFormProps = {
  draft: Draft
  /** Where the form is posted. */
  action: string
  /** The word on the button that sends it. */
  submit: string
  language: Language
  children: ComponentChildren
}

/**
 * A form that loses nothing: round the fields, with the time it was last saved, the button that saves without script,
 * what clashes, and the way to its history. The fields take their values from `draft.text` and `draft.list`.
 */
export function DraftForm({ draft, action, submit, language, children }: DraftFormProps) {
  const t = text[language]
  const { state, kind } = draft
  const versions = Object.fromEntries([
    ...state.fields.map((f) => [f.name, f.version]),
    ...state.conflicts.map((c) => [c.name, c.theirs.version]),
  ])
  return (
    <draft-form
      data-kind={state.kind}
      data-subject={state.subject}
      data-draft={state.id ?? undefined}
      data-seq={String(state.seq)}
      data-person={draft.person}
      data-saved={state.savedAt?.toISOString()}
      data-versions={JSON.stringify(Object.fromEntries(state.fields.map((f) => [f.name, f.version])))}
      data-clashes={state.conflicts.length > 0 ? JSON.stringify(state.conflicts) : undefined}
      data-language={language}
      data-sign-in={localPath(language, `/sign-in?to=${encodeURIComponent('/drafts/signed-in')}`)}
      data-words={JSON.stringify(t.island)}
    >
      <form method="post" action={action} class="draft" autocomplete="off">
        <input type="hidden" name="draft" value={JSON.stringify({ id: state.id, versions })} />
        <DraftStatus draft={draft} language={language} />
        <noscript>
          <p class="note">{t.noScript}</p>
        </noscript>
        <div class="draft-people" aria-live="polite" />
        <Clashes draft={draft} language={language} />
        {children}
        <div class="actions">
          <button class="btn main" type="submit">
            {submit}
          </button>
          <button class="btn draft-save" type="submit" name="draft-only" value="1" formnovalidate>
            {t.save}
          </button>
          {state.id && (
            <>
              <a class="btn bare" href={localPath(language, `/drafts/${state.id}/history`)}>
                {t.history}
              </a>
              <button
                class="btn bare"
                type="submit"
                formaction={localPath(language, `/drafts/${state.id}/discard`)}
                formnovalidate
                data-discard
              >
                {t.discard}
              </button>
            </>
          )}
        </div>
        {!state.id && <p class="note">{kind.shared ? t.notYetShared : t.notYet}</p>}
      </form>
    </draft-form>
  )
}

/** The one line that says where the text is: on the server since when, or in the browser. */
export function DraftStatus({ draft, language }: { draft: Draft; language: Language }) {
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

export const valueText = (value: Value | null): string =>
  value === null ? '' : typeof value === 'string' ? value : value.join(', ')
