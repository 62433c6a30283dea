import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { pick } from '../../kernel/text.ts'
import { ErrorSummary, type FieldError, PageHead, TextField } from '../../ui/index.ts'
import {
  acceptKeeping,
  declineKeeping,
  enterByKeeperInvitation,
  showKeeperInvitation,
} from './keeper-actions.ts'
import { keeperText as text } from './keeper-text.ts'

const path = '/profile-invitation'

/** Looking at the letter's page uses nothing up: only its buttons do. */
async function invitationPage(
  request: PageRequest,
  token = request.url.searchParams.get('token') ?? '',
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const { language, link } = request
  const t = text[language]
  const { names, inviter, known } = await request.perform(showKeeperInvitation, { token })
  const here = `${path}?token=${encodeURIComponent(token)}`
  const isVisitor = request.actor.kind === 'visitor'
  if (isVisitor && known) return { as: 'redirect', to: `${link('/sign-in')}?to=${encodeURIComponent(here)}` }
  const title = t.invitationTitle(pick(names, language)?.text ?? '')
  return {
    as: 'page',
    sheet: 'network',
    title,
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 as const }),
    body: (
      <div class="profile-invitation">
        <PageHead title={title} lead={t.invitationLead(inviter ?? t.somebody)} />
        <ErrorSummary errors={errors} language={language} />
        <p>{t.invitationWhat}</p>
        <form method="post" action={link(isVisitor ? `${path}/enter` : path)} noValidate>
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
        <form method="post" action={link(`${path}/decline`)}>
          <input type="hidden" name="token" value={token} />
          <button class="btn bare" type="submit">
            {t.decline}
          </button>
        </form>
      </div>
    ),
  }
}

/** Who is not known yet gives their name and signs in with a fresh link, which leads back to the invitation. */
async function enter(request: PageRequest): Promise<PageAnswer> {
  const { language, link } = request
  const form = await request.form()
  const token = form.get('token') ?? ''
  try {
    const entered = await request.perform(enterByKeeperInvitation, {
      token,
      name: form.get('name') ?? '',
      language,
    })
    const to = `${path}?token=${encodeURIComponent(token)}`
    const query = new URLSearchParams({ ...(entered.link && { token: entered.link }), to })
    return { as: 'redirect', to: `${link('/sign-in')}?${query}` }
  } catch (error) {
    return invitationPage(request, token, formErrors(error, language))
  }
}

async function accept(request: PageRequest): Promise<PageAnswer> {
  const token = (await request.form()).get('token')
  const { id } = await request.perform(acceptKeeping, { token })
  return { as: 'redirect', to: request.link(`/organisations/${id}/profile`) }
}

async function decline(request: PageRequest): Promise<PageAnswer> {
  const token = (await request.form()).get('token')
  await request.perform(declineKeeping, { token })
  const t = text[request.language]
  return {
    as: 'page',
    sheet: 'network',
    title: t.declined,
    robots: 'noindex',
    body: <PageHead title={t.declined} lead={t.declinedLead} />,
  }
}

export const invitationPages: readonly Page[] = [
  { method: 'GET', path, run: (request) => invitationPage(request) },
  { method: 'POST', path, run: accept },
  { method: 'POST', path: `${path}/enter`, run: enter },
  { method: 'POST', path: `${path}/decline`, run: decline },
]
