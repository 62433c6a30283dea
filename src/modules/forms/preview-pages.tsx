import {
  type AnswerComplaint,
  type Answers,
  asked,
  checkForm,
  checkSection,
  differences,
  type Section as FormSection,
} from '../../engine/form/index.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Alert, Empty, type FieldError, Section, TaskList, type Tone } from '../../ui/index.ts'
import { type Draft, DraftForm, draftsFor } from '../drafts/index.ts'
import { refuse } from './access.ts'
import { AnswersView } from './answers-view.tsx'
import { complaintText } from './complaint-text.ts'
import { FormDifferences } from './differences-view.tsx'
import { triedForm } from './form-drafts.ts'
import { formPage, type OpenForm, openForm } from './frame.tsx'
import { PaperView } from './paper-view.tsx'
import { answersIn, SectionFields } from './section-fields.tsx'
import { sectionBefore, takeSection } from './take-section.ts'
import { text } from './text.ts'

/** What is wrong in answers, at their fields, as an applicant is told. */
export const answerErrors = (
  complaints: readonly AnswerComplaint[],
  language: PageRequest['language'],
): FieldError[] =>
  complaints.map(({ field, code, values = {} }) => ({
    name: field,
    text: complaintText[language].answer[code](values as Record<string, never>),
  }))

/** What keeps the reader at a version that the address asks for. */
const ofVersion = ({ newest, shown }: OpenForm): string =>
  shown === newest ? '' : `?version=${shown.version}`

const askedOf = (open: OpenForm, section: FormSection) => ({
  kind: triedForm,
  subject: `${open.found.id}:${section.key}`,
  section,
})

/** What this person has filled in to try, section by section. */
async function tried(request: PageRequest, open: OpenForm) {
  const { sections } = open.shown.form
  const forms = sections.map((section) => askedOf(open, section))
  const of = await draftsFor(
    request,
    forms.map(({ kind, subject }) => ({ kind, subject })),
  )
  const drafts = new Map<string, Draft>()
  let answers: Answers = {}
  for (const one of forms) {
    const first = of(one.kind, one.subject, sectionBefore(one))
    const draft = of(one.kind, one.subject, sectionBefore(one, answersIn(one.section, first)))
    drafts.set(one.section.key, draft)
    answers = { ...answers, ...answersIn(one.section, draft) }
  }
  return { drafts, answers }
}

const tones: Record<string, Tone> = { 'not-begun': 'plain', begun: 'plain', wrong: 'warm', complete: 'ok' }

async function overviewPage(request: PageRequest): Promise<PageAnswer> {
  const open = await openForm(request)
  const { language, link } = request
  const t = text[language]
  const { form } = open.shown
  const { answers } = await tried(request, open)
  const states = new Map(checkForm(form, answers).map((s) => [s.key, s.state]))
  return formPage(
    request,
    open,
    'preview',
    <>
      {form.sections.length === 0 && <Empty title={t.noSections} />}
      <TaskList
        items={asked(form, answers).map((section) => {
          const state = states.get(section.key) ?? 'not-begun'
          return {
            label: pick(section.title, language)?.text ?? section.key,
            href: link(`/forms/${open.found.id}/preview/${section.key}`) + ofVersion(open),
            state: t.sectionStates[state],
            tone: tones[state] ?? 'plain',
          }
        })}
      />
      {form.sections.length > 0 && (
        <>
          <h2>{t.answers}</h2>
          <AnswersView form={form} answers={answers} language={language} />
        </>
      )}
    </>,
    { title: t.previewShort, lead: t.previewLead },
  )
}

async function sectionPage(
  request: PageRequest,
  errors: readonly FieldError[] = [],
  checked = false,
): Promise<PageAnswer> {
  const open = await openForm(request)
  const { language, link } = request
  const t = text[language]
  const section = sectionOf(open, request.params.section)
  const { drafts, answers } = await tried(request, open)
  return formPage(
    request,
    open,
    'preview',
    <>
      {checked && <Alert tone="ok" title={t.checked} live />}
      <DraftForm
        draft={drafts.get(section.key)!}
        action={link(`/forms/${open.found.id}/preview/${section.key}`) + ofVersion(open)}
        submit={t.check}
        language={language}
        beside={
          <a class="btn bare" href={link(`/forms/${open.found.id}/preview`) + ofVersion(open)}>
            {t.previewShort}
          </a>
        }
      >
        <SectionFields
          form={open.shown.form}
          section={section}
          draft={drafts.get(section.key)!}
          errors={errors}
          others={answers}
          language={language}
        />
      </DraftForm>
    </>,
    { title: pick(section.title, language)?.text ?? section.key, errors },
  )
}

function sectionOf({ shown }: OpenForm, key: string | undefined): FormSection {
  const section = shown.form.sections.find((s) => s.key === key)
  if (!section) throw refuse('missing', 'gone')
  return section
}

async function checkPosted(request: PageRequest): Promise<PageAnswer> {
  const open = await openForm(request)
  const section = sectionOf(open, request.params.section)
  return takeSection(
    request,
    askedOf(open, section),
    async () => {
      const { answers } = await tried(request, open)
      const found = checkSection(open.shown.form, section.key, answers)
      const errors = answerErrors(found?.complaints ?? [], request.language)
      return errors.length > 0 ? errors : sectionPage(request, [], true)
    },
    (errors) => sectionPage(request, errors),
  )
}

async function printPage(request: PageRequest): Promise<PageAnswer> {
  const open = await openForm(request)
  const t = text[request.language]
  const { language } = request
  return formPage(request, open, 'print', <PaperView form={open.shown.form} language={language} />, {
    lead: <span class="no-print">{t.printLead}</span>,
  })
}

async function versionsPage(request: PageRequest): Promise<PageAnswer> {
  const open = await openForm(request)
  const { language, link } = request
  const t = text[language]
  const { versions } = open.found
  return formPage(
    request,
    open,
    'versions',
    versions.map(({ version, state, at, by, form }, i) => {
      const before = versions[i + 1]
      return (
        <Section
          title={`${t.version(version)}, ${t.states[state]}`}
          note={
            <a href={link(`/forms/${open.found.id}/form.json?version=${version}`)} download>
              {t.export}
            </a>
          }
        >
          <p class="note">{[by, formatInstant(at, language)].filter(Boolean).join(' · ')}</p>
          {before ? (
            <FormDifferences items={differences(before.form, form)} language={language} />
          ) : (
            <p class="quiet">{t.firstVersion}</p>
          )}
        </Section>
      )
    }),
    { title: t.versions, lead: t.versionsLead },
  )
}

export const previewPages: readonly Page[] = [
  { method: 'GET', path: '/forms/{id}/preview', run: overviewPage },
  { method: 'GET', path: '/forms/{id}/preview/{section}', run: (request) => sectionPage(request) },
  { method: 'POST', path: '/forms/{id}/preview/{section}', run: checkPosted },
  { method: 'GET', path: '/forms/{id}/print', run: printPage },
  { method: 'GET', path: '/forms/{id}/versions', run: versionsPage },
]
