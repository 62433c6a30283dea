import type { ComponentChildren } from 'preact'
import { type Answers, type Section as FormSection, placeOf, type Question } from '../../engine/form/index.ts'
import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { pick } from '../../kernel/text.ts'
import { type FieldError, Section } from '../../ui/index.ts'
import { type Draft, DraftForm, discardDraft, draftFor, type Sent } from '../drafts/index.ts'
import { refuse } from './access.ts'
import { changeFormAction } from './change-actions.ts'
import { changedQuestion, changedSection, namedForm, newQuestionDraft, newSection } from './form-drafts.ts'
import { formPage, type OpenForm, openForm } from './frame.tsx'
import { answersInKind } from './kind-change.ts'
import { kindChangeText } from './kind-change-text.ts'
import { KindLink, KindSaid, OtherKinds } from './kind-change-view.tsx'
import { kindText, valueKinds } from './kind-text.ts'
import { LivePreview, type Previewed } from './live-preview.tsx'
import {
  answersOfQuestion,
  answersOfSection,
  newQuestion,
  questionFrom,
  sectionFrom,
  textsFrom,
} from './question-answers.ts'
import {
  alone,
  askedBefore,
  type Kind,
  nameEditor,
  questionEditor,
  sectionEditor,
} from './question-editor.ts'
import { keyFrom } from './rules.ts'
import { answersIn, SectionFields } from './section-fields.tsx'
import { type AskedSection, sectionBefore, takeSection } from './take-section.ts'
import { text } from './text.ts'

/** A page that makes or changes one part of a form: its editor is a section like any other. */
type Editing = {
  kind: DraftKind
  subject: string
  editor: FormSection
  known: Answers
  title: string
  /** Where it is posted. */
  at: string
  /** What the answers make of the form, and where one goes then. */
  step: (sent: Sent) => { step: object; to: string } | readonly FieldError[]
  /** Said above the form: what follows from it. */
  says?: ComponentChildren
  /** What an applicant would see of it as it is typed now, for the preview beside. */
  typed?: (draft: Pick<Sent, 'text' | 'list'>) => Omit<Previewed, 'language'>
  /** The draft that this one goes on from: put away when this one is sent. */
  replaces?: string | undefined
}

/** What has been typed in an editor. Which rows there are, the draft tells. */
async function typedIn(request: PageRequest, asked: AskedSection): Promise<Draft> {
  const { kind, subject, section } = asked
  const begun = await draftFor(request, kind, subject, sectionBefore(asked))
  return draftFor(request, kind, subject, sectionBefore(asked, answersIn(section, begun)))
}

async function editPage(
  request: PageRequest,
  open: OpenForm,
  editing: Editing,
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const { language, link } = request
  const t = text[language]
  const { kind, subject, editor: section, known, title, at } = editing
  const draft = await typedIn(request, { kind, subject, section, known })
  return formPage(
    request,
    open,
    'builder',
    <div class={editing.typed ? 'editor with-aside' : 'editor'}>
      <div>
        {editing.says}
        <DraftForm
          draft={draft}
          action={link(at)}
          submit={t.save}
          language={language}
          beside={
            <a class="btn bare" href={link(`/forms/${open.found.id}`)}>
              {t.back}
            </a>
          }
        >
          <SectionFields
            form={alone(section)}
            section={section}
            draft={draft}
            errors={errors}
            language={language}
          />
        </DraftForm>
      </div>
      {editing.typed && <LivePreview {...editing.typed(draft)} language={language} />}
    </div>,
    { title, errors },
  )
}

const post = (request: PageRequest, open: OpenForm, editing: Editing): Promise<PageAnswer> =>
  takeSection(
    request,
    { kind: editing.kind, subject: editing.subject, section: editing.editor, known: editing.known },
    async (sent) => {
      const made = editing.step(sent)
      if (!('step' in made)) return made
      await request.perform(changeFormAction, { form: open.found.id, step: made.step }, sent.draft)
      if (editing.replaces) await request.perform(discardDraft, { id: editing.replaces })
      return made.to
    },
    (errors) => editPage(request, open, editing, fieldsOfEditor(errors)),
  )

/** Complaints about the parts of a question, at the fields of its editor. */
const fieldsOfEditor = (errors: readonly FieldError[]): FieldError[] =>
  errors.map(({ name, text: said }) => {
    const field = (
      {
        leastRows: 'leastrows',
        mostRows: 'mostrows',
        mostFiles: 'mostfiles',
        label: 'label-fi',
        title: 'title-fi',
        help: 'help-fi',
      } as Record<string, string>
    )[name]
    return { name: field ?? name, text: said }
  })

function mayEdit(open: OpenForm): OpenForm {
  if (!open.mayChange) throw new Refusal('forbidden', 'form.change.forbidden')
  return open
}

const gone = () => refuse('missing', 'gone')

function sectionNamed({ newest }: OpenForm, key: string | undefined): FormSection {
  const section = newest.form.sections.find((s) => s.key === key)
  if (!section) throw gone()
  return section
}

const noLabel = (name: string, request: PageRequest): readonly FieldError[] => [
  { name, text: text[request.language].refused.noLabel },
]

const keysOf = ({ newest }: OpenForm): Set<string> =>
  new Set(newest.form.sections.flatMap((s) => [s.key, ...s.questions.map((q) => q.key)]))

function editingName(request: PageRequest, { found, newest }: OpenForm): Editing {
  const { name } = newest.form
  return {
    kind: namedForm,
    subject: found.id,
    editor: nameEditor,
    known: { 'name-fi': name.fi ?? '', 'name-sv': name.sv ?? '', 'name-en': name.en ?? '' },
    title: text[request.language].names,
    at: `/forms/${found.id}/name`,
    step: (sent) => {
      const said = textsFrom(sent, 'name')
      if (Object.keys(said).length === 0) return noLabel('name-fi', request)
      return { step: { do: 'form.name', name: said }, to: `/forms/${found.id}?saved` }
    },
  }
}

function editingSection(request: PageRequest, open: OpenForm, old?: FormSection): Editing {
  const { found, newest } = open
  const t = text[request.language]
  const earlier = old
    ? askedBefore(newest.form, old.key, '')
    : askedBefore(
        { ...newest.form, sections: [...newest.form.sections, { key: '', title: {}, questions: [] }] },
        '',
        '',
      )
  return {
    kind: old ? changedSection : newSection,
    subject: old ? `${found.id}:${old.key}` : found.id,
    editor: sectionEditor(earlier, !old),
    known: old ? answersOfSection(old) : {},
    title: old ? t.editSection(pick(old.title, request.language)?.text ?? old.key) : t.addSection,
    at: old ? `/forms/${found.id}/sections/${old.key}` : `/forms/${found.id}/new-section`,
    typed: (draft) => {
      const section = sectionFrom('preview', draft, old)
      return { section: { ...section, questions: old?.questions ?? [] }, heading: section.title }
    },
    step: (sent) => {
      const title = textsFrom(sent, 'title')
      if (Object.keys(title).length === 0) return noLabel('title-fi', request)
      const key =
        old?.key ?? (sent.text('key') || keyFrom(Object.values(title)[0] ?? '', keysOf(open), 'section'))
      const section = sectionFrom(key, sent, old)
      const to = `/forms/${found.id}?saved#o-${key}`
      if (old) return { step: { do: 'section.change', section }, to }
      const after = newest.form.sections.at(-1)?.key ?? null
      return { step: { do: 'section.add', section: { ...section, questions: [] }, after }, to }
    },
  }
}

function editingQuestion(
  request: PageRequest,
  open: OpenForm,
  section: FormSection,
  kind: Kind,
  old?: Question,
  /** What has been typed of it in its kind so far, and in which draft. */
  begun?: { question: Question; draft: string | undefined },
): Editing {
  const other = old !== undefined && old.kind !== kind
  const { found, newest } = open
  const { language } = request
  const t = text[language]
  const name = kindText[language].kinds[kind][0]
  return {
    kind: old ? changedQuestion : newQuestionDraft,
    subject: old ? `${found.id}:${old.key}${other ? `:${kind}` : ''}` : `${found.id}:${section.key}:${kind}`,
    editor: questionEditor(kind, askedBefore(newest.form, section.key, old?.key), !old),
    known: !old
      ? newQuestion(kind)
      : other
        ? answersInKind(begun?.question ?? old, kind)
        : answersOfQuestion(old),
    title: old
      ? `${t.editQuestion}: ${pick(old.label, language)?.text ?? old.key}`
      : `${t.addQuestion}: ${name}`,
    at: old
      ? `/forms/${found.id}/questions/${old.key}${other ? `/as/${kind}` : ''}`
      : `/forms/${found.id}/sections/${section.key}/new/${kind}`,
    replaces: begun?.draft,
    typed: (draft) => ({
      section: { key: 'preview', title: {}, questions: [questionFrom(kind, 'preview', draft, old)] },
    }),
    ...(old && {
      says: other ? (
        <KindSaid old={old} kind={kind} language={language} />
      ) : (
        <KindLink at={`/forms/${found.id}/questions/${old.key}/kind`} request={request} />
      ),
    }),
    step: (sent) => {
      const label = textsFrom(sent, 'label')
      if (Object.keys(label).length === 0) return noLabel('label-fi', request)
      const key =
        old?.key ?? (sent.text('key') || keyFrom(Object.values(label)[0] ?? '', keysOf(open), 'question'))
      const question = questionFrom(kind, key, sent, old)
      const to = `/forms/${found.id}?saved#o-${key}`
      if (old) return { step: { do: 'question.change', question }, to }
      const after = section.questions.at(-1)?.key ?? null
      return { step: { do: 'question.add', section: section.key, question, after }, to }
    },
  }
}

/** A question in another kind goes on from what has been typed of it in its own, saved or not. */
async function changingKind(
  request: PageRequest,
  open: OpenForm,
  { section, old }: { section: FormSection; old: Question },
  kind: Kind,
): Promise<Editing> {
  if (old.kind === kind) return editingQuestion(request, open, section, kind, old)
  const now = editingQuestion(request, open, section, old.kind, old)
  const draft = await typedIn(request, { ...now, section: now.editor })
  return editingQuestion(request, open, section, kind, old, {
    question: questionFrom(old.kind, old.key, draft, old),
    draft: draft.state.fields.length > 0 ? (draft.state.id ?? undefined) : undefined,
  })
}

/** The kinds to choose from: each leads to the page that makes one. */
async function kindsPage(request: PageRequest): Promise<PageAnswer> {
  const open = mayEdit(await openForm(request))
  const section = sectionNamed(open, request.params.section)
  const { language, link } = request
  const t = text[language]
  const { kinds, groups } = kindText[language]
  const all = Object.keys(kinds) as Kind[]
  const values: readonly string[] = valueKinds
  const money = ['budget', 'financing', 'de-minimis']
  const grouped = [
    { title: groups.values, of: all.filter((k) => values.includes(k)) },
    { title: groups.tables, of: all.filter((k) => !values.includes(k) && !money.includes(k)) },
    { title: groups.money, of: all.filter((k) => money.includes(k)) },
  ]
  const title = t.addQuestionTo(pick(section.title, language)?.text ?? section.key)
  return formPage(
    request,
    open,
    'builder',
    grouped.map((group) => (
      <Section title={group.title}>
        <ul class="kinds">
          {group.of.map((kind) => (
            <li>
              <a href={link(`/forms/${open.found.id}/sections/${section.key}/new/${kind}`)}>
                {kinds[kind][0]}
              </a>
              <span class="sub">{kinds[kind][1]}</span>
            </li>
          ))}
        </ul>
      </Section>
    )),
    { title, lead: t.chooseKind },
  )
}

function questionNamed(open: OpenForm, key = ''): { section: FormSection; old: Question } {
  const section = sectionNamed(open, placeOf(open.newest.form, key))
  return { section, old: section.questions.find((q) => q.key === key)! }
}

/** Another kind for a question, each with what becomes of the answers given already. */
async function otherKindsPage(request: PageRequest): Promise<PageAnswer> {
  const open = mayEdit(await openForm(request))
  const { old } = questionNamed(open, request.params.question)
  const { language } = request
  const title = kindChangeText[language].title
  const lead = pick(old.label, language)?.text ?? old.key
  const at = `/forms/${open.found.id}/questions/${old.key}`
  return formPage(request, open, 'builder', <OtherKinds old={old} at={at} request={request} />, {
    title,
    lead,
  })
}

const both = (
  path: `/${string}`,
  editing: (request: PageRequest, open: OpenForm) => Editing | Promise<Editing>,
): Page[] => [
  {
    method: 'GET',
    path,
    run: async (request) => {
      const open = mayEdit(await openForm(request))
      return editPage(request, open, await editing(request, open))
    },
  },
  {
    method: 'POST',
    path,
    run: async (request) => {
      const open = mayEdit(await openForm(request))
      return post(request, open, await editing(request, open))
    },
  },
]

export const editPages: readonly Page[] = [
  ...both('/forms/{id}/name', editingName),
  ...both('/forms/{id}/new-section', (request, open) => editingSection(request, open)),
  ...both('/forms/{id}/sections/{section}', (request, open) =>
    editingSection(request, open, sectionNamed(open, request.params.section)),
  ),
  { method: 'GET', path: '/forms/{id}/sections/{section}/new', run: kindsPage },
  ...both('/forms/{id}/sections/{section}/new/{kind}', (request, open) => {
    const kind = request.params.kind as Kind
    if (!Object.hasOwn(kindText.fi.kinds, kind)) throw gone()
    return editingQuestion(request, open, sectionNamed(open, request.params.section), kind)
  }),
  { method: 'GET', path: '/forms/{id}/questions/{question}/kind', run: otherKindsPage },
  ...both('/forms/{id}/questions/{question}/as/{kind}', (request, open) => {
    const kind = request.params.kind as Kind
    if (!Object.hasOwn(kindText.fi.kinds, kind)) throw gone()
    return changingKind(request, open, questionNamed(open, request.params.question), kind)
  }),
  ...both('/forms/{id}/questions/{question}', (request, open) => {
    const { section, old } = questionNamed(open, request.params.question)
    return editingQuestion(request, open, section, old.kind, old)
  }),
]
