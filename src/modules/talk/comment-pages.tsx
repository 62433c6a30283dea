import type { ComponentChildren } from 'preact'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Subject } from '../../kernel/subject.ts'
import { ErrorSummary, type FieldError, PageHead } from '../../ui/index.ts'
import { DraftForm, DraftWords, draftFor, takeForm } from '../drafts/index.ts'
import {
  addComment,
  editComment,
  findComment,
  findTalk,
  hideComment,
  listComments,
  resolveComment,
} from './comment-actions.ts'
import { changedComment, draftsUnder, hiddenComment } from './comment-drafts.ts'
import { CommentForm, CommentText, commentDraft } from './comment-form.tsx'
import type { SaidComment } from './comment-queries.ts'
import { audienceAt, HideForm, type Talked } from './comments-view.tsx'
import { complaint } from './error-text.ts'
import { follow } from './notification-actions.ts'
import { audiences } from './rules.ts'
import { text } from './text.ts'

const audienceOf = (said: string) => audiences.find((a) => a === said)
const isWide = 'public' // the audience where none is asked: whoever sees the subject

async function add(request: PageRequest): Promise<PageAnswer> {
  const form = await request.form()
  const subject = { kind: form.get('kind') ?? '', id: form.get('id') ?? '' }
  const talked = await talkOf(request, subject)
  const parent = form.get('parent')
  const first = parent ? talked.items.find((c) => c.id === parent) : undefined
  if (parent && !first) throw new Refusal('missing', 'comment.missing', [complaint('noComment')])
  const asked = audienceAt(talked, first)
  const place = asked.places && asked.places.length === 1 ? asked.places[0]!.id : undefined
  return takeForm(
    request,
    commentDraft(asked),
    async (sent) => {
      const ecosystem = sent.text('ecosystem') || place
      const said = {
        ...subject,
        text: sent.text('text'),
        audience: audienceOf(sent.text('audience')) ?? isWide,
        ...(parent && { parent }),
        ...(ecosystem && { ecosystem }),
      }
      return (await request.perform(addComment, said, sent.draft)).path
    },
    (errors) => again(request, talked, errors, first),
  )
}

const talkOf = async (request: PageRequest, subject: Subject): Promise<Talked> => {
  const found = await request.perform(listComments, subject)
  return { subject, ...found, drafts: await draftsUnder(request, subject, found.items) }
}

/** The same form with what was typed, and what is wrong with it: nothing typed is lost. */
async function again(
  request: PageRequest,
  before: Talked,
  errors: readonly FieldError[],
  first?: SaidComment,
): Promise<PageAnswer> {
  const talked = await talkOf(request, before.subject)
  const { language } = request
  const t = text[language]
  return notSentPage(
    request,
    errors,
    `text-${first?.id ?? 'new'}`,
    <CommentForm
      {...audienceAt(talked, first)}
      label={first ? t.answerTo(first.author) : t.comment}
      error={errors[0]?.text}
      names={talked.names}
      drafts={talked.drafts}
      action={request.link('/comments')}
      language={language}
    />,
  )
}

const notSentPage = (
  { language }: PageRequest,
  errors: readonly FieldError[],
  field: string,
  form: ComponentChildren,
): PageAnswer => ({
  as: 'page',
  title: text[language].notSent,
  robots: 'noindex',
  status: 422,
  body: (
    <>
      <PageHead title={text[language].notSent} />
      <ErrorSummary errors={errors.map((e) => ({ ...e, name: field }))} language={language} />
      <DraftWords language={language} />
      {form}
    </>
  ),
})

async function edit(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const found = await request.perform(findComment, { comment: request.params.id })
  const form = { kind: changedComment, subject: found.comment, before: { text: found.text } }
  return takeForm(
    request,
    form,
    async (sent) => {
      const said = { comment: found.comment, text: sent.text('text') }
      return (await request.perform(editComment, said, sent.draft)).path
    },
    async (errors) => {
      const { names } = await request.perform(listComments, { kind: found.kind, id: found.id })
      const draft = await draftFor(request, changedComment, found.comment, form.before)
      const field = { id: `f-edit-${found.comment}`, label: text[language].comment, rows: 4 }
      return notSentPage(
        request,
        errors,
        `edit-${found.comment}`,
        <DraftForm
          draft={draft}
          action={request.link(`/comments/${found.comment}/edit`)}
          submit={text[language].save}
          language={language}
          compact
        >
          <CommentText {...field} {...{ draft, names, language }} error={errors[0]?.text} />
        </DraftForm>,
      )
    },
  )
}

async function hide(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const { comment } = await request.perform(findComment, { comment: request.params.id })
  const form = { kind: hiddenComment, subject: comment, before: { reason: '' } }
  return takeForm(
    request,
    form,
    async (sent) =>
      (await request.perform(hideComment, { comment, reason: sent.text('reason') }, sent.draft)).path,
    async (errors) =>
      notSentPage(
        request,
        errors,
        `reason-${comment}`,
        <HideForm
          comment={{ id: comment }}
          draft={await draftFor(request, hiddenComment, comment, form.before)}
          error={errors[0]?.text}
          action={request.link(`/comments/${comment}/hide`)}
          language={language}
        />,
      ),
  )
}

/** Where somebody goes on who has begun to write: the field itself. */
const fieldAt = (path: string, field: string) => `${path.replace(/#.*$/, '')}#${field}`

async function place(request: PageRequest): Promise<PageAnswer> {
  const { id } = request.params
  const { path } = await request.perform(findComment, { comment: id })
  const write = request.url.searchParams.get('write')
  const field =
    write && ({ answer: 'f-text', edit: 'f-edit', hide: 'f-reason' } as Record<string, string>)[write]
  return { as: 'redirect', to: request.link(field ? fieldAt(path, `${field}-${id}`) : path) }
}

/** A button on a comment that comes back to it. */
const deed = (
  name: string,
  run: (
    request: PageRequest,
    comment: string,
    form: Awaited<ReturnType<PageRequest['form']>>,
  ) => Promise<{ path: string }>,
): Page => ({
  method: 'POST',
  path: `/comments/{id}/${name}`,
  run: async (request) => {
    const { path } = await run(request, request.params.id!, await request.form())
    return { as: 'redirect', to: request.link(path) }
  },
})

export const commentPages: readonly Page[] = [
  { method: 'POST', path: '/comments', run: add },
  {
    method: 'GET',
    path: '/comments',
    run: async (request) => {
      const { kind, id } = Object.fromEntries(request.url.searchParams)
      const { path } = await request.perform(findTalk, { kind, id })
      return { as: 'redirect', to: request.link(fieldAt(path, 'f-text-new')) }
    },
  },
  { method: 'GET', path: '/comments/{id}', run: place },
  { method: 'POST', path: '/comments/{id}/edit', run: edit },
  deed('resolve', (request, comment) => request.perform(resolveComment, { comment, resolved: true })),
  deed('reopen', (request, comment) => request.perform(resolveComment, { comment, resolved: false })),
  { method: 'POST', path: '/comments/{id}/hide', run: hide },
  deed('show', (request, comment) => request.perform(hideComment, { comment, reason: null })),
  {
    method: 'POST',
    path: '/follow',
    run: async (request) => {
      const form = await request.form()
      const { path } = await request.perform(follow, {
        kind: form.get('kind'),
        id: form.get('id'),
        following: form.get('following') === 'yes',
      })
      return {
        as: 'redirect',
        to: request.link(form.get('back') === 'settings' ? '/notifications/settings' : `${path}#talk`),
      }
    },
  },
]
