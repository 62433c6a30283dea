import { sameValue, type Value } from '../../engine/merging/index.ts'
import type { DraftAddress, DraftKind } from '../../kernel/draft.ts'
import { newId } from '../../kernel/id.ts'
import type { PageRequest, PostedForm } from '../../kernel/page.ts'
import { getDraft, notBegun, ownDrafts } from './actions.ts'
import { saveDraft } from './save.ts'
import type { DraftState, Saved } from './schemas.ts'

/** A form's fields before the draft: every field that the form has, lists for those with several answers. */
export type Before = Readonly<Record<string, Value | null | undefined>>

/** A form as it has been filled in so far: what `DraftForm` and its fields are given. */
export type Draft = {
  kind: DraftKind
  state: DraftState
  person: string
  /** What stands in a field of one answer; where two clash, one's own. */
  text: (name: string) => string
  /** What stands in a field of several answers. */
  list: (name: string) => readonly string[]
}

/** Reads the draft of a form for a page: `const draft = await draftFor(request, editOrganisation, id, record)`. */
export async function draftFor(
  request: PageRequest,
  kind: DraftKind,
  subject: string,
  before: Before,
): Promise<Draft> {
  return draftOf(request, kind, await request.perform(getDraft, { kind: kind.kind, subject }), before)
}

/** The drafts of a page's many forms; `before` is what stands in a form that was not begun. */
export type DraftOf = (kind: DraftKind, subject: string, before: Before) => Draft

/** Reads one's own drafts of many forms at once. */
export async function draftsFor(
  request: Pick<PageRequest, 'perform' | 'actor'>,
  forms: readonly { kind: DraftKind; subject: string }[],
): Promise<DraftOf> {
  const asked = forms.map(({ kind, subject }) => ({ kind: kind.kind, subject }))
  const { items } = await request.perform(ownDrafts, { forms: asked })
  return (kind, subject, before) => {
    const begun = items.find((d) => d.kind === kind.kind && d.subject === subject)
    return draftOf(request, kind, begun ?? notBegun(kind.kind, subject), before)
  }
}

function draftOf(
  { actor }: Pick<PageRequest, 'actor'>,
  kind: DraftKind,
  state: DraftState,
  before: Before,
): Draft {
  const current = currentOf(state, before)
  return {
    kind,
    state,
    person: actor.kind === 'person' ? actor.id : '',
    text: (name) => {
      const value = current(name)
      return typeof value === 'string' ? value : (value[0] ?? '')
    },
    list: (name) => {
      const value = current(name)
      return typeof value === 'string' ? (value === '' ? [] : [value]) : value
    },
  }
}

const currentOf =
  (state: DraftState, before: Before) =>
  (name: string): Value =>
    state.conflicts.find((c) => c.name === name)?.mine ??
    state.fields.find((f) => f.name === name)?.value ??
    before[name] ??
    ''

export type Posted =
  /** "Save draft" was pressed, or another's text was taken: show the form again. */
  | { state: 'saved' }
  /** Somebody has changed the same words: show the form again, it says which. */
  | { state: 'clash' }
  /** To be sent: what the fields are now, others' changes among them. */
  | { state: 'send'; values: Record<string, Value>; draft: DraftAddress }

/**
 * Takes a posted form in: what changed is kept in the draft first, in the same way as when script does it, so that
 * nobody's text is overwritten and a refusal afterwards costs nothing.
 */
export async function postedDraft(
  request: PageRequest,
  kind: DraftKind,
  subject: string,
  before: Before,
  form: PostedForm,
): Promise<Posted> {
  const address = { kind: kind.kind, subject }
  const state = await request.perform(getDraft, address)
  const seen = seenOf(form.get('draft'))
  const take = form.get('draft-take')
  const held = new Map(state.fields.map((f) => [f.name, f]))
  const values: Record<string, Value> = {}
  const fields = Object.keys(before).flatMap((name) => {
    const field = held.get(name)
    const clash = state.conflicts.find((c) => c.name === name)
    const posted =
      take === name && clash?.theirs.value ? clash.theirs.value : postedValue(form, name, before[name])
    values[name] = posted
    const base = seen[name] ?? 0
    const now = field?.value ?? before[name] ?? emptyLike(posted)
    if (sameValue(posted, now) && !clash) return []
    return [{ name, value: posted, base, ...(base === 0 && { from: before[name] ?? emptyLike(posted) }) }]
  })
  if (fields.length > 0) {
    const saved = await request.perform(saveDraft, { ...address, operation: newId(), fields })
    for (const field of saved.fields) values[field.name] = field.value ?? before[field.name] ?? ''
    if (saved.conflicts.length > 0) return { state: clashOrSaved(form, saved) }
  }
  return form.get('draft-only') || take ? { state: 'saved' } : { state: 'send', values, draft: address }
}

const clashOrSaved = (form: PostedForm, saved: Saved): 'clash' | 'saved' =>
  saved.conflicts.length === 0 && form.get('draft-only') ? 'saved' : 'clash'

const emptyLike = (value: Value): Value => (typeof value === 'string' ? '' : [])

/** A browser sends line ends as CR LF, and nothing at all of boxes that are not ticked. */
function postedValue(form: PostedForm, name: string, before: Value | null | undefined): Value {
  if (Array.isArray(before)) return form.all(name)
  return (form.get(name) ?? '').replaceAll('\r\n', '\n')
}

/** The versions that the person saw, from the form's hidden field. */
function seenOf(written: string | undefined): Record<string, number> {
  try {
    const read: unknown = JSON.parse(written ?? '{}')
    const versions = (read as { versions?: unknown }).versions ?? {}
    return Object.fromEntries(
      Object.entries(versions as object).filter((e): e is [string, number] => Number.isInteger(e[1])),
    )
  } catch {
    return {}
  }
}
