import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { ErrorSummary, PageHead } from '../../ui/index.ts'
import {
  addComment,
  editComment,
  findComment,
  hideComment,
  listComments,
  resolveComment,
} from './comment-actions.ts'
import { CommentForm } from './comment-form.tsx'
import { follow } from './notification-actions.ts'
import { audiences } from './rules.ts'
import { text } from './text.ts'

const audienceOf = (said: string | undefined) => audiences.find((a) => a === said)

async function add(request: PageRequest): Promise<PageAnswer> {
  const form = await request.form()
  const said = {
    kind: form.get('kind') ?? '',
    id: form.get('id') ?? '',
    text: form.get('text') ?? '',
    audience: audienceOf(form.get('audience')),
    ...(form.get('parent') && { parent: form.get('parent') }),
    ...(form.get('ecosystem') && { ecosystem: form.get('ecosystem') }),
  }
  try {
    const { path } = await request.perform(addComment, said)
    return { as: 'redirect', to: request.link(path) }
  } catch (error) {
    if (error instanceof Refusal && error.kind !== 'missing') return again(request, said, error)
    throw error
  }
}

type SaidForm = {
  kind: string
  id: string
  text: string
  parent?: string | undefined
  ecosystem?: string | undefined
}

/** The same form with what was typed, and what is wrong with it: nothing typed is lost. */
async function again(request: PageRequest, said: SaidForm, refusal: Refusal): Promise<PageAnswer> {
  const { language } = request
  const t = text[language]
  const errors = refusal.complaints.map((c) => ({ name: 'text', text: c.text[language] }))
  const { names } = await request.perform(listComments, { kind: said.kind, id: said.id })
  return {
    as: 'page',
    title: t.notSent,
    robots: 'noindex',
    status: 422,
    body: (
      <>
        <PageHead title={t.notSent} />
        <ErrorSummary
          errors={errors.map((e) => ({ ...e, name: `text-${said.parent ?? 'new'}` }))}
          language={language}
        />
        <CommentForm
          subject={said}
          parent={said.parent}
          label={t.comment}
          value={said.text}
          error={errors[0]?.text}
          names={names}
          audience={said.parent ? undefined : 'agreement'}
          {...(said.ecosystem && { places: [{ id: said.ecosystem, name: {} }] })}
          action={request.link('/comments')}
          language={language}
        />
      </>
    ),
  }
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
    path: '/comments/{id}',
    run: async (request) => {
      const { path } = await request.perform(findComment, { comment: request.params.id })
      return { as: 'redirect', to: request.link(path) }
    },
  },
  deed('edit', (request, comment, form) =>
    request.perform(editComment, { comment, text: form.get('text') ?? '' }),
  ),
  deed('resolve', (request, comment) => request.perform(resolveComment, { comment, resolved: true })),
  deed('reopen', (request, comment) => request.perform(resolveComment, { comment, resolved: false })),
  deed('hide', (request, comment, form) =>
    request.perform(hideComment, { comment, reason: form.get('reason') ?? '' }),
  ),
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
