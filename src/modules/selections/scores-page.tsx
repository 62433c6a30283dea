import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { inEach } from '../../kernel/text.ts'
import { ErrorSummary, type FieldError, PageHead, Scroll } from '../../ui/index.ts'
import { type Before, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { faultText } from './fault-text.ts'
import { ecosystemOf } from './queries.ts'
import { readSelection } from './reading.ts'
import type { Room } from './room.ts'
import { keepers } from './rules.ts'
import { readScore, writeScore } from './scores.ts'
import { framed, said } from './selection-frame.tsx'
import { scoreCandidates } from './take-in-actions.ts'
import { text } from './text.ts'

/** The grid of scores: each who scores has a draft of their own, since they may step aside from different candidates. */
export const selectionScores: DraftKind = {
  kind: 'selection.scores',
  shared: false,
  changes: true,
  title: inEach((l) => text[l].scores),
  path: (id) => `/selections/${id}/scores`,
  allow: { who: [...keepers], in: ({ db }, { subject }) => ecosystemOf(db, subject) },
}

const field = (candidate: string, criterion: string) => `${candidate}.${criterion}`

/** The candidates that the reader scores: not those that they step aside from. */
const scored = (room: Room) => room.candidates.filter((c) => !room.aside.includes(c.id))

const beforeOf = (room: Room, comma: boolean): Before =>
  Object.fromEntries(
    scored(room).flatMap((c) =>
      room.settings.criteria.map((k) => {
        const score = c.scores[k.id]
        return [field(c.id, k.id), score ? writeScore(score, comma) : '']
      }),
    ),
  )

async function page(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, params } = request
  const t = text[language]
  const room = await request.perform(readSelection, { selection: params.id })
  const { criteria, scale } = room.settings
  const draft = await draftFor(request, selectionScores, room.id, beforeOf(room, language !== 'en'))
  const wrong = new Set(errors.map((e) => e.name))
  return framed(
    request,
    t.scores,
    <>
      <PageHead
        title={t.scores}
        over={said(room.name, language)}
        lead={t.scoresLead(scale.low, scale.high)}
      />
      <ErrorSummary errors={errors} language={language} />
      <DraftForm
        draft={draft}
        action={link(`/selections/${room.id}/scores`)}
        submit={t.save}
        language={language}
      >
        <Scroll label={t.scores}>
          <table class="tbl tight selection-grid">
            <caption class="vh">{t.scores}</caption>
            <thead>
              <tr>
                <th scope="col">{t.project}</th>
                {criteria.map((k) => (
                  <th scope="col" class="n">
                    {said(k.name, language)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {scored(room).map((c) => (
                <tr>
                  <th scope="row">
                    <span class="num">{c.code}</span> {said(c.title, language)}
                  </th>
                  {criteria.map((k) => {
                    const name = field(c.id, k.id)
                    return (
                      <td class="n">
                        <input
                          class="selection-score"
                          id={`f-${name.replaceAll('.', '-')}`}
                          name={name}
                          value={draft.text(name)}
                          size={5}
                          autocomplete="off"
                          aria-label={t.scoreOf(c.code, said(k.name, language))}
                          aria-invalid={wrong.has(name) ? 'true' : undefined}
                        />
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </DraftForm>
    </>,
    { meeting: room, bad: errors.length > 0 },
  )
}

async function save(request: PageRequest): Promise<PageAnswer> {
  const { params, language } = request
  const room = await request.perform(readSelection, { selection: params.id })
  return takeForm(
    request,
    { kind: selectionScores, subject: room.id, before: beforeOf(room, language !== 'en') },
    async (sent) => {
      const errors: FieldError[] = []
      const scores = scored(room).flatMap((c) =>
        room.settings.criteria.flatMap((k) => {
          const name = field(c.id, k.id)
          const score = sent.text(name)
          const [was, read] = [c.scores[k.id], readScore(score, room.settings.scale)]
          if (score === '') return []
          if (!read) errors.push({ name, text: `${faultText[language]['bad-score']} ${c.code} ${score}` })
          // What stays as it was keeps where it came from.
          if (was && read && was.low === read.low && was.high === read.high) return []
          return [{ candidate: c.id, criterion: k.id, score }]
        }),
      )
      if (errors.length > 0) return errors
      return (await request.perform(scoreCandidates, { selection: room.id, scores }, sent.draft)).path
    },
    (errors) => page(request, errors),
  )
}

export const scorePages: readonly Page[] = [
  { method: 'GET', path: '/selections/{id}/scores', run: (request) => page(request) },
  { method: 'POST', path: '/selections/{id}/scores', run: save },
]
