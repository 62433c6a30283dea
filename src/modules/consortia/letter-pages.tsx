import type { ComponentChildren } from 'preact'
import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach, isLanguage, languages, ownNames } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Alert, CheckField, ErrorSummary, type FieldError, PageHead, TextField } from '../../ui/index.ts'
import { DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { showPartner } from './answer-actions.ts'
import { overOf, Paragraphs, Practice } from './answer-facts.tsx'
import { partnersWord } from './answer-rights.ts'
import { partnerPath } from './invite-actions.ts'
import { showLetter, showLetterByLink, signByLink, signLetter, type ToldLetter } from './letter-actions.ts'
import { letterText } from './letter-text.ts'

const own = '/consortium-letter'

/** A letter as it was signed, with its checksum counted again; made to be printed. */
function Signed({ told, request: { language } }: { told: ToldLetter; request: PageRequest }) {
  const t = letterText[language]
  const letter = told.letter!
  return (
    <>
      <article class="cons-letter" lang={letter.language}>
        <Paragraphs of={letter.body} />
        <p class="cons-signed">
          {letterText[letter.language].signed(
            letter.signer,
            letter.signerTitle,
            formatInstant(letter.signedAt, letter.language),
          )}
        </p>
        <p class="note">
          {letterText[letter.language].hash}: <code class="cons-hash">{letter.hash}</code>
        </p>
      </article>
      <p class="note">
        {letter.intact ? t.intact : t.broken} {t.hashSays}
      </p>
    </>
  )
}

function Languages({
  told,
  here,
  request: { language },
}: {
  told: ToldLetter
  here: string
  request: PageRequest
}) {
  return (
    <p class="note">
      {letterText[language].language}{' '}
      {languages
        .filter((l) => l !== told.language)
        .map((l) => (
          <>
            <a href={`${here}${here.includes('?') ? '&' : '?'}in=${l}`} lang={l}>
              {ownNames[l]}
            </a>{' '}
          </>
        ))}
    </p>
  )
}

type Field = {
  typed: (name: string) => string
  errors: readonly FieldError[]
  request: PageRequest
  told: ToldLetter
}

/** Who signs, in which position; with the words that were read. */
function SigningFields({ typed, errors, told, request: { language } }: Field) {
  const t = letterText[language]
  const field = (name: string, label: string) => ({
    name,
    label,
    error: errors.find((e) => e.name === name)?.text,
    language,
  })
  return (
    <>
      <input type="hidden" name="preview" value={told.preview} />
      <input type="hidden" name="language" value={told.language} />
      <TextField {...field('signer', t.signer)} value={typed('signer')} autocomplete="name" size="full" />
      <TextField
        {...field('position', t.position)}
        value={typed('position')}
        autocomplete="organization-title"
        size="full"
      />
      <CheckField {...field('right', t.right)} checked={typed('right') === '1'} />
    </>
  )
}

const asked = ({ url }: PageRequest) => {
  const chosen = url.searchParams.get('in')
  return isLanguage(chosen) ? { language: chosen } : {}
}

function frame(
  request: PageRequest,
  told: ToldLetter,
  errors: readonly FieldError[],
  body: ComponentChildren,
): PageAnswer {
  const { language } = request
  const t = letterText[language]
  return {
    as: 'page',
    sheet: 'consortia',
    title: `${t.title}: ${told.partner.name}`,
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    body: (
      <div class="form-page cons-answer">
        <PageHead
          over={`${told.consortium.title} · ${overOf(told.consortium, language)}`}
          title={told.letter ? t.title : t.signTitle}
          lead={told.letter ? t.signedLead : t.signLead}
        />
        <Practice of={told.consortium} request={request} />
        {body}
      </div>
    ),
  }
}

async function linkPage(
  request: PageRequest,
  token = request.url.searchParams.get('token') ?? '',
  again?: { typed: (name: string) => string; errors: readonly FieldError[] },
): Promise<PageAnswer> {
  const { language, link } = request
  const t = letterText[language]
  const chosen = again?.typed('language')
  const told = await request.perform(showLetterByLink, {
    token,
    ...(isLanguage(chosen) ? { language: chosen } : asked(request)),
  })
  const errors = again?.errors ?? []
  const typed = again?.typed ?? (() => '')
  const back = `${link('/consortium-invitation')}?token=${token}`
  return frame(
    request,
    told,
    errors,
    told.letter ? (
      <>
        {request.url.searchParams.has('said') && <Alert tone="ok" title={t.signedTitle} live />}
        <Signed told={told} request={request} />
        <p>
          <a href={back}>{told.consortium.title}</a>
        </p>
      </>
    ) : (
      <>
        <Languages told={told} here={`${link(own)}?token=${token}`} request={request} />
        <article class="cons-letter" lang={told.language}>
          <Paragraphs of={told.preview} />
        </article>
        <SignByLink {...{ typed, errors, told, token, request }} />
      </>
    ),
  )
}

function SignByLink({ token, ...fields }: Field & { token: string }) {
  const { language, link } = fields.request
  return (
    <form method="post" action={link(own)} noValidate>
      <ErrorSummary errors={fields.errors} language={language} />
      <input type="hidden" name="token" value={token} />
      <SigningFields {...fields} />
      <button class="btn main" type="submit">
        {letterText[language].sign}
      </button>
    </form>
  )
}

async function sendByLink(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const form = await request.form()
  const token = form.get('token') ?? ''
  const typed = (name: string) => (form.get(name) ?? '').trim()
  try {
    await request.perform(signByLink, {
      token,
      language: typed('language'),
      preview: form.get('preview') ?? '',
      signer: typed('signer'),
      position: typed('position'),
      right: typed('right') === '1',
    })
    return { as: 'redirect', to: `${request.link(own)}?token=${token}&said=1` }
  } catch (error) {
    return linkPage(request, token, { typed, errors: formErrors(error, language) })
  }
}

export const letterDraft: DraftKind = {
  kind: 'consortium.letter',
  shared: false,
  title: inEach((l) => letterText[l].signTitle),
  path: (subject) => {
    const [consortium = '', partner = ''] = subject.split(':')
    return `${partnerPath({ consortium, partner })}/letter`
  },
  allow: ruleOf(partnersWord, ({ subject }: { subject: string }) => {
    const [consortium = '', partner = ''] = subject.split(':')
    return { consortium, partner }
  }),
}

const subjectOf = ({ params }: PageRequest) => `${params.id}:${params.partner}`
/** What was read is sent with what is typed: words that have changed meanwhile are not signed. */
const beforeOf = ({ preview, language }: ToldLetter) => ({
  signer: '',
  position: '',
  right: '',
  preview,
  language,
})

async function letterPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, params } = request
  const t = letterText[language]
  const of = { consortium: params.id, partner: params.partner }
  const told = await request.perform(showLetter, { ...of, ...asked(request) })
  const { view } = await request.perform(showPartner, of)
  const here = link(letterDraft.path(subjectOf(request)))
  const draft =
    view.may.answer && !told.letter
      ? await draftFor(request, letterDraft, subjectOf(request), beforeOf(told))
      : undefined
  return frame(
    request,
    told,
    errors,
    <>
      {told.letter ? (
        <Signed told={told} request={request} />
      ) : (
        <>
          <Languages told={told} here={here} request={request} />
          <article class="cons-letter" lang={told.language}>
            <Paragraphs of={told.preview} />
          </article>
          {draft ? (
            <>
              <ErrorSummary errors={errors} language={language} />
              <DraftForm
                draft={draft}
                action={`${here}?in=${told.language}`}
                submit={t.sign}
                language={language}
              >
                <SigningFields typed={draft.text} errors={errors} told={told} request={request} />
              </DraftForm>
            </>
          ) : (
            <p>{t.none}</p>
          )}
        </>
      )}
      <p>
        <a href={link(partnerPath({ consortium: told.consortium.id, partner: told.partner.id }))}>
          {told.partner.name}
        </a>
      </p>
    </>,
  )
}

async function takeSigning(request: PageRequest): Promise<PageAnswer> {
  const { id: consortium, partner } = request.params
  const told = await request.perform(showLetter, { consortium, partner, ...asked(request) })
  return takeForm(
    request,
    { kind: letterDraft, subject: subjectOf(request), before: beforeOf(told) },
    async (sent) => {
      const said = {
        language: sent.text('language'),
        preview: sent.text('preview'),
        signer: sent.text('signer'),
        position: sent.text('position'),
        right: sent.text('right') === '1',
      }
      return (await request.perform(signLetter, { consortium, partner, ...said }, sent.draft)).path
    },
    (errors) => letterPage(request, errors),
  )
}

export const letterPages: readonly Page[] = [
  { method: 'GET', path: own, run: (request) => linkPage(request) },
  { method: 'POST', path: own, run: sendByLink },
  { method: 'GET', path: '/consortia/{id}/partners/{partner}/letter', run: (request) => letterPage(request) },
  { method: 'POST', path: '/consortia/{id}/partners/{partner}/letter', run: takeSigning },
]
