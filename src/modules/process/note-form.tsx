import type { DraftKind } from '../../kernel/draft.ts'
import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { inEach } from '../../kernel/text.ts'
import { type FieldError, SelectField, TextArea, TextField } from '../../ui/index.ts'
import { type Before, type Draft, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { addProcessNote, noteKinds } from './note-actions.ts'
import type { FigureId } from './rules.ts'
import { pathOf } from './saying.ts'
import { handling } from './sight.ts'
import { text } from './text.ts'

const subjectOf = (figure: FigureId, key: string): string => `${figure}/${key}`

export const noteDraft: DraftKind = {
  kind: 'process.note',
  shared: false,
  title: inEach((l) => text[l].addNote),
  path: (subject) => `/benchmarks/process/${subject}`,
  allow: handling,
  fields: inEach((l) => {
    const t = text[l]
    return { kind: { label: t.noteKind, values: t.noteKinds }, words: t.noteWords, address: t.noteAddress }
  }),
}

const before: Before = { kind: 'cause', words: '', address: '' }

type About = { figure: FigureId; ecosystem: { id: string; key: string } }

/** The form of a note on a figure of an ecosystem: its draft, and what becomes of it when it is sent. */
export const sendNote = {
  draft: (request: PageRequest, { figure, ecosystem }: About): Promise<Draft> =>
    draftFor(request, noteDraft, subjectOf(figure, ecosystem.key), before),
  take: (
    request: PageRequest,
    { figure, ecosystem }: About,
    again: (errors: readonly FieldError[]) => Promise<PageAnswer>,
  ) =>
    takeForm(
      request,
      { kind: noteDraft, subject: subjectOf(figure, ecosystem.key), before },
      async (sent) => {
        await request.perform(
          addProcessNote,
          {
            ecosystem: ecosystem.id,
            figure,
            kind: sent.text('kind'),
            words: sent.text('words'),
            address: sent.text('address'),
          },
          sent.draft,
        )
        return `${pathOf(figure)}#notes`
      },
      again,
    ),
}

type FormProps = About & { request: PageRequest; draft: Draft; errors: readonly FieldError[] }

export function NoteForm({ figure, ecosystem, request, draft, errors }: FormProps) {
  const { language, link } = request
  const t = text[language]
  const field = (name: string) => ({
    name,
    value: draft.text(name),
    error: errors.find((e) => e.name === name)?.text,
    language,
  })
  return (
    <DraftForm
      draft={draft}
      action={link(pathOf(figure, ecosystem.key))}
      submit={t.addNote}
      language={language}
    >
      <SelectField
        {...field('kind')}
        label={t.noteKind}
        choices={noteKinds.map((kind) => ({ value: kind, label: t.noteKinds[kind] }))}
      />
      <TextArea {...field('words')} label={t.noteWords} help={t.noteHelp} rows={3} />
      <TextField {...field('address')} label={t.noteAddress} help={t.noteAddressHelp} size="full" optional />
    </DraftForm>
  )
}
