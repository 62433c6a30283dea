import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import {
  ErrorSummary,
  type FieldError,
  PageHead,
  Section,
  SelectField,
  Table,
  TextField,
} from '../../ui/index.ts'
import { DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { applicationPath, levels } from './application.ts'
import { inviteDraft } from './deed-drafts.ts'
import { applicationPage } from './frame.tsx'
import { pageText } from './page-text.ts'
import {
  changeRight,
  endRightOf,
  enterByInvitation,
  inviteToApplication,
  joinApplication,
  listPeople,
  revokeApplicationInvitation,
  showApplicationInvitation,
} from './people-actions.ts'
import { readApplication } from './read-actions.ts'
import { isAnyOpen } from './standing.ts'

const before = { email: '', level: 'edit' }

async function peoplePage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const { id = '' } = request.params
  const t = pageText[language].people
  const found = await request.perform(readApplication, { application: id })
  const { items, invited, level } = await request.perform(listPeople, { application: id })
  const own = applicationPath({ id })
  const leads = level === 'submit'
  const choices = levels.map((value) => ({ value, label: t.levels[value] }))
  const errorOf = (field: string) => errors.find((e) => e.name === field)?.text
  return applicationPage(
    request,
    found,
    { heading: t.title, lead: t.lead, ...(errors.length > 0 && { status: 422 as const }) },
    <>
      <ErrorSummary errors={errors} language={language} />
      <Table
        caption={t.title}
        language={language}
        cards
        rows={items}
        columns={[
          { label: t.name, heading: true, cell: (p) => p.name },
          { label: t.organisation, cell: (p) => p.organisation ?? '', phone: 'line' },
          {
            label: t.right,
            phone: 'line',
            cell: (p) =>
              leads ? (
                <form method="post" action={link(`${own}/people/${p.person}`)} class="inline">
                  <select name="level" aria-label={`${t.right}: ${p.name}`}>
                    {choices.map((c) => (
                      <option value={c.value} selected={c.value === p.level}>
                        {c.label}
                      </option>
                    ))}
                  </select>
                  <button class="btn bare" type="submit" name="deed" value="change">
                    {t.save}
                    <span class="vh">: {p.name}</span>
                  </button>
                  <button class="btn bare" type="submit" name="deed" value="end">
                    {t.end}
                    <span class="vh">: {p.name}</span>
                  </button>
                </form>
              ) : (
                t.levels[p.level]
              ),
          },
        ]}
      />
      {invited.length > 0 && (
        <Section title={t.invited}>
          <ul>
            {invited.map((i) => (
              <li>
                <form method="post" action={link(`${own}/people/invitations/${i.id}/revoke`)} class="inline">
                  {i.email}, {t.levels[i.level]}, {t.until(formatInstant(i.until, language))}{' '}
                  <button class="btn bare" type="submit">
                    {t.revoke}
                    <span class="vh">: {i.email}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {leads && (isAnyOpen(found.writing!.opened) || found.application.state !== 'withdrawn') && (
        <Section title={t.invite}>
          <InviteForm
            request={request}
            errorOf={errorOf}
            draft={await draftFor(request, inviteDraft, id, before)}
          />
        </Section>
      )}
    </>,
  )
}

function InviteForm({
  request,
  draft,
  errorOf,
}: {
  request: PageRequest
  draft: Awaited<ReturnType<typeof draftFor>>
  errorOf: (field: string) => string | undefined
}) {
  const { language, link } = request
  const t = pageText[language].people
  return (
    <DraftForm
      draft={draft}
      action={link(`${applicationPath({ id: request.params.id! })}/people`)}
      submit={t.send}
      language={language}
    >
      <TextField
        name="email"
        type="email"
        label={t.email}
        error={errorOf('email')}
        value={draft.text('email')}
        language={language}
      />
      <SelectField
        name="level"
        label={t.right}
        value={draft.text('level')}
        choices={levels.map((value) => ({ value, label: t.levels[value] }))}
        language={language}
      />
    </DraftForm>
  )
}

const back = (request: PageRequest): PageAnswer => ({
  as: 'redirect',
  to: request.link(`${applicationPath({ id: request.params.id! })}/people`),
})

/** Looking at the letter's page uses nothing up: only its button does. */
async function invitationPage(
  request: PageRequest,
  token = request.url.searchParams.get('token') ?? '',
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const { language, link } = request
  const t = pageText[language].invitation
  const here = `/applications/invitation?token=${encodeURIComponent(token)}`
  const { title, call, known } = await request.perform(showApplicationInvitation, { token })
  const isVisitor = request.actor.kind === 'visitor'
  if (isVisitor && known) return { as: 'redirect', to: `${link('/sign-in')}?to=${encodeURIComponent(here)}` }
  return {
    as: 'page',
    title: t.title,
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 as const }),
    body: (
      <>
        <PageHead title={t.title} lead={t.lead(title, pick(call, language)?.text ?? '')} />
        <ErrorSummary errors={errors} language={language} />
        <form method="post" action={link(`/applications/invitation${isVisitor ? '/enter' : ''}`)} noValidate>
          <input type="hidden" name="token" value={token} />
          {isVisitor && (
            <TextField
              name="name"
              label={t.yourName}
              autocomplete="name"
              error={errors.find((e) => e.name === 'name')?.text}
              language={language}
            />
          )}
          <button class="btn main" type="submit">
            {isVisitor ? t.enter : t.accept}
          </button>
        </form>
      </>
    ),
  }
}

/** Who is not known yet gives their name and signs in with a fresh link, which leads back to the invitation. */
async function enter(request: PageRequest): Promise<PageAnswer> {
  const { language, link } = request
  const form = await request.form()
  const token = form.get('token') ?? ''
  const to = `/applications/invitation?token=${encodeURIComponent(token)}`
  try {
    const entered = await request.perform(enterByInvitation, {
      token,
      name: form.get('name') ?? '',
      language,
    })
    const query = new URLSearchParams({ ...(entered.link && { token: entered.link }), to })
    return { as: 'redirect', to: `${link('/sign-in')}?${query}` }
  } catch (error) {
    return invitationPage(request, token, formErrors(error, language))
  }
}

export const peoplePages: readonly Page[] = [
  { method: 'GET', path: '/applications/invitation', run: (request) => invitationPage(request) },
  { method: 'POST', path: '/applications/invitation/enter', run: enter },
  {
    method: 'POST',
    path: '/applications/invitation',
    run: async (request) => {
      const token = (await request.form()).get('token') ?? ''
      const { path } = await request.perform(joinApplication, { token })
      return { as: 'redirect', to: request.link(path) }
    },
  },
  { method: 'GET', path: '/applications/{id}/people', run: (request) => peoplePage(request) },
  {
    method: 'POST',
    path: '/applications/{id}/people',
    run: (request) => {
      const { id = '' } = request.params
      return takeForm(
        request,
        { kind: inviteDraft, subject: id, before },
        async (sent) => {
          const said = { application: id, email: sent.text('email'), level: sent.text('level') }
          await request.perform(inviteToApplication, said, sent.draft)
          return `${applicationPath({ id })}/people`
        },
        (errors) => peoplePage(request, errors),
      )
    },
  },
  {
    method: 'POST',
    path: '/applications/{id}/people/{person}',
    run: async (request) => {
      const form = await request.form()
      const which = { application: request.params.id, person: request.params.person }
      if (form.get('deed') === 'end') await request.perform(endRightOf, which)
      else await request.perform(changeRight, { ...which, level: form.get('level') })
      return back(request)
    },
  },
  {
    method: 'POST',
    path: '/applications/{id}/people/invitations/{invitation}/revoke',
    run: async (request) => {
      const { id: application, invitation } = request.params
      await request.perform(revokeApplicationInvitation, { application, invitation })
      return back(request)
    },
  },
]
