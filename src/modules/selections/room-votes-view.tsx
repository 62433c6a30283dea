import type { RoomVote } from './room.ts'
import { optionsOfVote, voteQuestion } from './room-drafts.ts'
import { RoomForm } from './room-form.tsx'
import { calledOf, placeOf, type RoomScreen } from './room-screen.ts'
import { voteText } from './room-vote-text.ts'

/** Votes of the meeting: asked by who runs it, answered by members, counted when they are ended. */
export function Votes({ screen }: { screen: RoomScreen }) {
  const { room, language, asked } = screen
  const t = voteText[language]
  return (
    <section id="sel-votes" aria-labelledby="sel-votes-h" data-key="votes">
      <h2 id="sel-votes-h">{t.votes}</h2>
      {room.votes.length === 0 && <p class="note">{t.none}</p>}
      {room.votes.map((vote) => (
        <Vote vote={vote} screen={screen} />
      ))}
      {room.may.keep && room.state === 'open' && !asked.screen && <AskVote screen={screen} />}
    </section>
  )
}

function Vote({ vote, screen }: { vote: RoomVote; screen: RoomScreen }) {
  const { room, language, asked } = screen
  const t = voteText[language]
  const able = room.members.filter(
    ({ came, left, role }) => came && !left && ['chair', 'member', 'deputy'].includes(role),
  )
  const count = (option: string) => vote.ballots.filter((ballot) => ballot.option === option).length
  const mine = vote.options.find(({ id }) => id === vote.mine)
  return (
    <div class="sel-vote" data-key={vote.id}>
      <h3>
        {vote.question} <span class={vote.closed ? 'tag' : 'tag on'}>{vote.closed ? t.closed : t.open}</span>
      </h3>
      {vote.closed ? (
        <ul class="sel-plain">
          {vote.options.map((option) => (
            <li>
              <span>{option.name}</span>
              <b class="num">{count(option.id)}</b>
            </li>
          ))}
        </ul>
      ) : (
        <p class="note">{t.voted(String(vote.ballots.length), String(able.length))}</p>
      )}
      {vote.barred && !vote.closed && <p class="warm">{t.barred}</p>}
      {mine && (
        <p class="note">
          {t.yours}: {mine.name}
        </p>
      )}
      {room.may.vote && !vote.closed && !vote.barred && !asked.screen && (
        <form method="post" action={placeOf(screen, '/ballot')} class="sel-line">
          <fieldset>
            <legend class="vh">{vote.question}</legend>
            <input type="hidden" name="vote" value={vote.id} />
            {vote.options.map((option) => (
              <label class="ck">
                <input type="radio" name="option" value={option.id} checked={option.id === vote.mine} />
                <span>{option.name}</span>
              </label>
            ))}
          </fieldset>
          <button class="btn" type="submit">
            {t.vote}
          </button>
        </form>
      )}
      {room.may.keep && !vote.closed && !asked.screen && (
        <form method="post" action={placeOf(screen, '/end-vote')}>
          <input type="hidden" name="vote" value={vote.id} />
          <button class="btn" type="submit">
            {t.end}
            <span class="vh">: {vote.question}</span>
          </button>
        </form>
      )}
    </div>
  )
}

function AskVote({ screen }: { screen: RoomScreen }) {
  const { room, language } = screen
  const t = voteText[language]
  return (
    <details class="sel-inner" data-key="ask-vote">
      <summary>{t.ask}</summary>
      <RoomForm screen={screen} kind={voteQuestion} about="new" deed="ask-vote" submit={t.ask}>
        {(draft) => (
          <>
            <label>
              {t.question}
              <input name="question" value={draft.text('question')} />
            </label>
            {optionsOfVote.map((i) => (
              <div class="sel-words">
                <label>
                  {t.option(i + 1)} <input name={`option-${i}`} value={draft.text(`option-${i}`)} />
                </label>
                <label>
                  {t.takes(i + 1)}{' '}
                  <select name={`candidates-${i}`}>
                    <option value="">{t.nobody}</option>
                    {room.candidates
                      .filter(({ id }) => !room.aside.includes(id))
                      .map((candidate) => (
                        <option
                          value={candidate.id}
                          selected={candidate.id === draft.text(`candidates-${i}`)}
                        >
                          {calledOf(candidate, language)}
                        </option>
                      ))}
                  </select>
                </label>
              </div>
            ))}
          </>
        )}
      </RoomForm>
    </details>
  )
}
