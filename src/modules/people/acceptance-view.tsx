import { localPath } from '../../kernel/page.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { ErrorSummary, type FieldError, PageHead, TextField } from '../../ui/index.ts'
import type { Invitation } from './invitation-schemas.ts'
import { invitationText } from './invitation-text.ts'
import { officeNames } from './office-text.ts'

export const invitedTo = (i: Pick<Invitation, 'ecosystem'>, language: Language): string =>
  (i.ecosystem && pick(i.ecosystem.name, language)?.text) ?? invitationText[language].everywhere

export type AcceptProps = {
  invitation: Invitation
  token: string
  language: Language
  /** The name of who is signed in. */
  self: string | undefined
  typed?: { name?: string; email?: string }
  errors?: readonly FieldError[]
}

/** What the link of an invitation opens. Looking at it changes nothing. */
export function AcceptView({ invitation: i, token, language, self, typed, errors = [] }: AcceptProps) {
  const t = invitationText[language]
  const office = officeNames[language][i.office]
  const error = (name: string) => errors.find((e) => e.name === name)?.text
  if (i.state !== 'open') return <PageHead title={t.acceptTitle} lead={t.gone} />
  return (
    <div class="form-page">
      <PageHead
        title={t.acceptTitle}
        lead={t.acceptLead(i.by ?? 'Talkoot', office, invitedTo(i, language))}
        state={t.acceptUntil(formatDay(dayIn(i.expiresAt), language))}
      />
      {i.organisation && <p>{t.acceptFor(i.organisation)}</p>}
      <ErrorSummary errors={errors} language={language} />
      <form method="post" action={localPath(language, '/invitation')} noValidate>
        <input type="hidden" name="token" value={token} />
        {!self && (
          <TextField
            name="name"
            label={t.yourName}
            autocomplete="name"
            value={typed?.name ?? i.name ?? ''}
            error={error('name')}
            language={language}
          />
        )}
        {!self && !i.email && (
          <TextField
            name="email"
            type="email"
            label={t.yourEmail}
            help={t.yourEmailHelp}
            autocomplete="email"
            value={typed?.email}
            error={error('email')}
            language={language}
          />
        )}
        <button class="btn main" type="submit">
          {self ? t.acceptAs(self) : t.accept}
        </button>
      </form>
    </div>
  )
}

export function ConfirmAcceptanceView({ language, token }: { language: Language; token: string }) {
  const t = invitationText[language]
  return (
    <div class="form-page">
      <PageHead title={t.confirmTitle} lead={t.confirmLead} />
      <form method="post" action={localPath(language, '/invitation/confirm')}>
        <input type="hidden" name="token" value={token} />
        <button class="btn main" type="submit">
          {t.confirmTitle}
        </button>
      </form>
    </div>
  )
}
