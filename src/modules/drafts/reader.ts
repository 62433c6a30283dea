import { z } from 'zod'
import { sameValue, type Value } from '../../engine/merging/index.ts'
import type { DraftAddress, DraftKind } from '../../kernel/draft.ts'
import { newId } from '../../kernel/id.ts'
import type { PageRequest, PostedForm } from '../../kernel/page.ts'
import { getDraft, notBegun, ownDrafts } from './actions.ts'
import { emptyLike, type Meanwhile, sinceTyped } from './rules.ts'
import { saveDraft } from './save.ts'
import { type DraftState, type Saved, value } from './schemas.ts'

/** A form's fields before the draft: every field that the form has, lists for those with several answers. */
export type Before = Readonly<Record<string, Value | null | undefined>>

/** A form as it has been filled in so far: what `DraftForm` and its fields are given. */
export type Draft = {
  kind: DraftKind
  state: DraftState
  person: string
  /** What stands in the record that the form changes, where it changes one. */
  record?: Before
  /** What another has saved in the record since, where one has changed the same oneself. */
  meanwhile: readonly { name: string; record: Value }[]
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
  const since = kind.changes ? sinceDraft(state, before) : []
  const current = currentOf(state, before, since)
  return {
    kind,
    state,
    ...(kind.changes && { record: before }),
    meanwhile: since.flatMap(({ name, news }) =>
      news.is === 'asked' ? [{ name, record: news.record }] : [],
    ),
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

type Since = { name: string; news: Meanwhile }

/** What has become of the record under each field that was typed in. */
const sinceDraft = (state: DraftState, before: Before): Since[] =>
  state.fields.flatMap(({ name, value, onto }) =>
    value === null || !Object.hasOwn(before, name)
      ? []
      : [{ name, news: sinceTyped(value, onto ?? emptyLike(value), before[name] ?? emptyLike(value)) }],
  )

const currentOf =
  (state: DraftState, before: Before, since: readonly Since[]) =>
  (name: string): Value =>
    state.conflicts.find((c) => c.name === name)?.mine ??
    mergedIn(since, name) ??
    state.fields.find((f) => f.name === name)?.value ??
    before[name] ??
    ''

function mergedIn(since: readonly Since[], name: string): Value | undefined {
  const news = since.find((s) => s.name === name)?.news
  return news?.is === 'merged' ? news.value : undefined
}

export type Posted =
  /** "Save draft" was pressed, or another's text was taken: show the form again. */
  | { state: 'saved' }
  /** Somebody has changed the same words, in the draft or in the record: show the form again, it says which. */
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
  let asks = false
  const fields = Object.keys(before).flatMap((name) => {
    const field = held.get(name)
    const clash = state.conflicts.find((c) => c.name === name)
    const posted = postedValue(form, name, before[name])
    const record = before[name] ?? emptyLike(posted)
    // What stood in the record when the person was shown the form.
    const was = kind.changes && seen.was ? (seen.was[name] ?? emptyLike(posted)) : record
    const onto = field && field.value !== null ? (field.onto ?? emptyLike(posted)) : was
    const news: Meanwhile = sameValue(was, record) ? { is: 'typed' } : sinceTyped(posted, onto, record)
    const asked = news.is === 'asked' && take !== name
    asks ||= asked
    const said = take === name ? (clash?.theirs.value ?? record) : news.is === 'merged' ? news.value : posted
    values[name] = said
    const base = seen.versions[name] ?? 0
    const from = field || asked ? was : record
    if (sameValue(said, field?.value ?? from) && !clash) return []
    return [{ name, value: said, base, ...(base === 0 && { from }) }]
  })
  if (fields.length > 0) {
    const saved = await request.perform(saveDraft, { ...address, operation: newId(), fields })
    for (const field of saved.fields) values[field.name] = field.value ?? before[field.name] ?? ''
    if (saved.conflicts.length > 0) return { state: clashOrSaved(form, saved) }
  }
  if (asks) return { state: 'clash' }
  return form.get('draft-only') || take ? { state: 'saved' } : { state: 'send', values, draft: address }
}

const clashOrSaved = (form: PostedForm, saved: Saved): 'clash' | 'saved' =>
  saved.conflicts.length === 0 && form.get('draft-only') ? 'saved' : 'clash'

/** A browser sends line ends as CR LF, and nothing at all of boxes that are not ticked. */
function postedValue(form: PostedForm, name: string, before: Value | null | undefined): Value {
  if (Array.isArray(before)) return form.all(name)
  return (form.get(name) ?? '').replaceAll('\r\n', '\n')
}

type Shown = { versions: Record<string, number>; was?: Record<string, Value> | undefined }

const shown = z.object({
  versions: z.record(z.string(), z.int()).catch({}),
  was: z.record(z.string(), value).optional().catch(undefined),
})

/** The versions that the person saw, and what stood in the record, from the form's hidden field. */
function seenOf(written: string | undefined): Shown {
  try {
    return shown.safeParse(JSON.parse(written || '{}')).data ?? { versions: {} }
  } catch {
    return { versions: {} }
  }
}
