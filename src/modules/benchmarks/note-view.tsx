import type { DraftKind } from '../../kernel/draft.ts'
import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { inEach } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { type FieldError, SelectField, Tag, TextArea, TextField } from '../../ui/index.ts'
import { type Before, type Draft, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { benchmarking, type ShownBenchmark } from './actions.ts'
import { addNote, noteKinds } from './note-actions.ts'
import { text } from './text.ts'

type Props = { of: ShownBenchmark; request: PageRequest }

export const noteDraft: DraftKind = {
  kind: 'benchmark.note',
  shared: false,
  title: inEach((l) => text[l].addNote),
  path: (subject) => `/benchmarks/${subject}`,
  allow: benchmarking,
  fields: inEach((l) => {
    const t = text[l]
    return { kind: { label: t.noteKind, values: t.noteKinds }, words: t.noteWords, address: t.noteAddress }
  }),
}

const before: Before = { kind: 'cause', words: '', address: '' }

/** The form of a note: its draft, and what becomes of it when it is sent. */
export const sendNote = {
  draft: (request: PageRequest, id: string): Promise<Draft> => draftFor(request, noteDraft, id, before),
  take: (request: PageRequest, again: (errors: readonly FieldError[]) => Promise<PageAnswer>) => {
    const id = request.params.id ?? ''
    return takeForm(
      request,
      { kind: noteDraft, subject: id, before },
      async (sent) => {
        const note = { id, kind: sent.text('kind'), words: sent.text('words'), address: sent.text('address') }
        await request.perform(addNote, note, sent.draft)
        return `/benchmarks/${id}#notes`
      },
      again,
    )
  },
}

export function NoteList({ of, request, keeps }: Props & { keeps: boolean }) {
  const { language, link } = request
  const t = text[language]
  if (of.notes.length === 0) return <p class="quiet">{t.noNotes}</p>
  return (
    <ul class="bench-notes">
      {of.notes.map((note) => (
        <li>
          <p>
            <Tag tone={note.kind === 'lesson' ? 'ok' : 'plain'}>{t.noteKinds[note.kind]}</Tag> {note.words}
          </p>
          <p class="note">
            {[note.by, formatInstant(note.at, language)].filter(Boolean).join(', ')}
            {note.address && (
              <>
                {' · '}
                <a href={link(note.address)}>{t.ledTo}</a>
              </>
            )}
          </p>
          {keeps && note.own && (
            <form method="post" action={link(`/benchmarks/${of.id}/notes/${note.id}/remove`)}>
              <button class="btn small" type="submit">
                {t.remove}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}

type FormProps = Props & { draft: Draft; errors: readonly FieldError[] }

export function NoteForm({ of, request, draft, errors }: FormProps) {
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
      action={link(`/benchmarks/${of.id}/notes`)}
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
