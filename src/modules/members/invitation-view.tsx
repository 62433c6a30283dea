import { localPath } from '../../kernel/page.ts'
import { type Language, languages, type Names, ownNames, pick } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import {
  Alert,
  ChoicesField,
  type Column,
  Empty,
  ErrorSummary,
  type FieldError,
  PageHead,
  SelectField,
  Table,
  Tabs,
  Tag,
  TextField,
} from '../../ui/index.ts'
import { type Draft, DraftForm } from '../drafts/index.ts'
import { type Invitation, invitationText, invitedTo, officeNames, offices, QrCode } from '../people/index.ts'

const whoOf = (i: Invitation, language: Language): string =>
  i.email ? [i.name, i.email].filter(Boolean).join(', ') : invitationText[language].anyone(i.places)

export type InvitationsProps = {
  invitations: readonly Invitation[]
  all: boolean
  language: Language
  done?: string | undefined
}

export function InvitationsView({ invitations, all, language, done }: InvitationsProps) {
  const t = invitationText[language]
  const path = (to: string) => localPath(language, `/members/invitations${to}`)
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <a class="btn main" href={path('/new')}>
            {t.new}
          </a>
        }
      />
      {done && <Alert tone="ok" title={done} live />}
      <Tabs
        label={t.state}
        items={[
          { href: path(''), label: t.open, current: !all },
          { href: path('?state=all'), label: t.all, current: all },
        ]}
      />
      {invitations.length === 0 ? (
        <Empty title={t.none}>
          <p>{t.lead}</p>
        </Empty>
      ) : (
        <Table caption={t.title} columns={columns(language)} rows={invitations} cards language={language} />
      )}
    </>
  )
}

function columns(language: Language): Column<Invitation>[] {
  const t = invitationText[language]
  return [
    {
      label: t.who,
      heading: true,
      phone: 'wide',
      cell: (i) => (
        <>
          <span class="break">{whoOf(i, language)}</span>
          {i.by && <span class="beneath">{t.sender(i.by, formatDay(dayIn(i.createdAt), language))}</span>}
        </>
      ),
    },
    {
      label: t.office,
      phone: 'wide',
      cell: (i) => (
        <>
          {officeNames[language][i.office]}
          <span class="beneath">{[invitedTo(i, language), i.organisation].filter(Boolean).join(', ')}</span>
        </>
      ),
    },
    { label: t.until, phone: 'labelled', cell: (i) => formatDay(dayIn(i.expiresAt), language) },
    {
      label: t.state,
      cell: (i) => (
        <Tag sign={i.state === 'open' ? 'waiting' : i.state === 'accepted' ? 'done' : 'stopped'}>
          {i.places > 1 ? t.accepted(i.accepted, i.places) : t.states[i.state]}
        </Tag>
      ),
    },
    { label: t.act, quiet: true, phone: 'wide', cell: (i) => <Acts invitation={i} language={language} /> },
  ]
}

function Acts({ invitation: i, language }: { invitation: Invitation; language: Language }) {
  const t = invitationText[language]
  const who = whoOf(i, language)
  const path = (to: string) => localPath(language, `/members/invitations/${i.id}${to}`)
  if (i.state === 'revoked' || i.state === 'accepted') return null
  return (
    <div class="ways">
      {!i.email && i.state === 'open' && (
        <a class="btn" href={path('')}>
          {t.show}
        </a>
      )}
      {i.email && (
        <form method="post" action={path('/resend')}>
          <button class="btn" type="submit" aria-label={t.resendTo(who)}>
            {t.resend}
          </button>
        </form>
      )}
      <form method="post" action={path('/revoke')}>
        <button class="btn" type="submit" aria-label={t.revokeOf(who)}>
          {t.revoke}
        </button>
      </form>
    </div>
  )
}

export type InviteFormProps = {
  language: Language
  ecosystems: readonly { id: string; name: Names }[]
  everywhere: boolean
  administrator: boolean
  draft: Draft
  errors: readonly FieldError[]
}

export function InviteForm({
  language,
  ecosystems,
  everywhere,
  administrator,
  draft,
  errors,
}: InviteFormProps) {
  const t = invitationText[language]
  const field = (name: string) => ({
    name,
    value: draft.text(name),
    error: errors.find((e) => e.name === name)?.text,
    language,
  })
  return (
    <div class="form-page">
      <PageHead title={t.new} lead={t.lead} />
      <ErrorSummary errors={errors} language={language} />
      <DraftForm
        draft={draft}
        action={localPath(language, '/members/invitations/new')}
        submit={t.send}
        language={language}
      >
        <ChoicesField
          name="how"
          label={t.how}
          kind="radio"
          values={[draft.text('how')]}
          choices={[
            { value: 'mail', label: t.byMail, help: t.byMailHelp },
            { value: 'link', label: t.byLink, help: t.byLinkHelp },
          ]}
          language={language}
        />
        <TextField {...field('email')} type="email" label={t.email} help={t.emailHelp} autocomplete="off" />
        <TextField {...field('name')} label={t.name} optional autocomplete="off" />
        <SelectField
          {...field('office')}
          label={t.office}
          none={t.choose}
          choices={offices
            .filter((office) => administrator || office !== 'administrator')
            .map((office) => ({ value: office, label: officeNames[language][office] }))}
        />
        <SelectField
          {...field('ecosystem')}
          label={t.place}
          none={t.choose}
          choices={[
            ...(everywhere ? [{ value: 'everywhere', label: t.everywhere }] : []),
            ...ecosystems.map((e) => ({ value: e.id, label: pick(e.name, language)?.text ?? e.id })),
          ]}
        />
        <TextField {...field('organisation')} label={t.organisation} help={t.organisationHelp} optional />
        <SelectField
          {...field('language')}
          label={t.language}
          choices={languages.map((l) => ({
            value: l,
            label: ownNames[l],
          }))}
        />
        <TextField {...field('days')} label={t.days} size="short" inputmode="numeric" />
        <TextField
          {...field('places')}
          label={t.places}
          help={t.placesHelp}
          size="short"
          inputmode="numeric"
        />
      </DraftForm>
    </div>
  )
}

export function InvitationLinkView(props: {
  invitation: Invitation
  address: string
  svg: string
  language: Language
}) {
  const { invitation: i, address, svg, language } = props
  const t = invitationText[language]
  return (
    <div class="form-page">
      <PageHead
        title={t.linkTitle}
        state={`${officeNames[language][i.office]}, ${invitedTo(i, language)}`}
        lead={t.linkLead}
      />
      <QrCode svg={svg} label={t.qr} />
      <p>
        <code class="break">{address}</code>
      </p>
      <p>
        {t.acceptUntil(formatDay(dayIn(i.expiresAt), language))} {t.accepted(i.accepted, i.places)}.
      </p>
      <p>
        <a href={localPath(language, '/members/invitations')}>{t.back}</a>
      </p>
    </div>
  )
}
