import { localPath } from '../../kernel/page.ts'
import type { Language } from '../../kernel/text.ts'
import { Alert, ErrorSummary, PageHead, Section, TextField } from '../../ui/index.ts'
import { DemoForm } from './demo-view.tsx'
import { CarriedFields, type Repeat, RepeatForm } from './repeat.tsx'
import { text } from './text.ts'

export type SignInProps = {
  language: Language
  /** Where to go afterwards: a path of ours without a language. */
  to: string
  repeat?: Repeat | undefined
  /** Who is signed in is asked to prove it anew. */
  again?: boolean
  mailServer: boolean
  providers: readonly { number: number; name: string }[]
  demo: boolean
  email?: string | undefined
  error?: string | undefined
  /** A sentence on top, of what went wrong with another way. */
  trouble?: string | undefined
}

/** Every way in on one page; a form that was posted without a session is carried along. */
export function SignInView(props: SignInProps) {
  const { language, repeat, providers } = props
  const t = text[language]
  return (
    <div class="form-page">
      <PageHead
        title={props.again ? t.againTitle : repeat ? t.expiredTitle : t.signIn}
        lead={props.again ? t.againLead : repeat ? t.expiredLead : props.demo ? t.demoLead : undefined}
      />
      {props.trouble && <Alert tone="bad" title={props.trouble} live />}
      {props.error && <ErrorSummary errors={[{ name: 'email', text: props.error }]} language={language} />}
      {repeat && (
        <>
          <p>{t.expiredOtherTab}</p>
          <RepeatForm repeat={repeat} language={language} main={false} />
        </>
      )}
      {props.demo && !repeat && <DemoForm {...props} />}
      <Section title={t.byMail}>
        <form method="post" action={localPath(language, '/sign-in/link')}>
          <Hidden {...props} />
          <TextField
            name="email"
            type="email"
            autocomplete="email"
            label={t.email}
            help={t.emailHelp}
            value={props.email}
            error={props.error}
            language={language}
          />
          <button class={props.demo && !repeat ? 'btn' : 'btn main'} type="submit">
            {t.sendLink}
          </button>
        </form>
        {!props.mailServer && (
          <p class="note">
            {t.noMailServer} <code>npm run -s talkoot -- sign-in-link</code>.
          </p>
        )}
      </Section>
      <Section title={t.otherWays} class={providers.length === 0 ? 'needs-script' : undefined}>
        <form
          method="post"
          action={localPath(language, '/sign-in/passkey')}
          class="needs-script"
          data-passkey={localPath(language, '/sign-in/passkey/options')}
          data-passkey-kind="sign-in"
          data-passkey-stopped={t.passkeyStopped}
        >
          <Hidden {...props} />
          <input type="hidden" name="answer" />
          <button class="btn" type="submit">
            {t.passkey}
          </button>
          <p class="note">{t.passkeyHelp}</p>
        </form>
        {providers.map((provider) => (
          <p>
            <a
              class="btn"
              href={`${localPath(language, `/sign-in/provider/${provider.number}`)}?to=${encodeURIComponent(props.to)}`}
              // Beside a carried form, so that it stays where it is.
              target={repeat ? '_blank' : undefined}
            >
              {t.withProvider(provider.name)}
            </a>
          </p>
        ))}
      </Section>
    </div>
  )
}

export const Hidden = ({ to, repeat }: Pick<SignInProps, 'to' | 'repeat'>) => (
  <>
    <input type="hidden" name="to" value={to} />
    <CarriedFields repeat={repeat} />
  </>
)

/** What a link opens: looking at it changes nothing, the button does. */
export function LinkView({ language, token, to }: { language: Language; token: string; to: string }) {
  const t = text[language]
  return (
    <div class="form-page">
      <PageHead title={t.signIn} lead={t.signInLead} />
      <form method="post" action={localPath(language, '/sign-in')}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="to" value={to} />
        <button class="btn main" type="submit">
          {t.signIn}
        </button>
      </form>
    </div>
  )
}

/** The same for every address, known or not. */
export function LinkSentView(
  props: Pick<SignInProps, 'language' | 'to' | 'repeat' | 'mailServer'> & {
    email: string
    invited?: boolean
  },
) {
  const { language, repeat } = props
  const t = text[language]
  return (
    <div class="form-page">
      <PageHead
        title={t.sentTitle}
        lead={props.invited ? t.sentInvited(props.email) : t.sentLead(props.email)}
      />
      {!props.invited && <p>{t.sentHelp}</p>}
      {!props.mailServer && (
        <p class="note">
          {t.noMailServer} <code>npm run -s talkoot -- sign-in-link</code>.
        </p>
      )}
      {repeat && (
        <>
          <p>{t.expiredOtherTab}</p>
          <RepeatForm repeat={repeat} language={language} main />
        </>
      )}
      {!props.invited && (
        <p>
          <a href={`${localPath(language, '/sign-in')}?to=${encodeURIComponent(props.to)}`}>
            {t.otherAddress}
          </a>
        </p>
      )}
    </div>
  )
}

/** The second factor. */
export function CodeView(
  props: Pick<SignInProps, 'language' | 'to' | 'repeat' | 'error'> & { step: string },
) {
  const { language, error } = props
  const t = text[language]
  return (
    <div class="form-page">
      <PageHead title={t.codeTitle} lead={t.codeLead} />
      {error && <ErrorSummary errors={[{ name: 'code', text: error }]} language={language} />}
      <form method="post" action={localPath(language, '/sign-in/code')}>
        <Hidden {...props} />
        <input type="hidden" name="step" value={props.step} />
        <TextField
          name="code"
          label={t.code}
          help={t.codeHelp}
          size="short"
          autocomplete="one-time-code"
          error={error}
          language={language}
        />
        <button class="btn main" type="submit">
          {t.goOn}
        </button>
      </form>
    </div>
  )
}

/** After signing in with a form that waits. */
export function RepeatView({ language, repeat }: { language: Language; repeat: Repeat }) {
  const t = text[language]
  return (
    <div class="form-page">
      <PageHead title={t.repeatTitle} lead={t.repeatLead} />
      <RepeatForm repeat={repeat} language={language} main />
    </div>
  )
}

/** One try too many: when the next one counts. */
export function WaitView({ language, when }: { language: Language; when: string }) {
  const t = text[language]
  return (
    <div class="form-page">
      <PageHead title={t.tooOften} lead={t.comeAgain(when)} />
    </div>
  )
}

export function SignInTroubleView({
  language,
  title,
  said,
}: {
  language: Language
  title: string
  said: string
}) {
  return (
    <div class="form-page">
      <PageHead title={title} lead={said} />
      <p>
        <a class="btn main" href={localPath(language, '/sign-in')}>
          {text[language].newLink}
        </a>
      </p>
    </div>
  )
}
