import type { ComponentChildren } from 'preact'
import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { ChoicesField, ErrorSummary, type FieldError, TextArea, TextField } from '../../ui/index.ts'
import { type Before, type Draft, DraftForm, draftFor, type Sent, takeForm } from '../drafts/index.ts'
import { applicationPath } from './application.ts'
import { behindCover } from './cover-page.tsx'
import { completionDraft, lateDraft, withdrawDraft } from './deed-drafts.ts'
import { applicationPage } from './frame.tsx'
import { askCompletion, judgeLate, lapseCompletion, withdrawApplication } from './office-actions.ts'
import { pageText } from './page-text.ts'
import { type Overview, readApplication } from './read-actions.ts'

type Fields = {
  found: Overview
  draft: Draft
  errorOf: (field: string) => string | undefined
  language: PageRequest['language']
}
type Words = (typeof pageText)['fi']

/** One thing that is done to an application by a form of its own. */
type Deed = {
  name: string
  kind: DraftKind
  before: Before
  heading: (t: Words) => string
  lead?: (t: Words) => string
  send: (t: Words) => string
  fields: (props: Fields) => ComponentChildren
  does: (request: PageRequest, id: string, sent: Sent) => Promise<unknown>
}

const deeds: readonly Deed[] = [
  {
    name: 'withdraw',
    kind: withdrawDraft,
    before: { reason: '' },
    heading: (t) => t.withdraw.title,
    lead: (t) => t.withdraw.lead,
    send: (t) => t.withdraw.send,
    fields: ({ draft, errorOf, language }) => (
      <TextArea
        name="reason"
        label={pageText[language].withdraw.reason}
        value={draft.text('reason')}
        error={errorOf('reason')}
        language={language}
      />
    ),
    does: (request, application, sent) =>
      request.perform(withdrawApplication, { application, reason: sent.text('reason') }, sent.draft),
  },
  {
    name: 'completion',
    kind: completionDraft,
    before: { sections: [], message: '', due: '' },
    heading: (t) => t.office.ask,
    send: (t) => t.office.sendAsk,
    fields: ({ found, draft, errorOf, language }) => {
      const t = pageText[language].office
      return (
        <>
          <ChoicesField
            name="sections"
            kind="checkbox"
            label={t.sections}
            help={t.askLead}
            error={errorOf('sections')}
            values={draft.list('sections')}
            choices={found.form.sections.map((s) => ({
              value: s.key,
              label: pick(s.title, language)?.text ?? s.key,
            }))}
            language={language}
          />
          <TextArea
            name="message"
            label={t.message}
            error={errorOf('message')}
            value={draft.text('message')}
            language={language}
          />
          <TextField
            name="due"
            label={t.due}
            error={errorOf('due')}
            value={draft.text('due')}
            size="short"
            language={language}
          />
        </>
      )
    },
    does: (request, application, sent) =>
      request.perform(
        askCompletion,
        {
          application,
          sections: sent.list('sections'),
          message: sent.text('message'),
          due: sent.text('due'),
          language: request.language,
        },
        sent.draft,
      ),
  },
  {
    name: 'late',
    kind: lateDraft,
    before: { accepted: '', reason: '' },
    heading: (t) => t.office.lateTitle,
    send: (t) => t.people.save,
    fields: ({ draft, errorOf, language }) => {
      const t = pageText[language].office
      return (
        <>
          <ChoicesField
            name="accepted"
            kind="radio"
            label={t.judge}
            error={errorOf('accepted')}
            values={draft.list('accepted')}
            choices={[
              { value: 'yes', label: t.takeUp },
              { value: 'no', label: t.refuse },
            ]}
            language={language}
          />
          <TextArea
            name="reason"
            label={t.lateReason}
            error={errorOf('reason')}
            value={draft.text('reason')}
            language={language}
          />
        </>
      )
    },
    does: (request, application, sent) =>
      request.perform(
        judgeLate,
        { application, accepted: sent.text('accepted') === 'yes', reason: sent.text('reason') },
        sent.draft,
      ),
  },
]

async function formPage(
  request: PageRequest,
  deed: Deed,
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const { language, link, params } = request
  const { id = '' } = params
  const t = pageText[language]
  const found = await request.perform(readApplication, { application: id })
  const draft = await draftFor(request, deed.kind, id, deed.before)
  const errorOf = (field: string) => errors.find((e) => e.name === field)?.text
  return applicationPage(
    request,
    found,
    {
      heading: deed.heading(t),
      ...(deed.lead && { lead: deed.lead(t) }),
      ...(errors.length > 0 && { status: 422 as const }),
    },
    <>
      <ErrorSummary errors={errors} language={language} />
      <DraftForm
        draft={draft}
        action={link(`${applicationPath({ id })}/${deed.name}`)}
        submit={deed.send(t)}
        language={language}
      >
        {deed.fields({ found, draft, errorOf, language })}
      </DraftForm>
    </>,
  )
}

export const deedPages: readonly Page[] = [
  ...deeds.flatMap((deed): Page[] => {
    const path = `/applications/{id}/${deed.name}` as const
    return [
      { method: 'GET', path, run: behindCover((request) => formPage(request, deed), 403) },
      {
        method: 'POST',
        path,
        run: (request) => {
          const { id = '' } = request.params
          return takeForm(
            request,
            { kind: deed.kind, subject: id, before: deed.before },
            async (sent) => {
              await deed.does(request, id, sent)
              return applicationPath({ id })
            },
            (errors) => formPage(request, deed, errors),
          )
        },
      },
    ]
  }),
  {
    method: 'POST',
    path: '/applications/{id}/completion/end',
    run: async (request) => {
      const { id = '' } = request.params
      await request.perform(lapseCompletion, { application: id })
      return { as: 'redirect', to: request.link(applicationPath({ id })) }
    },
  },
]
