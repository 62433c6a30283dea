import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach, isLanguage, type Language, languages, ownNames, pick } from '../../kernel/text.ts'
import { ErrorSummary, type FieldError, PageHead, Section, TextArea } from '../../ui/index.ts'
import { DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { ecosystemHead, idOfKey } from '../ecosystems/index.ts'
import { by } from '../people/index.ts'
import { showPartner } from './answer-actions.ts'
import { insideOrWord } from './answer-rights.ts'
import { crumbsOf } from './frame.tsx'
import { partnerPath } from './invite-actions.ts'
import { editTemplate, showTemplate, takeBackLetter, withdrawLetterAction } from './letter-actions.ts'
import { letterFields } from './letter-rules.ts'
import { letterText } from './letter-text.ts'
import type { Consortium } from './record.ts'
import { text } from './text.ts'

const pathOfTemplate = (key: string): string => `/ecosystems/${key}/letter-of-commitment`

export const templateDraft: DraftKind = {
  kind: 'consortium.letter-template',
  shared: true,
  title: inEach((l) => letterText[l].template),
  path: (subject) => {
    const [key = '', language = 'fi'] = subject.split(':')
    return `${pathOfTemplate(key)}?in=${language}`
  },
  allow: {
    ...by('coordinator', 'preparer'),
    in: (ctx, { subject }) => idOfKey(ctx.db, subject.split(':')[0] ?? ''),
  },
}

const languageOf = ({ url, language }: PageRequest): Language => {
  const chosen = url.searchParams.get('in')
  return isLanguage(chosen) ? chosen : language
}

async function templatePage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, params } = request
  const t = letterText[language]
  const { key = '' } = params
  const of = languageOf(request)
  const template = await request.perform(showTemplate, { ecosystem: key, language: of })
  const subject = `${key}:${of}`
  const draft = await draftFor(request, templateDraft, subject, { body: template.body })
  const ecosystem = await request.perform(ecosystemHead, { key })
  const here = link(pathOfTemplate(key))
  return {
    as: 'page',
    sheet: 'consortia',
    title: t.template,
    nav: 'ecosystems',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    crumbs: [
      {
        text: pick(ecosystem.short ?? ecosystem.name, language)?.text ?? key,
        href: link(`/ecosystems/${key}`),
      },
      { text: text[language].title, href: link('/consortia') },
      { text: t.template },
    ],
    body: (
      <div class="form-page cons-answer">
        <PageHead
          title={t.template}
          lead={t.templateLead}
          state={`${ownNames[of]} · ${template.own ? t.own : t.shipped}`}
        />
        <p class="note">
          {t.templateLanguage}:{' '}
          {languages.map((l) => (
            <>
              <a href={`${here}?in=${l}`} lang={l} {...(l === of && { 'aria-current': 'page' })}>
                {ownNames[l]}
              </a>{' '}
            </>
          ))}
        </p>
        <ErrorSummary errors={errors} language={language} />
        <DraftForm
          draft={draft}
          action={link(templateDraft.path(subject))}
          submit={t.save}
          language={language}
        >
          <TextArea
            name="body"
            label={t.body}
            help={t.bodyHelp}
            value={draft.text('body')}
            rows={24}
            error={errors.find((e) => e.name === 'body')?.text}
            language={language}
          />
        </DraftForm>
        <Section title={t.bodyHelp.split('.')[0] ?? ''} id="fields">
          <ul class="cons-plain">
            {letterFields.map((name) => (
              <li>
                <code>{`{${name}}`}</code> {t.fields[name]}
              </li>
            ))}
          </ul>
        </Section>
        {template.own && (
          <form method="post" action={`${here}/reset`}>
            <input type="hidden" name="language" value={of} />
            <button class="btn" type="submit">
              {t.reset}
            </button>
          </form>
        )}
      </div>
    ),
  }
}

const takeTemplate = async (request: PageRequest): Promise<PageAnswer> => {
  const { key: ecosystem = '' } = request.params
  const language = languageOf(request)
  const { body } = await request.perform(showTemplate, { ecosystem, language })
  return takeForm(
    request,
    { kind: templateDraft, subject: `${ecosystem}:${language}`, before: { body } },
    async (sent) =>
      (await request.perform(editTemplate, { ecosystem, language, body: sent.text('body') }, sent.draft))
        .path,
    (errors) => templatePage(request, errors),
  )
}

async function reset(request: PageRequest): Promise<PageAnswer> {
  const language = (await request.form()).get('language')
  const { path } = await request.perform(editTemplate, {
    ecosystem: request.params.key,
    language,
    body: null,
  })
  return { as: 'redirect', to: request.link(path) }
}

const asked = (subject: string) => {
  const [consortium = '', partner = ''] = subject.split(':')
  return { consortium, partner }
}

export const unsignDraft: DraftKind = {
  kind: 'consortium.withdraw-letter',
  shared: false,
  title: inEach((l) => letterText[l].withdraw),
  path: (subject) => `${partnerPath(asked(subject))}/withdraw-letter`,
  allow: ruleOf(insideOrWord, ({ subject }: { subject: string }) => asked(subject)),
}

const subjectOf = ({ params }: PageRequest) => `${params.id}:${params.partner}`

async function unsignPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const t = letterText[language]
  const { view } = await request.perform(showPartner, asked(subjectOf(request)))
  const draft = await draftFor(request, unsignDraft, subjectOf(request), { reason: '' })
  return {
    as: 'page',
    sheet: 'consortia',
    title: t.withdraw,
    nav: 'ecosystems',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    crumbs: crumbsOf(request, view.consortium as Consortium, t.withdraw),
    body: (
      <div class="form-page cons-answer">
        <PageHead over={view.partner.name} title={t.withdraw} />
        <ErrorSummary errors={errors} language={language} />
        <DraftForm
          draft={draft}
          action={link(unsignDraft.path(subjectOf(request)))}
          submit={t.withdraw}
          language={language}
        >
          <TextArea
            name="reason"
            label={t.reason}
            help={t.reasonHelp}
            value={draft.text('reason')}
            rows={3}
            error={errors.find((e) => e.name === 'reason')?.text}
            language={language}
          />
        </DraftForm>
      </div>
    ),
  }
}

async function takeUnsigning(request: PageRequest): Promise<PageAnswer> {
  const of = asked(subjectOf(request))
  const { view } = await request.perform(showPartner, of)
  return takeForm(
    request,
    { kind: unsignDraft, subject: subjectOf(request), before: { reason: '' } },
    async (sent) => {
      const action = view.may.answer ? takeBackLetter : withdrawLetterAction
      return (await request.perform(action, { ...of, reason: sent.text('reason') }, sent.draft)).path
    },
    (errors) => unsignPage(request, errors),
  )
}

export const templatePages: readonly Page[] = [
  { method: 'GET', path: '/ecosystems/{key}/letter-of-commitment', run: (request) => templatePage(request) },
  { method: 'POST', path: '/ecosystems/{key}/letter-of-commitment', run: takeTemplate },
  { method: 'POST', path: '/ecosystems/{key}/letter-of-commitment/reset', run: reset },
  {
    method: 'GET',
    path: '/consortia/{id}/partners/{partner}/withdraw-letter',
    run: (request) => unsignPage(request),
  },
  { method: 'POST', path: '/consortia/{id}/partners/{partner}/withdraw-letter', run: takeUnsigning },
]
