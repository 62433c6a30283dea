import { type Answers, type Question, type Section, tableOf } from '../../engine/form/index.ts'
import { newSecret } from '../../kernel/id.ts'
import type { PageAnswer, PageRequest, PostedForm } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { Alert, ErrorSummary, type FieldError } from '../../ui/index.ts'
import { attachmentsOf, type Draft, DraftForm, draftFor } from '../drafts/index.ts'
import {
  AnswersView,
  type AskedSection,
  SectionFields,
  SectionFiles,
  sectionBefore,
  takeSection,
} from '../forms/index.ts'
import { applicationPath } from './application.ts'
import type { Gap } from './check.ts'
import { commitmentGaps, commitmentText } from './commitment-gaps.ts'
import { rowsButton } from './de-minimis-view.tsx'
import { refuse } from './error-text.ts'
import { applicationPage, Deadline } from './frame.tsx'
import { MoneyBlock } from './money-block.tsx'
import { moneyFieldsOf, tableField, tableRows } from './money-fields.ts'
import { readWriting, type Writing } from './read-actions.ts'
import { sectionDraft, sectionPath, sectionSubject } from './section-draft.ts'
import { shutPage } from './shut-page.tsx'
import { isAtLeast, isOpen } from './standing.ts'
import { fileKind } from './state.ts'
import { text } from './text.ts'

type Found = { writing: Writing; section: Section; key: string }

async function foundSection(request: PageRequest): Promise<Found> {
  const { id, key = '' } = request.params
  const writing = await request.perform(readWriting, { application: id })
  const section = writing.standing.form.sections.find((s) => s.key === key)
  if (!section) throw refuse('missing', 'missing')
  return { writing, section, key }
}

const countsMoney = ({ kind }: Question): boolean => kind === 'budget' || kind === 'financing'

const isWritable = ({ writing: { level, opened }, key }: Found): boolean =>
  isAtLeast(level, 'edit') && isOpen(opened, key)

/** How the section's fields are read and kept; `posted` knows which of the money's fields the page had. */
function askedOf({ writing, section, key }: Found, posted?: PostedForm): AskedSection {
  const { form, terms, base, answers } = writing.standing
  const own: Record<string, string> = {}
  for (const question of section.questions)
    for (const table of ['aids', 'links'] as const) {
      const said = question.kind === 'de-minimis' ? posted?.get(tableField(question, table)) : undefined
      if (said !== undefined) own[tableField(question, table)] = said
    }
  const fields = moneyFieldsOf(form, terms)
  return {
    kind: sectionDraft,
    subject: sectionSubject(writing.application.id, key),
    section,
    known: base,
    blockFields: (question) =>
      fields(question, { ...answers, ...own }).filter(
        ({ name, list }) => !posted || list || posted.get(name) !== undefined,
      ),
  }
}

const gapsOf = ({ writing, key }: Found): readonly Gap[] =>
  writing.standing.checked.parts.find((part) => part.section.key === key)?.gaps ?? []
const errorsIn = (gaps: readonly Gap[], language: PageRequest['language']): FieldError[] =>
  gaps.map((gap) => ({ name: gap.field, text: gap.text[language] }))

async function filesOf(request: PageRequest, { writing, section }: Found) {
  const questions = section.questions.filter((q) => q.kind === 'file')
  const found = await Promise.all(
    questions.map(
      async (q) =>
        [
          q.key,
          await attachmentsOf(request, { kind: fileKind, id: `${writing.application.id}.${q.key}` }),
        ] as const,
    ),
  )
  return new Map(found)
}

async function show(request: PageRequest, found: Found, errors: readonly FieldError[]): Promise<PageAnswer> {
  const { language, link } = request
  const { writing, section, key } = found
  const { application, opened, standing } = writing
  const t = text[language]
  const parts = standing.checked.parts.map((part) => part.section)
  const at = parts.findIndex((one) => one.key === key)
  const writable = isWritable(found)
  const files = await filesOf(request, found)
  const path = sectionPath(application.id, key)
  const body = writable ? (
    <SectionForm
      found={found}
      draft={await draftOf(request, found)}
      errors={errors}
      request={request}
      action={link(path)}
      last={at === parts.length - 1}
    />
  ) : (
    <>
      <Alert tone="note" title={isAtLeast(writing.level, 'edit') ? t.section.closed : t.list.viewOnly} />
      <AnswersView
        form={{ ...standing.form, sections: [section] }}
        answers={standing.answers}
        language={language}
        blocks={(question) => (
          <MoneyBlock
            {...{
              question,
              answers: standing.answers,
              money: standing.checked.money,
              terms: standing.terms,
              language,
            }}
          />
        )}
      />
    </>
  )
  return applicationPage(
    request,
    writing,
    {
      heading: pick(section.title, language)?.text ?? key,
      ...(writable && section.questions.some(countsMoney) && { islands: ['money'] as const }),
      ...(errors.length > 0 && request.url.searchParams.get('check') === null && { status: 422 as const }),
    },
    <>
      <p class="note">
        <a href={link(applicationPath(application))}>{t.section.back}</a>
        {at >= 0 && ` · ${t.section.of(at + 1, parts.length)}`}
      </p>
      <Deadline opened={opened} request={request} />
      <ErrorSummary errors={errors} language={language} />
      {errors.length === 0 && <CommitmentNote found={found} language={language} />}
      {body}
      <SectionFiles section={section} shown={(question) => files.get(question.key)} request={request} />
    </>,
  )
}

/** That other financiers' commitments differ from the plan is told as long as they do. */
function CommitmentNote({ found, language }: { found: Found; language: PageRequest['language'] }) {
  const { form, answers, terms, checked } = found.writing.standing
  const here = new Set(found.section.questions.map((q) => q.key))
  const gaps = commitmentGaps(form, answers, terms, checked.money).filter((gap) => here.has(gap.question))
  if (gaps.length === 0) return null
  return (
    <Alert tone="warm" title={commitmentText[language].title}>
      <ul>
        {gaps.map((gap) => (
          <li>{gap.text[language]}</li>
        ))}
      </ul>
    </Alert>
  )
}

const draftOf = (request: PageRequest, found: Found): Promise<Draft> => {
  const asked = askedOf(found)
  return draftFor(request, sectionDraft, asked.subject, sectionBefore(asked, found.writing.standing.answers))
}

function SectionForm({
  found,
  draft,
  errors,
  request,
  action,
  last,
}: {
  found: Found
  draft: Draft
  errors: readonly FieldError[]
  request: PageRequest
  action: string
  last: boolean
}) {
  const { language } = request
  const { section, writing } = found
  const { form, answers, checked, terms } = writing.standing
  const t = text[language].section
  const fill = {
    text: draft.text,
    ticked: (field: string) => draft.list(field).includes('yes'),
    errorOf: (field: string) => errors.find((e) => e.name === field)?.text,
  }
  return (
    <DraftForm draft={draft} action={action} submit={last ? t.last : t.next} language={language}>
      <SectionFields
        form={form}
        section={section}
        draft={draft}
        errors={errors}
        language={language}
        others={answers}
        blocks={(question: Question) => (
          <MoneyBlock {...{ question, answers, money: checked.money, terms, language, fill }} />
        )}
      />
    </DraftForm>
  )
}

export async function sectionPage(request: PageRequest): Promise<PageAnswer> {
  const found = await foundSection(request)
  const check = request.url.searchParams.get('check') !== null
  return show(request, found, check ? errorsIn(gapsOf(found), request.language) : [])
}

export async function takeSectionPage(request: PageRequest): Promise<PageAnswer> {
  const found = await foundSection(request)
  if (!isWritable(found)) return shutPage(request, found)
  const posted = withMoneyRows(await request.form(), found)
  const { parts } = found.writing.standing.checked
  const at = parts.findIndex((part) => part.section.key === found.key)
  const { opened } = found.writing
  // While something is completed the others are closed: what comes next is what may be written in.
  const next = parts.slice(at + 1).find((part) => isOpen(opened, part.section.key))?.section.key
  const { id } = found.writing.application
  return takeSection(
    { ...request, form: async () => posted },
    askedOf(found, posted),
    async () => {
      // What is missing may wait; what cannot be read is told where it was typed.
      const unreadable = gapsOf(await foundSection(request)).filter((gap) => gap.unreadable)
      if (unreadable.length > 0) return errorsIn(unreadable, request.language)
      return next && at >= 0 ? sectionPath(id, next) : applicationPath({ id })
    },
    async (errors) => show(request, await foundSection(request), errors),
  )
}

/** What a pressed button makes of the rows of de minimis aid: as if it had been posted so, only to be kept. */
function withMoneyRows(form: PostedForm, { section }: Found): PostedForm {
  const [, deed, key, table, row] =
    /^(add|remove):([a-z0-9-]+):(aids|links)(?::([a-z0-9]+))?$/.exec(form.get(rowsButton) ?? '') ?? []
  const question = section.questions.find((q) => q.key === key && !tableOf(q))
  if (!question || (table !== 'aids' && table !== 'links')) return form
  const field = tableField(question, table)
  const said: Answers = { [field]: form.get(field) ?? '' }
  const rows = tableRows(question, table, said)
  const now = deed === 'add' ? [...rows, newRow()] : rows.filter((one) => one !== row)
  const changed: Record<string, string> = { [field]: now.join('\n'), 'draft-only': '1' }
  return { ...form, get: (name) => changed[name] ?? form.get(name) }
}

const newRow = (): string =>
  newSecret()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 8)
