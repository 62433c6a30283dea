import { conflictWords } from '../../engine/conflict/index.ts'
import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { inEach, type Language } from '../../kernel/text.ts'
import { Alert, ErrorSummary, type FieldError, PageHead, Table, Tag, TextArea } from '../../ui/index.ts'
import { groundText } from '../conflicts/index.ts'
import { type Before, type Draft, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { draftsInIt } from './access.ts'
import { declareSelection, type OwnStanding, ownStandings } from './declare-actions.ts'
import { declareText } from './declare-text.ts'
import { readSelection } from './reading.ts'
import type { Room, RoomCandidate } from './room.ts'
import { framed, said } from './selection-frame.tsx'

/** What somebody declares of the candidates; everybody has a draft of their own. */
export const selectionDeclaration: DraftKind = {
  kind: 'selection.declaration',
  shared: false,
  title: inEach((l) => declareText[l].title),
  path: (id) => `/selections/${id}/declaration`,
  allow: draftsInIt,
}

const field = (candidate: string) => `c.${candidate}`

/** Where nothing was found one is free unless one says otherwise; what was found waits for an answer. */
const beforeOf = (items: readonly OwnStanding[]): Before => ({
  ...Object.fromEntries(
    items.flatMap(({ candidate, is }) =>
      is === 'barred' ? [] : [[field(candidate), is === 'must-answer' ? '' : 'none']],
    ),
  ),
  words: '',
})

async function page(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, params } = request
  const t = declareText[language]
  const room = await request.perform(readSelection, { selection: params.id })
  const { items } = await request.perform(ownStandings, { selection: room.id })
  const draft = await draftFor(request, selectionDeclaration, room.id, beforeOf(items))
  const wordsError = errors.find((e) => e.name === 'words')?.text
  return framed(
    request,
    t.title,
    <>
      <PageHead title={t.title} over={said(room.name, language)} lead={t.lead} />
      <ErrorSummary errors={errors} language={language} />
      <DraftForm
        draft={draft}
        action={link(`/selections/${room.id}/declaration`)}
        submit={t.save}
        language={language}
      >
        <Candidates room={room} items={items} draft={draft} language={language} />
        <TextArea
          name="words"
          label={t.words}
          help={t.wordsHelp}
          value={draft.text('words')}
          error={wordsError}
          language={language}
          optional
        />
      </DraftForm>
    </>,
    { meeting: room, bad: errors.length > 0 },
  )
}

function Candidates({
  room,
  items,
  draft,
  language,
}: {
  room: Room
  items: readonly OwnStanding[]
  draft: Draft
  language: Language
}) {
  const t = declareText[language]
  const standing = (c: RoomCandidate) => items.find((i) => i.candidate === c.id)!
  return (
    <Table
      caption={t.title}
      language={language}
      cards
      density="tight"
      rows={room.candidates}
      columns={[
        {
          label: t.candidate,
          heading: true,
          phone: 'wide',
          cell: (c) => (
            <>
              <span class="num">{c.code}</span> {said(c.title, language)}
              <span class="sub">{c.lead}</span>
            </>
          ),
        },
        {
          label: t.found,
          phone: 'wide',
          cell: (c) => <Found standing={standing(c)} language={language} />,
        },
        {
          label: t.own,
          phone: 'wide',
          class: 'selection-own',
          cell: (c) =>
            standing(c).is === 'barred' ? (
              <Tag tone="bad" sign="stopped">
                {t.barred}
              </Tag>
            ) : (
              <select name={field(c.id)} id={`f-c-${c.id}`} aria-label={t.of(c.code)}>
                {standing(c).is === 'must-answer' && (
                  <option value="" selected={draft.text(field(c.id)) === ''}>
                    {t.answer}
                  </option>
                )}
                {(['none', 'conflict'] as const).map((value) => (
                  <option value={value} selected={draft.text(field(c.id)) === value}>
                    {t[value]}
                  </option>
                ))}
              </select>
            ),
        },
      ]}
    />
  )
}

/** Each tie with its way; of what bars, the ground in the law too. */
function Found({ standing: { is, ties }, language }: { standing: OwnStanding; language: Language }) {
  const t = declareText[language]
  const { kinds } = conflictWords[language]
  return (
    <>
      {ties.map((tie) => (
        <p>
          {t.through(kinds[tie.kind], tie.through.map((step) => step.name).join(' › '))}
          {is === 'barred' && <span class="sub">{groundText(tie.point, language)}</span>}
        </p>
      ))}
    </>
  )
}

async function save(request: PageRequest): Promise<PageAnswer> {
  const { items } = await request.perform(ownStandings, { selection: request.params.id })
  const subject = request.params.id ?? ''
  return takeForm(
    request,
    { kind: selectionDeclaration, subject, before: beforeOf(items) },
    async (sent) => {
      const saying = (what: string) =>
        items.filter((i) => sent.text(field(i.candidate)) === what).map((i) => i.candidate)
      const asked = {
        selection: subject,
        conflicts: saying('conflict'),
        denied: saying('none'),
        words: sent.text('words'),
      }
      return (await request.perform(declareSelection, asked, sent.draft)).path
    },
    (errors) => page(request, errors),
  )
}

/** Told on the meeting's pages to whoever has yet to declare. */
export function Undeclared({
  room,
  language,
  link,
}: { room: Pick<Room, 'id' | 'undeclared' | 'state'> } & Pick<PageRequest, 'language' | 'link'>) {
  const t = declareText[language]
  if (room.undeclared.length === 0 || room.state === 'closing' || room.state === 'closed') return null
  return (
    <Alert tone="warm" title={t.waits}>
      <p>{t.waitsNote(room.undeclared.length)}</p>
      <p>
        <a class="btn" href={link(`/selections/${room.id}/declaration`)}>
          {t.toDeclare}
        </a>
      </p>
    </Alert>
  )
}

export const declarePages: readonly Page[] = [
  { method: 'GET', path: '/selections/{id}/declaration', run: (request) => page(request) },
  { method: 'POST', path: '/selections/{id}/declaration', run: save },
]
