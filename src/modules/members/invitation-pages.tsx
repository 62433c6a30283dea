import type { ComponentChildren } from 'preact'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { FieldError } from '../../ui/index.ts'
import { draftFor, type Sent, takeForm } from '../drafts/index.ts'
import {
  getInvitation,
  holds,
  invitationText,
  invite,
  openInvitations,
  qrSvg,
  resend,
  revoke,
} from '../people/index.ts'
import { InvitationLinkView, InvitationsView, InviteForm } from './invitation-view.tsx'
import { newInvitation } from './member-drafts.ts'

type Told = Extract<PageAnswer, { as: 'page' }>

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

/** The form, and what stands in it before somebody writes. */
const formOf = ({ language }: PageRequest) => ({
  kind: newInvitation,
  subject: 'new',
  before: {
    how: 'mail',
    email: '',
    name: '',
    office: '',
    ecosystem: '',
    organisation: '',
    language,
    days: '14',
    places: '1',
  },
})

async function showForm(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, actor } = request
  const { ecosystems, everywhere } = await request.perform(openInvitations, {})
  const administrator = holds(actor, ['administrator'])
  const { kind, subject, before } = formOf(request)
  const draft = await draftFor(request, kind, subject, before)
  const view = <InviteForm {...{ language, ecosystems, everywhere, administrator, draft, errors }} />
  return page(request, invitationText[language].new, view, errors.length > 0 ? 422 : 200)
}

/** What the schema cannot say in the form's own words. */
function wrongIn({ text: said }: Sent, request: PageRequest): FieldError[] {
  const t = invitationText[request.language]
  const byLink = said('how') === 'link'
  const within = (name: string, most: number) => {
    const n = Number(said(name))
    return Number.isInteger(n) && n >= 1 && n <= most
  }
  const wrong: (readonly [boolean, string, string])[] = [
    [!byLink && !/^\S+@\S+\.\S+$/.test(said('email')), 'email', t.emailWrong],
    [!said('office'), 'office', t.officeMissing],
    [!said('ecosystem'), 'ecosystem', t.placeMissing],
    [!within('days', 90), 'days', t.daysWrong],
    [byLink && !within('places', 200), 'places', t.placesWrong],
  ]
  return wrong.flatMap(([is, name, text]) => (is ? [{ name, text }] : []))
}

const make = (request: PageRequest): Promise<PageAnswer> =>
  takeForm(
    request,
    formOf(request),
    async (sent) => {
      const { text: said, draft } = sent
      const wrong = wrongIn(sent, request)
      if (wrong.length > 0) return wrong
      const byLink = said('how') === 'link'
      const invitation = {
        ...(!byLink && { email: said('email') }),
        ...(said('name') && { name: said('name') }),
        ...(said('organisation') && { organisation: said('organisation') }),
        office: said('office'),
        ecosystem: said('ecosystem') === 'everywhere' ? null : said('ecosystem'),
        language: said('language'),
        days: said('days'),
        ...(byLink && { places: said('places') }),
      }
      try {
        const { id } = await request.perform(invite, invitation, draft)
        return byLink ? `/members/invitations/${id}` : '/members/invitations?done=sent'
      } catch (error) {
        if (!(error instanceof Refusal) || error.kind !== 'forbidden') throw error
        return [{ name: 'office', text: invitationText[request.language].mayNot }]
      }
    },
    (errors) => showForm(request, errors),
  )

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
