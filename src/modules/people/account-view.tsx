import type { z } from 'zod'
import { localPath } from '../../kernel/page.ts'
import { type Language, languages, ownNames, pick } from '../../kernel/text.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import { Alert, ErrorSummary, PageHead, Section, SelectField, Tag, TextField } from '../../ui/index.ts'
import type { ownAccount } from './account-actions.ts'
import { accountText } from './account-text.ts'
import { officeNames } from './office-text.ts'
import { QrCode } from './qr.tsx'
import { isOffice } from './rules.ts'
import { securityText } from './security-text.ts'

type Account = z.output<typeof ownAccount.output>

export type AccountProps = {
  account: Account
  language: Language
  /** What was just done. */
  done?: string | undefined
  errors?: readonly { name: string; text: string }[]
  typed?: undefined | { name?: string | undefined; email?: string | undefined; passkey?: string | undefined }
}

export function AccountView(props: AccountProps) {
  const { account, language, done, typed, errors = [] } = props
  const t = accountText[language]
  return (
    <div class="form-page">
      <PageHead title={t.title} />
      {done && <Alert tone="ok" title={done} live />}
      <ErrorSummary errors={errors} language={language} />
      {account.asleep && <Asleep account={account} language={language} />}
      <Details {...props} />
      <Offices {...props} />
      <Interests language={language} />
      <Email {...props} />
      <Passkeys account={account} language={language} typed={typed} />
      <OneTimeCode account={account} language={language} errors={errors} />
      <Sessions account={account} language={language} />
    </div>
  )
}

const errorAt = (errors: AccountProps['errors'], name: string) => errors?.find((e) => e.name === name)?.text

/** What an administrator without a second factor is led to; who has one signs in with it. */
function Asleep({ account, language }: Pick<AccountProps, 'account' | 'language'>) {
  const t = securityText[language]
  return (
    <Alert tone="warm" title={t.asleep}>
      {account.asleep === 'other-way' ? t.asleepHas : t.asleepNone}
      {account.asleep === 'other-way' && (
        <span class="actions">
          <a class="btn" href={`${localPath(language, '/sign-in')}?to=/administration`}>
            {t.signInAgain}
          </a>
        </span>
      )}
    </Alert>
  )
}

function Details({ account, language, errors, typed }: AccountProps) {
  const t = accountText[language]
  return (
    <Section title={t.details}>
      <form method="post" action={localPath(language, '/account')}>
        <TextField
          name="name"
          label={t.name}
          autocomplete="name"
          value={typed?.name ?? account.name}
          error={errorAt(errors, 'name')}
          language={language}
        />
        <SelectField
          name="language"
          label={t.language}
          choices={languages.map((l) => ({ value: l, label: ownNames[l] }))}
          value={account.language}
          language={language}
        />
        <button class="btn main" type="submit">
          {t.save}
        </button>
      </form>
    </Section>
  )
}

function Offices({ account, language }: AccountProps) {
  const t = accountText[language]
  return (
    <Section title={t.offices}>
      {account.offices.length === 0 && <p>{t.noOffices}</p>}
      <ul class="own-list">
        {account.offices.map((held) => (
          <li>
            <span>
              <b>{isOffice(held.office) ? officeNames[language][held.office] : held.office}</b>,{' '}
              {held.ecosystem ? pick(held.ecosystem, language)?.text : t.everywhere}
              {held.until && <span class="quiet">, {t.until(formatDay(held.until, language))}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Where one tells what may make one conflicted; the page is of the module of conflicts. */
function Interests({ language }: Pick<AccountProps, 'language'>) {
  const t = accountText[language]
  return (
    <Section title={t.interests} note={t.interestsLead}>
      <a class="btn" href={localPath(language, '/account/interests')}>
        {t.interestsOpen}
      </a>
    </Section>
  )
}

function Email({ account, language, errors, typed }: AccountProps) {
  const t = accountText[language]
  return (
    <Section title={t.email}>
      <p class="break">{account.email ? t.emailNow(account.email) : t.emailNone}</p>
      <form method="post" action={localPath(language, '/account/email')}>
        <TextField
          name="email"
          type="email"
          autocomplete="email"
          label={t.newEmail}
          help={t.emailHelp}
          value={typed?.email}
          error={errorAt(errors, 'email')}
          language={language}
        />
        <button class="btn" type="submit">
          {t.changeEmail}
        </button>
      </form>
    </Section>
  )
}

type Part = Pick<AccountProps, 'account' | 'language' | 'errors'>

function Passkeys({ account, language, typed }: Part & Pick<AccountProps, 'typed'>) {
  const t = accountText[language]
  const path = (to: string) => localPath(language, `/account/passkeys${to}`)
  return (
    <Section title={t.passkeys}>
      <p>{t.passkeysLead}</p>
      {account.passkeys.length === 0 && <p>{t.noPasskeys}</p>}
      <ul class="own-list">
        {account.passkeys.map((key) => (
          <li>
            <b>{key.name}</b>
            <span class="quiet">
              {t.added(formatInstant(key.addedAt, language))},{' '}
              {key.usedAt ? t.passkeyUsed(formatInstant(key.usedAt, language)) : t.passkeyUnused}
            </span>
            <details>
              <summary>{t.rename}</summary>
              <form method="post" action={path('/name')} class="inline-form">
                <input type="hidden" name="id" value={key.id} />
                <TextField
                  name="passkey"
                  id={`f-${key.id}`}
                  label={t.passkeyName}
                  value={key.name}
                  language={language}
                />
                <button class="btn" type="submit">
                  {t.save}
                </button>
              </form>
            </details>
            <form method="post" action={path('/remove')}>
              <input type="hidden" name="id" value={key.id} />
              <button class="btn" type="submit" aria-label={t.removeNamed(key.name)}>
                {t.remove}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form
        method="post"
        action={path('')}
        class="needs-script"
        data-passkey={path('/options')}
        data-passkey-kind="register"
        data-passkey-stopped={t.passkeyStopped}
      >
        <input type="hidden" name="answer" />
        <TextField
          name="passkey"
          label={t.passkeyName}
          help={t.passkeyNameHelp}
          value={typed?.passkey}
          autocomplete="off"
          optional
          language={language}
        />
        <button class="btn" type="submit">
          {t.addPasskey}
        </button>
      </form>
      <noscript>
        <p class="note">{t.passkeyScript}</p>
      </noscript>
    </Section>
  )
}

function OneTimeCode({ account, language, errors }: Part) {
  const t = accountText[language]
  const path = (to: string) => localPath(language, `/account/code${to}`)
  const { on, recoveryCodesLeft } = account.oneTimeCode
  return (
    <Section
      title={t.code}
      note={
        <Tag {...(on && { tone: 'ok' as const, sign: 'done' as const })}>{on ? t.codeOn : t.codeOff}</Tag>
      }
    >
      <p>{t.codeLead}</p>
      {!on && (
        <form method="post" action={path('/start')}>
          <button class="btn" type="submit">
            {t.codeStart}
          </button>
        </form>
      )}
      {on && (
        <form method="post" action={path('/renew')}>
          <p>{t.recoveryLeft(recoveryCodesLeft)}</p>
          <TextField
            name="code"
            label={t.codeAny}
            size="short"
            autocomplete="one-time-code"
            error={errorAt(errors, 'code')}
            language={language}
          />
          <div class="ways">
            <button class="btn" type="submit">
              {t.recoveryNew}
            </button>
            <button class="btn" type="submit" formaction={path('/stop')}>
              {t.codeStop}
            </button>
          </div>
        </form>
      )}
    </Section>
  )
}

function Sessions({ account, language }: Part) {
  const t = accountText[language]
  const action = localPath(language, '/account/sessions/end')
  return (
    <Section title={t.sessions}>
      <p>{t.sessionsLead}</p>
      <ul class="own-list">
        {account.sessions.map((session) => {
          const device = session.device ?? t.unknownDevice
          return (
            <li>
              <b>
                {device} {session.current && <Tag tone="ok">{t.thisSession}</Tag>}
              </b>
              <span class="quiet">
                {t.used(formatInstant(session.usedAt, language))}
                {session.address && ` ${t.from(session.address)}`}
                <br />
                {t.opened(formatInstant(session.openedAt, language))}{' '}
                {t.ways[session.way as keyof typeof t.ways]}
              </span>
              {!session.current && (
                <form method="post" action={action}>
                  <input type="hidden" name="id" value={session.id} />
                  <button class="btn" type="submit" aria-label={t.endNamed(device)}>
                    {t.end}
                  </button>
                </form>
              )}
            </li>
          )
        })}
      </ul>
      {account.sessions.length > 1 && (
        <form method="post" action={action}>
          <input type="hidden" name="id" value="others" />
          <button class="btn" type="submit">
            {t.endOthers}
          </button>
        </form>
      )}
    </Section>
  )
}

/** The QR code for the app, and the field for the first code that it shows. */
export function CodeSetup(props: {
  language: Language
  secret: string
  svg: string
  error?: string | undefined
}) {
  const { language, secret, svg, error } = props
  const t = accountText[language]
  return (
    <div class="form-page">
      <PageHead title={t.code} lead={t.codeScan} />
      {error && <ErrorSummary errors={[{ name: 'code', text: error }]} language={language} />}
      <QrCode svg={svg} label={t.qr} />
      <p>
        {t.codeType} <code class="break">{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <form method="post" action={localPath(language, '/account/code')}>
        <TextField
          name="code"
          label={t.codeField}
          size="short"
          inputmode="numeric"
          autocomplete="one-time-code"
          error={error}
          language={language}
        />
        <button class="btn main" type="submit">
          {t.codeConfirm}
        </button>
      </form>
      <p>
        <a href={localPath(language, '/account')}>{t.back}</a>
      </p>
    </div>
  )
}

export function RecoveryCodes({ language, codes }: { language: Language; codes: readonly string[] }) {
  const t = accountText[language]
  return (
    <div class="form-page">
      <PageHead title={t.recovery} lead={t.recoveryLead} />
      <ul class="codes">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <a class="btn main" href={localPath(language, '/account')}>
          {t.recoveryDone}
        </a>
      </p>
    </div>
  )
}

/** What the mail to a new address opens: looking at it changes nothing. */
export function ConfirmEmail({ language, token }: { language: Language; token: string }) {
  const t = accountText[language]
  return (
    <div class="form-page">
      <PageHead title={t.emailConfirmTitle} lead={t.emailConfirmLead} />
      <form method="post" action={localPath(language, '/account/email/confirm')}>
        <input type="hidden" name="token" value={token} />
        <button class="btn main" type="submit">
          {t.emailConfirm}
        </button>
      </form>
    </div>
  )
}
