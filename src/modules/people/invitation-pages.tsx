import type { ComponentChildren } from 'preact'
import type { Page, PageAnswer, PageRequest, PostedForm } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { getInvitation, invite, openInvitations, resend, revoke } from './invitation-actions.ts'
import { invitationText } from './invitation-text.ts'
import { InvitationLinkView, InvitationsView, InviteForm } from './invitation-view.tsx'
import { qrSvg } from './qr.tsx'
import { holds } from './rules.ts'

type Told = Extract<PageAnswer, { as: 'page' }>
type Fault = { name: string; text: string }

function page(
  request: PageRequest,
  title: string,
  body: ComponentChildren,
  status: Told['status'] = 200,
): PageAnswer {
  const t = invitationText[request.language]
  const list = { text: t.title, href: request.link('/members/invitations') }
  const members = { text: t.members, href: request.link('/members') }
  const crumbs = title === t.title ? [members, { text: title }] : [members, list, { text: title }]
  return { as: 'page', title, robots: 'noindex', status, body, crumbs }
}

const told = ['sent', 'resent', 'revoked'] as const

async function showAll(request: PageRequest): Promise<PageAnswer> {
  const { language, url } = request
  const t = invitationText[language]
  const all = url.searchParams.get('state') === 'all'
  const { invitations } = await request.perform(openInvitations, { state: all ? 'all' : 'open' })
  const what = told.find((w) => w === url.searchParams.get('done'))
  return page(
    request,
    t.title,
    <InvitationsView {...{ invitations, all, language, done: what && t[what] }} />,
  )
}

async function showForm(
  request: PageRequest,
  typed: Record<string, string | undefined> = {},
  errors: readonly Fault[] = [],
): Promise<PageAnswer> {
  const { language, actor } = request
  const { ecosystems, everywhere } = await request.perform(openInvitations, {})
  const administrator = holds(actor, ['administrator'])
  const view = <InviteForm {...{ language, ecosystems, everywhere, administrator, typed, errors }} />
  return page(request, invitationText[language].new, view, errors.length > 0 ? 422 : 200)
}

const fields = [
  'how',
  'email',
  'name',
  'office',
  'ecosystem',
  'organisation',
  'language',
  'days',
  'places',
] as const

/** What the schema cannot say in the form's own words. */
function faultsOf(form: PostedForm, request: PageRequest): Fault[] {
  const t = invitationText[request.language]
  const within = (name: string, most: number) => {
    const n = Number(form.get(name))
    return Number.isInteger(n) && n >= 1 && n <= most
  }
  const wrong: (readonly [boolean, string, string])[] = [
    [
      form.get('how') !== 'link' && !/^\S+@\S+\.\S+$/.test(form.get('email')?.trim() ?? ''),
      'email',
      t.emailWrong,
    ],
    [!form.get('office'), 'office', t.officeMissing],
    [!form.get('ecosystem'), 'ecosystem', t.placeMissing],
    [!within('days', 90), 'days', t.daysWrong],
    [form.get('how') === 'link' && !within('places', 200), 'places', t.placesWrong],
  ]
  return wrong.flatMap(([is, name, text]) => (is ? [{ name, text }] : []))
}

async function make(request: PageRequest): Promise<PageAnswer> {
  const form = await request.form()
  const typed = Object.fromEntries(fields.map((name) => [name, form.get(name)]))
  const faults = faultsOf(form, request)
  if (faults.length > 0) return showForm(request, typed, faults)
  const byLink = typed.how === 'link'
  try {
    const { id } = await request.perform(invite, {
      ...(!byLink && { email: typed.email?.trim() }),
      ...(typed.name && { name: typed.name }),
      ...(typed.organisation?.trim() && { organisation: typed.organisation }),
      office: typed.office,
      ecosystem: typed.ecosystem === 'everywhere' ? null : typed.ecosystem,
      language: typed.language,
      days: typed.days,
      ...(byLink && { places: typed.places }),
    })
    const to = byLink ? `/members/invitations/${id}` : '/members/invitations?done=sent'
    return { as: 'redirect', to: request.link(to) }
  } catch (error) {
    if (!(error instanceof Refusal) || request.actor.kind === 'visitor') throw error
    const t = invitationText[request.language]
    if (error.kind === 'forbidden') return showForm(request, typed, [{ name: 'office', text: t.mayNot }])
    const said = error.complaints.map((c) => ({ name: c.field ?? 'how', text: c.text[request.language] }))
    return showForm(request, typed, said)
  }
}

async function showLink(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const { address, ...invitation } = await request.perform(getInvitation, { id: request.params.id })
  if (!address) return { as: 'redirect', to: request.link('/members/invitations') }
  const view = <InvitationLinkView {...{ invitation, address, svg: await qrSvg(address), language }} />
  return page(request, invitationText[language].linkTitle, view)
}

async function sendAgain(request: PageRequest): Promise<PageAnswer> {
  await request.perform(resend, { id: request.params.id })
  return { as: 'redirect', to: request.link('/members/invitations?done=resent') }
}

async function takeBack(request: PageRequest): Promise<PageAnswer> {
  await request.perform(revoke, { id: request.params.id })
  return { as: 'redirect', to: request.link('/members/invitations?done=revoked') }
}

export const invitationPages: readonly Page[] = [
  { method: 'GET', path: '/members/invitations', run: showAll },
  { method: 'GET', path: '/members/invitations/new', run: (request) => showForm(request) },
  { method: 'POST', path: '/members/invitations/new', run: make },
  { method: 'GET', path: '/members/invitations/{id}', run: showLink },
  { method: 'POST', path: '/members/invitations/{id}/resend', run: sendAgain },
  { method: 'POST', path: '/members/invitations/{id}/revoke', run: takeBack },
]
