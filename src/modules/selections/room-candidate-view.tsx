import type { ComponentChildren } from 'preact'
import { formatAmount } from '../../kernel/money.ts'
import { formatDay } from '../../kernel/time.ts'
import { asideWords, candidateNote, forceReason } from './room-drafts.ts'
import { costOf, type RoomRow } from './room-figures.ts'
import { RoomForm } from './room-form.tsx'
import { budgetName, calledOf, criterionName, formatPlain, placeOf, type RoomScreen } from './room-screen.ts'
import { roomText } from './room-text.ts'

type Props = { row: RoomRow; screen: RoomScreen }

/** Behind a candidate's row: its scores and costs, what has been noted, and what may be decided of it. */
export function CandidateMore({ row, screen }: Props) {
  const { room, language } = screen
  const t = roomText[language]
  const called = calledOf(row, language)
  const isAside = room.aside.includes(row.id)
  return (
    <details class="sel-more" data-key={`more-${row.code}`}>
      <summary>
        <span aria-hidden="true">…</span>
        <span class="vh">{t.more(called)}</span>
      </summary>
      <div class="sel-card">
        <Facts row={row} screen={screen} />
        {isAside ? (
          <p class="note">{t.hiddenAside}</p>
        ) : (
          <>
            <p>
              <a href={placeOf(screen, `/candidates/${encodeURIComponent(row.code)}`)}>{t.talk}</a>
            </p>
            <Notes row={row} screen={screen} />
            <Force row={row} screen={screen} />
          </>
        )}
        <StepAside row={row} screen={screen} />
      </div>
    </details>
  )
}

function Facts({ row, screen }: Props) {
  const { room, language, link } = screen
  const t = roomText[language]
  const facts: [string, ComponentChildren][] = [
    ...room.settings.criteria.flatMap(({ id }): [string, ComponentChildren][] => {
      const score = row.scores[id]
      if (!score) return []
      const { low, high } = score
      const written = (n: string) => formatPlain(Number(n), language)
      return [[criterionName(screen, id), low === high ? written(low) : `${written(low)}–${written(high)}`]]
    }),
    ...room.settings.budgets.map(({ id }): [string, ComponentChildren] => [
      budgetName(screen, id),
      `${formatAmount(costOf(row, id), language)} €`,
    ]),
    [t.lead, row.lead],
    [t.city, row.city],
    [t.fund, row.fund],
    [
      t.period,
      row.starts && row.ends && `${formatDay(row.starts, language)}–${formatDay(row.ends, language)}`,
    ],
    [t.source, row.source],
  ]
  return (
    <>
      <dl class="sel-facts">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {row.note && <p class="note">{row.note}</p>}
      {row.path && (
        <p>
          <a href={link(row.path)}>{t.openPage}</a>
        </p>
      )}
    </>
  )
}

function Notes({ row, screen }: Props) {
  const { room, language } = screen
  const t = roomText[language]
  const notes = room.notes.filter(({ candidate }) => candidate === row.id)
  return (
    <div data-key={`notes-${row.code}`}>
      <h3>{t.notes}</h3>
      {notes.length === 0 && <p class="note">{t.noNotes}</p>}
      <ul class="sel-notes">
        {notes.map(({ id, name, body }) => (
          <li data-key={id}>
            {body} <span class="note">{name}</span>
          </li>
        ))}
      </ul>
      {room.may.note && (
        <RoomForm screen={screen} kind={candidateNote} about={row.id} deed="note" submit={t.saveNote}>
          {(draft) => (
            <>
              <input type="hidden" name="candidate" value={row.id} />
              <label>
                <span class="vh">
                  {t.addNote}: {calledOf(row, language)}
                </span>
                <textarea name="body" rows={2} placeholder={t.addNote}>
                  {draft.text('body')}
                </textarea>
              </label>
            </>
          )}
        </RoomForm>
      )}
    </div>
  )
}

function Force({ row, screen }: Props) {
  const { room, language } = screen
  const t = roomText[language]
  const called = calledOf(row, language)
  const force = room.forces.find(({ candidate }) => candidate === row.id)
  if (!room.may.keep || room.state !== 'open') return null
  if (force)
    return (
      <form method="post" action={placeOf(screen, '/unforce')}>
        <input type="hidden" name="force" value={force.id} />
        <button class="btn" type="submit">
          {t.unforceOf(called)}
        </button>
      </form>
    )
  return (
    <div data-key={`force-${row.code}`}>
      <h3>{t.force}</h3>
      <RoomForm
        screen={screen}
        kind={forceReason}
        about={row.id}
        deed="force"
        submit={[
          { name: 'way', value: 'in', label: t.forceIn(row.code) },
          { name: 'way', value: 'out', label: t.forceOut(row.code) },
        ]}
      >
        {(draft) => (
          <>
            <input type="hidden" name="candidate" value={row.id} />
            <label>
              {t.reason}
              <span class="help">{t.reasonHelp}</span>
              <textarea name="reason" rows={2}>
                {draft.text('reason')}
              </textarea>
            </label>
          </>
        )}
      </RoomForm>
    </div>
  )
}

function StepAside({ row, screen }: Props) {
  const { room, language } = screen
  const t = roomText[language]
  if (!room.self || room.aside.includes(row.id) || room.state === 'closed') return null
  return (
    <details class="sel-inner" data-key={`aside-${row.code}`}>
      <summary>{t.stepAside}</summary>
      <RoomForm
        screen={screen}
        kind={asideWords}
        about={row.id}
        deed="step-aside"
        submit={t.stepAsideFrom(row.code)}
      >
        {(draft) => (
          <>
            <input type="hidden" name="candidate" value={row.id} />
            <label>
              {t.asideWords}
              <textarea name="words" rows={2}>
                {draft.text('words')}
              </textarea>
            </label>
          </>
        )}
      </RoomForm>
    </details>
  )
}
