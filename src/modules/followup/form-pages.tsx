import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { ErrorSummary, type FieldError, PageHead } from '../../ui/index.ts'
import { DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { saveItem } from './actions.ts'
import { type Item, isKind, type Kind } from './content.ts'
import { changedItem, newItem } from './drafts.ts'
import { refuse } from './fault-text.ts'
import { fieldsBefore, ItemFields } from './fields.tsx'
import { formText } from './form-text.ts'
import { OverProject, pageOf } from './frame.tsx'
import { followupPath } from './paths.ts'
import { getFollowup, getItem } from './read-actions.ts'
import { text } from './text.ts'

/** How a thing is called where its kind has no title of its own. */
export const titleOf = ({ kind, content }: Item, language: PageRequest['language']): string =>
  content.title || text[language].one[kind]

/** The form that the address asks for: of a new thing, or of the change of one. */
async function formOf(request: PageRequest) {
  const { project = '', kind: asked = '', entry } = request.params
  const { language } = request
  if (!entry) {
    if (!isKind(asked)) throw refuse('missing', 'noItem')
    const kind: Kind = asked
    const { followed, budget, writes } = await request.perform(getFollowup, { project })
    if (!writes) throw refuse('forbidden', 'notYours')
    const before = fieldsBefore(kind, undefined, budget.lines, language)
    return {
      followed,
      lines: budget.lines,
      kind,
      item: undefined,
      title: text[language].add[kind],
      draft: { kind: newItem, subject: `${project}:${kind}`, before },
    }
  }
  const { told, versions } = await request.perform(getItem, { project, entry })
  const item = versions[0]!
  if (!told.writes) throw refuse('forbidden', 'notYours')
  if (item.endedAt) throw refuse('conflict', 'ended')
  if (item.content.change === 'approved') throw refuse('conflict', 'settled')
  const before = fieldsBefore(item.kind, item, told.budget.lines, language)
  return {
    followed: told.followed,
    lines: told.budget.lines,
    kind: item.kind,
    item,
    title: formText[language].changeOf(titleOf(item, language)),
    draft: { kind: changedItem, subject: `${project}:${entry}`, before },
  }
}

async function formPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const { followed, lines, kind, item, title, draft: kept } = await formOf(request)
  const draft = await draftFor(request, kept.kind, kept.subject, kept.before)
  const f = formText[language]
  return pageOf(request, followed, {
    title,
    refused: errors.length > 0,
    crumbs: [{ text: title }],
    body: (
      <>
        <PageHead over={<OverProject {...{ followed, request }} />} title={title} lead={f.leads[kind]} />
        <ErrorSummary errors={errors} language={language} />
        <DraftForm
          draft={draft}
          action={link(kept.kind.path(kept.subject))}
          submit={kind === 'change' ? f.ask : f.save}
          language={language}
        >
          <ItemFields changes={item !== undefined} {...{ kind, lines, draft, errors, language }} />
        </DraftForm>
      </>
    ),
  })
}

async function save(request: PageRequest): Promise<PageAnswer> {
  const form = await formOf(request)
  const { project } = form.followed
  return takeForm(
    request,
    form.draft,
    async ({ text: get, draft }) => {
      const names = Object.keys(form.draft.before).filter((name) => name !== 'reason')
      const { entry } = await request.perform(
        saveItem,
        {
          project,
          kind: form.kind,
          ...(form.item && { entry: form.item.entry, reason: get('reason') }),
          fields: Object.fromEntries(names.map((name) => [name, get(name)])),
        },
        draft,
      )
      return followupPath(project, `/items/${entry}`)
    },
    (errors) => formPage(request, errors),
  )
}

export const formPages: readonly Page[] = [
  { method: 'GET', path: '/followup/{project}/new/{kind}', run: (request) => formPage(request) },
  { method: 'POST', path: '/followup/{project}/new/{kind}', run: save },
  { method: 'GET', path: '/followup/{project}/items/{entry}/edit', run: (request) => formPage(request) },
  { method: 'POST', path: '/followup/{project}/items/{entry}/edit', run: save },
]
