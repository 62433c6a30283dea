import { conflictWords, type Point } from '../../engine/conflict/index.ts'
import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach, pick } from '../../kernel/text.ts'
import {
  ChoicesField,
  ErrorSummary,
  type FieldError,
  PageHead,
  SelectField,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { declareAtMeeting, readMeeting, takeItem } from './meeting-actions.ts'
import { framed } from './meeting-frame.ts'
import { meetingText } from './meeting-text.ts'
import { missing } from './reading.ts'

const points: readonly Point[] = [1, 2, 3, 4, 5, 6, 7]
const partsOf = (subject: string) => {
  const [meeting = '', item = ''] = subject.split('.')
  return { meeting, item }
}
const pathOf = (subject: string, form: string) => {
  const { meeting, item } = partsOf(subject)
  return `/meetings/${meeting}/items/${item}/${form}`
}

/** What is written of an item in the room: whoever keeps the meeting writes in one draft. */
export const notesDraft: DraftKind = {
  kind: 'meeting.notes',
  shared: true,
  changes: true,
  title: inEach((l) => meetingText[l].notes),
  path: (subject) => pathOf(subject, 'notes'),
  allow: ruleOf(takeItem.allow, ({ subject }: { subject: string }) => partsOf(subject)),
}

/** What one says of oneself for an item. */
export const roomDeclaration: DraftKind = {
  kind: 'meeting.declaration',
  shared: false,
  title: inEach((l) => meetingText[l].declare),
  path: (subject) => pathOf(subject, 'declaration'),
  allow: ruleOf(declareAtMeeting.allow, ({ subject }: { subject: string }) => ({
    ...partsOf(subject),
    says: 'none' as const,
    point: 7,
    words: '',
    deputy: null,
  })),
}

async function itemOf(request: PageRequest) {
  const view = await request.perform(readMeeting, { meeting: request.params.id })
  const item = view.meeting.items.find((i) => i.id === request.params.item)
  if (!item || view.keptOut.includes(item.id)) throw missing()
  const { language } = request
  const name = item.title ? pick(item.title, language)?.text : `${item.name} (${item.number})`
  return { ...view, item, name: name ?? '', subject: `${view.meeting.id}.${item.id}` }
}

async function notesPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const t = meetingText[language]
  const { item, name, subject } = await itemOf(request)
  const draft = await draftFor(request, notesDraft, subject, { notes: item.notes })
  return framed(
    request,
    t.notes,
    <>
      <PageHead over={`${item.position} §`} title={name} />
      <ErrorSummary errors={errors} language={language} />
      <DraftForm
        draft={draft}
        action={link(notesDraft.path(subject))}
        submit={t.saveNotes}
        language={language}
      >
        <TextArea name="notes" label={t.notes} value={draft.text('notes')} rows={8} language={language} />
      </DraftForm>
    </>,
    errors.length > 0,
  )
}

async function takeNotes(request: PageRequest): Promise<PageAnswer> {
  const { meeting, item, subject } = await itemOf(request)
  return takeForm(
    request,
    { kind: notesDraft, subject, before: { notes: item.notes } },
    async (sent) => {
      const said = { meeting: meeting.id, item: item.id, notes: sent.text('notes') }
      return (await request.perform(takeItem, said, sent.draft)).path
    },
    (errors) => notesPage(request, errors),
  )
}

const undeclared = { says: '', point: '7', words: '', deputy: '' }

async function declarationPage(
  request: PageRequest,
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const { language, link } = request
  const t = meetingText[language]
  const { meeting, item, name, subject } = await itemOf(request)
  const draft = await draftFor(request, roomDeclaration, subject, undeclared)
  const deputies = meeting.attendees.filter((a) => a.role === 'deputy')
  const field = (name: keyof typeof undeclared, label: string) => ({
    name,
    label,
    value: draft.text(name),
    error: errors.find((e) => e.name === name)?.text,
    language,
  })
  return framed(
    request,
    t.declare,
    <>
      <PageHead over={`${item.position} § ${name}`} title={t.declare} />
      <ErrorSummary errors={errors} language={language} />
      <DraftForm
        draft={draft}
        action={link(roomDeclaration.path(subject))}
        submit={t.declare}
        language={language}
      >
        <ChoicesField
          {...field('says', t.declare)}
          kind="radio"
          values={draft.list('says')}
          choices={[
            { value: 'none', label: t.iAmFree },
            { value: 'conflict', label: t.iAmBound },
          ]}
        />
        <SelectField
          {...field('point', t.ground)}
          choices={points.map((p) => ({
            value: String(p),
            label: `${p}. ${conflictWords[language].grounds[p].name}`,
          }))}
        />
        <TextField {...field('words', t.why)} optional />
        {deputies.length > 0 && (
          <SelectField
            {...field('deputy', t.deputy)}
            none={t.noDeputy}
            choices={deputies.map((a) => ({ value: a.person, label: a.name }))}
            optional
          />
        )}
      </DraftForm>
    </>,
    errors.length > 0,
  )
}

async function takeDeclaration(request: PageRequest): Promise<PageAnswer> {
  const { meeting, item, subject } = await itemOf(request)
  return takeForm(
    request,
    { kind: roomDeclaration, subject, before: undeclared },
    async (sent) => {
      const said = {
        meeting: meeting.id,
        item: item.id,
        says: sent.text('says'),
        point: sent.text('point') || 7,
        words: sent.text('words'),
        deputy: sent.text('deputy') || null,
      }
      return (await request.perform(declareAtMeeting, said, sent.draft)).path
    },
    (errors) => declarationPage(request, errors),
  )
}

export const itemFormPages: readonly Page[] = [
  { method: 'GET', path: '/meetings/{id}/items/{item}/notes', run: (request) => notesPage(request) },
  { method: 'POST', path: '/meetings/{id}/items/{item}/notes', run: takeNotes },
  {
    method: 'GET',
    path: '/meetings/{id}/items/{item}/declaration',
    run: (request) => declarationPage(request),
  },
  { method: 'POST', path: '/meetings/{id}/items/{item}/declaration', run: takeDeclaration },
]
