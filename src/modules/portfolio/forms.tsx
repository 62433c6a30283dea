import type { ComponentChildren } from 'preact'
import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { type Rule, ruleOf } from '../../kernel/rule.ts'
import { inEach, type Language } from '../../kernel/text.ts'
import { ErrorSummary, type FieldError, PageHead } from '../../ui/index.ts'
import { type Before, DraftForm, draftFor, type Sent, takeForm } from '../drafts/index.ts'
import { formText } from './form-text.ts'
import { crumbsOf, nameOf, readTold } from './frame.tsx'
import type { Told } from './record.ts'
import type { One } from './rights.ts'
import { pathOf } from './shown.ts'

/** What the fields of a form are drawn with. */
export type Fields = {
  told: Told
  request: PageRequest
  language: Language
  text: (name: string) => string
  list: (name: string) => readonly string[]
  /** The properties that every field has. */
  field: (
    name: string,
    label: string,
  ) => { name: string; label: string; error: string | undefined; language: Language }
}

export type FormSpec = {
  /** Names the form in its draft and in the words. */
  name: Exclude<
    keyof (typeof formText)['fi'],
    'shares' | 'stances' | 'measures' | 'kinds' | 'strengths' | 'outcomes'
  >
  /** What follows the portfolio in the address, as "/goals/{goal}/serve". */
  path: string
  /** The parameters of the address that its draft is about, besides the portfolio. */
  about?: readonly string[]
  allow: Rule<One>
  before: (told: Told, request: PageRequest) => Before
  over?: (told: Told, request: PageRequest) => ComponentChildren
  fields: (fields: Fields) => ComponentChildren
  send: (request: PageRequest, sent: Sent) => Promise<string | readonly FieldError[]>
}

export type PortfolioForm = { draft: DraftKind; pages: readonly Page[] }

/** A form of a portfolio: its draft, its page and what takes it. */
export function formOf(spec: FormSpec): PortfolioForm {
  const about = spec.about ?? []
  const draft: DraftKind = {
    kind: `portfolio.${spec.name}`,
    shared: false,
    title: inEach((l) => formText[l][spec.name]),
    path: (subject) => {
      const [portfolio = '', ...rest] = subject.split(':')
      return `/portfolios/${portfolio}${rest.reduce((path, one, i) => path.replace(`{${about[i]}}`, one), spec.path)}`
    },
    allow: ruleOf(spec.allow, ({ subject }: { subject: string }) => ({
      portfolio: subject.split(':')[0] ?? '',
    })),
  }
  const subjectOf = ({ params }: PageRequest) => [params.id, ...about.map((name) => params[name])].join(':')
  const show = async (request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> => {
    const told = await readTold(request)
    const { language, link } = request
    const heading = formText[language][spec.name]
    const subject = subjectOf(request)
    const kept = await draftFor(request, draft, subject, spec.before(told, request))
    return {
      as: 'page',
      sheet: 'portfolio',
      title: heading,
      nav: 'ecosystems',
      robots: 'noindex',
      ...(errors.length > 0 && { status: 422 as const }),
      crumbs: crumbsOf(request, told, heading),
      body: (
        <>
          <PageHead
            over={spec.over?.(told, request) ?? <a href={link(pathOf(told))}>{nameOf(told, language)}</a>}
            title={heading}
          />
          <ErrorSummary errors={errors} language={language} />
          <DraftForm
            draft={kept}
            action={link(draft.path(subject))}
            submit={formText[language].save}
            language={language}
          >
            {spec.fields({
              told,
              request,
              language,
              text: kept.text,
              list: kept.list,
              field: (name, label) => ({
                name,
                label,
                error: errors.find((e) => e.name === name)?.text,
                language,
              }),
            })}
          </DraftForm>
        </>
      ),
    }
  }
  const take = async (request: PageRequest): Promise<PageAnswer> => {
    const told = await readTold(request)
    return takeForm(
      request,
      { kind: draft, subject: subjectOf(request), before: spec.before(told, request) },
      (sent) => spec.send(request, sent),
      (errors) => show(request, errors),
    )
  }
  const path = `/portfolios/{id}${spec.path}` as const
  return {
    draft,
    pages: [
      { method: 'GET', path, run: (request) => show(request) },
      { method: 'POST', path, run: take },
    ],
  }
}
