import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { isLanguage, ownNames } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { type FieldError, Section, SelectField, Table, Tag, TextArea, TextField } from '../../ui/index.ts'
import { DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { askDraft, inviteDraft } from './drafts.ts'
import { editPage, errorIn, kept, nameOf, profilePath } from './edit-frame.tsx'
import {
  answerToKeep,
  askToKeep,
  endKeeping,
  inviteKeeper,
  readKeepers,
  revokeKeeperInvitation,
} from './keeper-actions.ts'
import { keeperText as text } from './keeper-text.ts'
import { type Profile, readProfile } from './read-actions.ts'
import { refuse } from './refusals.ts'

type Keepers = Awaited<ReturnType<typeof keepersAt>>
const keepersAt = (request: PageRequest) => request.perform(readKeepers, { id: request.params.id })

const inviteBefore = ({ language }: PageRequest) => ({ email: '', language })
const askBefore = { words: '' }

async function keepersPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const of = await kept(request)
  const found = await keepersAt(request)
  const { language, link } = request
  const t = text[language]
  const draft = await draftFor(request, inviteDraft, of.id, inviteBefore(request))
  return editPage(
    request,
    of,
    { heading: t.title, lead: t.lead, errors },
    <>
      {found.requests.length > 0 && <Requests of={of} found={found} request={request} />}
      <KeeperList of={of} found={found} request={request} />
      {found.invited.length > 0 && <Invited of={of} found={found} request={request} />}
      <Section title={t.invite} id="invite">
        <DraftForm
          draft={draft}
          action={link(profilePath(of, '/keepers'))}
          submit={t.send}
          language={language}
        >
          <TextField
            name="email"
            type="email"
            label={t.email}
            help={t.emailHelp}
            value={draft.text('email')}
            error={errorIn(errors)('email')}
            language={language}
          />
          <SelectField
            name="language"
            label={t.language}
            value={draft.text('language')}
            choices={Object.entries(ownNames).map(([value, label]) => ({ value, label }))}
            language={language}
          />
        </DraftForm>
      </Section>
    </>,
  )
}

type Part = { of: Profile; found: Keepers; request: PageRequest }

function Requests({ of, found, request: { language, link } }: Part) {
  const t = text[language]
  return (
    <Section title={t.requests} id="requests">
      <ul class="profile-kept">
        {found.requests.map((asked) => (
          <li>
            <div>
              <b>{asked.name}</b> <span class="quiet">{formatDay(dayIn(asked.at), language)}</span>
              <span class="sub">{asked.words}</span>
            </div>
            <form method="post" action={link(profilePath(of, `/requests/${asked.id}`))} class="actions">
              <button class="btn main" type="submit" name="deed" value="grant">
                {t.grant}
                <span class="vh">: {asked.name}</span>
              </button>
              <button class="btn" type="submit" name="deed" value="refuse">
                {t.refuse}
                <span class="vh">: {asked.name}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function KeeperList({ of, found, request: { language, link } }: Part) {
  const t = text[language]
  if (found.keepers.length === 0) return <p class="quiet">{t.none}</p>
  return (
    <Table
      caption={t.keepers}
      cards
      rows={found.keepers}
      language={language}
      columns={[
        { label: t.name, heading: true, cell: (k) => k.name },
        {
          label: t.since,
          class: 'when',
          cell: (k) => `${formatDay(dayIn(k.since), language)}, ${t.ways[k.way]}`,
        },
        {
          label: t.end,
          cell: (k) => (
            <form method="post" action={link(profilePath(of, `/keepers/${k.person}/end`))}>
              <button class="btn bare" type="submit">
                {k.self ? t.leave : t.end}
                <span class="vh">: {k.name}</span>
              </button>
            </form>
          ),
        },
      ]}
    />
  )
}

function Invited({ of, found, request: { language, link } }: Part) {
  const t = text[language]
  const states: Readonly<Record<string, string>> = t.states
  return (
    <Section title={t.invited} id="invited">
      <ul class="profile-kept">
        {found.invited.map((i) => (
          <li>
            <div>
              {i.email} <Tag tone={i.state === 'open' ? 'plain' : 'warm'}>{states[i.state] ?? i.state}</Tag>
              <span class="sub">
                {t.invitedBy(i.by ?? '', formatDay(dayIn(i.at), language))}
                {i.state === 'open' && ` · ${t.until(formatDay(dayIn(i.until), language))}`}
              </span>
            </div>
            {i.state === 'open' && (
              <form
                method="post"
                action={link(profilePath(of, `/invitations/${i.id}/revoke`))}
                class="actions"
              >
                <button class="btn bare" type="submit">
                  {t.revoke}
                  <span class="vh">: {i.email}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

async function invite(request: PageRequest): Promise<PageAnswer> {
  const of = await kept(request)
  return takeForm(
    request,
    { kind: inviteDraft, subject: of.id, before: inviteBefore(request) },
    async ({ text: said, draft }) => {
      const language = said('language')
      const form = { id: of.id, email: said('email'), language: isLanguage(language) ? language : 'fi' }
      await request.perform(inviteKeeper, form, draft)
      return `${profilePath(of, '/keepers')}#invited`
    },
    (errors) => keepersPage(request, errors),
  )
}

/** Somebody who was not invited asks for the profile; a visitor signs in first and comes back. */
async function askPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, actor, params, url } = request
  const of = await request.perform(readProfile, { id: params.id })
  const t = text[language]
  const path = link(profilePath(of, '/ask'))
  if (actor.kind === 'visitor')
    return {
      as: 'redirect',
      to: `${link('/sign-in')}?to=${encodeURIComponent(profilePath(of, '/ask'))}`,
    }
  if (of.mine === 'keeper') return { as: 'redirect', to: link(profilePath(of)) }
  const name = nameOf(of, request)
  const back = <a href={link(`/organisations/${of.id}`)}>{t.toOrganisation}</a>
  if (url.searchParams.has('sent'))
    return editPage(request, of, { heading: t.asked, lead: t.askedLead }, <p>{back}</p>)
  const draft = await draftFor(request, askDraft, of.id, askBefore)
  return editPage(
    request,
    of,
    { heading: t.ask, lead: t.askLead(name), errors },
    <DraftForm draft={draft} action={path} submit={t.sendAsk} language={language} beside={back}>
      <TextArea
        name="words"
        label={t.words}
        help={t.wordsHelp}
        value={draft.text('words')}
        error={errorIn(errors)('words')}
        rows={4}
        language={language}
      />
    </DraftForm>,
  )
}

async function ask(request: PageRequest): Promise<PageAnswer> {
  const of = await request.perform(readProfile, { id: request.params.id })
  return takeForm(
    request,
    { kind: askDraft, subject: of.id, before: askBefore },
    async ({ text: said, draft }) => {
      await request.perform(askToKeep, { id: of.id, words: said('words') }, draft)
      return profilePath(of, '/ask?sent')
    },
    (errors) => askPage(request, errors),
  )
}

/** The page shown to who has left a profile is the organisation's own. */
async function end(request: PageRequest): Promise<PageAnswer> {
  const { id, person } = request.params
  const of = await request.perform(endKeeping, { id, person })
  const still = await request.perform(readProfile, { id: of.id })
  return {
    as: 'redirect',
    to: request.link(still.mine ? profilePath(of, '/keepers') : `/organisations/${of.id}`),
  }
}

async function answer(request: PageRequest): Promise<PageAnswer> {
  const { id, request: asked } = request.params
  const deed = (await request.form()).get('deed')
  if (deed !== 'grant' && deed !== 'refuse') throw refuse('invalid', 'noRequest')
  const of = await request.perform(answerToKeep, { id, request: asked, granted: deed === 'grant' })
  return { as: 'redirect', to: request.link(profilePath(of, '/keepers')) }
}

export const keeperPages: readonly Page[] = [
  { method: 'GET', path: '/organisations/{id}/profile/keepers', run: (request) => keepersPage(request) },
  { method: 'POST', path: '/organisations/{id}/profile/keepers', run: invite },
  { method: 'POST', path: '/organisations/{id}/profile/keepers/{person}/end', run: end },
  {
    method: 'POST',
    path: '/organisations/{id}/profile/invitations/{invitation}/revoke',
    run: async (request) => {
      const { id, invitation } = request.params
      const of = await request.perform(revokeKeeperInvitation, { id, invitation })
      return { as: 'redirect', to: request.link(profilePath(of, '/keepers')) }
    },
  },
  { method: 'POST', path: '/organisations/{id}/profile/requests/{request}', run: answer },
  { method: 'GET', path: '/organisations/{id}/profile/ask', run: (request) => askPage(request) },
  { method: 'POST', path: '/organisations/{id}/profile/ask', run: ask },
]
