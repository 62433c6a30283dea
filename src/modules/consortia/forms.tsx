import type { ComponentChildren } from 'preact'
import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach, type Language } from '../../kernel/text.ts'
import { ErrorSummary, type FieldError, PageHead } from '../../ui/index.ts'
import { type Before, DraftForm, draftFor, type Sent, takeForm } from '../drafts/index.ts'
import { getAction } from './consortium-actions.ts'
import { formText } from './form-text.ts'
import { crumbsOf } from './frame.tsx'
import type { Kept } from './record.ts'
import { gathering, pathOf } from './rights.ts'

/** What the fields of a form are drawn with. */
export type Fields = {
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

/** The fields of a form with what has been typed and what is wrong. */
export const fieldsOf = (
  request: PageRequest,
  kept: { text: Fields['text']; list: Fields['list'] },
  errors: readonly FieldError[],
): Fields => ({
  request,
  language: request.language,
  text: kept.text,
  list: kept.list,
  field: (name, label) => ({
    name,
    label,
    error: errors.find((e) => e.name === name)?.text,
    language: request.language,
  }),
})

type FormSpec = {
  /** Names the form in its draft and in the words. */
  name:
    | 'edit'
    | 'partner'
    | 'newDemand'
    | 'demandEdit'
    | 'exclusion'
    | 'choice'
    | 'judgement'
    | 'end'
    | 'wanted'
    | 'interest'
  /** What follows the consortium in the address, as "/demands/{demand}/edit". */
  path: string
  /** The parameters of the address that its draft is about, besides the consortium. */
  about?: readonly string[]
  before: (kept: Kept, request: PageRequest) => Before | Promise<Before>
  over?: (kept: Kept, request: PageRequest) => ComponentChildren
  fields: (fields: Fields & { kept: Kept }) => ComponentChildren
  send: (request: PageRequest, sent: Sent, kept: Kept) => Promise<string | readonly FieldError[]>
}

/** A form of a consortium: its draft, its page and what takes it. */
export function formOf(spec: FormSpec): { draft: DraftKind; pages: readonly Page[] } {
  const about = spec.about ?? []
  const draft: DraftKind = {
    kind: `consortium.${spec.name}`,
    shared: false,
    title: inEach((l) => formText[l][spec.name]),
    path: (subject) => {
      const [id = '', ...rest] = subject.split(':')
      return `${pathOf(id)}${rest.reduce((path, one, i) => path.replace(`{${about[i]}}`, one), spec.path)}`
    },
    allow: ruleOf(gathering, ({ subject }: { subject: string }) => ({
      consortium: subject.split(':')[0] ?? '',
    })),
  }
  const subjectOf = ({ params }: PageRequest) => [params.id, ...about.map((name) => params[name])].join(':')
  const read = (request: PageRequest) => request.perform(getAction, { consortium: request.params.id })
  const show = async (request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> => {
    const kept = await read(request)
    const { language, link } = request
    const heading = formText[language][spec.name]
    const subject = subjectOf(request)
    const typed = await draftFor(request, draft, subject, await spec.before(kept, request))
    return {
      as: 'page',
      sheet: 'consortia',
      title: heading,
      nav: 'ecosystems',
      robots: 'noindex',
      ...(errors.length > 0 && { status: 422 as const }),
      crumbs: crumbsOf(request, kept.consortium, heading),
      body: (
        <>
          <PageHead
            over={
              spec.over?.(kept, request) ?? (
                <a href={link(pathOf(kept.consortium.id))}>{kept.consortium.title}</a>
              )
            }
            title={heading}
          />
          <ErrorSummary errors={errors} language={language} />
          <DraftForm
            draft={typed}
            action={link(draft.path(subject))}
            submit={formText[language].save}
            language={language}
          >
            {spec.fields({ ...fieldsOf(request, typed, errors), kept })}
          </DraftForm>
        </>
      ),
    }
  }
  const take = async (request: PageRequest): Promise<PageAnswer> => {
    const kept = await read(request)
    return takeForm(
      request,
      { kind: draft, subject: subjectOf(request), before: await spec.before(kept, request) },
      (sent) => spec.send(request, sent, kept),
      (errors) => show(request, errors),
    )
  }
  const path = `/consortia/{id}${spec.path}` as const
  return {
    draft,
    pages: [
      { method: 'GET', path, run: (request) => show(request) },
      { method: 'POST', path, run: take },
    ],
  }
}
