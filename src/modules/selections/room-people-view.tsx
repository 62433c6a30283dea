import { conflictWords } from '../../engine/conflict/index.ts'
import { formatInstant } from '../../kernel/time.ts'
import { AsideSign } from './room-columns-view.tsx'
import { calledOf, initials, placeOf, type RoomScreen } from './room-screen.ts'
import { roomText } from './room-text.ts'

/** Who steps aside from what, and how that was found. */
export function Recusals({ screen }: { screen: RoomScreen }) {
  const { room, language } = screen
  const t = roomText[language]
  const grounds: Readonly<Record<number, { name: string }>> = conflictWords[language].grounds
  return (
    <section id="sel-recusals" data-key="recusals">
      <h2>{t.recusals}</h2>
      {room.recusals.length === 0 ? (
        <p class="note">{t.noRecusals}</p>
      ) : (
        <section class="scroll" aria-label={t.recusals} tabIndex={0}>
          <table class="tbl tight cards">
            <caption class="vh">{t.recusals}</caption>
            <thead>
              <tr>
                <th scope="col">{t.candidate}</th>
                <th scope="col">{t.member}</th>
                <th scope="col">{t.ground}</th>
                <th scope="col">{t.found}</th>
              </tr>
            </thead>
            <tbody>
              {room.recusals.map((recusal) => {
                const candidate = room.candidates.find(({ id }) => id === recusal.candidate)
                return (
                  <tr>
                    <th scope="row" class="wide">
                      {candidate ? calledOf(candidate, language) : ''}
                    </th>
                    <td>
                      <span class="sel-aside">
                        <span>
                          <AsideSign />
                          <span aria-hidden="true">{initials(recusal.name)}</span>
                        </span>
                      </span>{' '}
                      {recusal.name}
                    </td>
                    <td class="wide">
                      {[recusal.words, recusal.ground !== null && grounds[recusal.ground]?.name]
                        .filter(Boolean)
                        .join('; ')}
                    </td>
                    <td class="quiet">{recusal.found === 'computed' ? t.computed : t.declared}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}

/** Who sits in the meeting, who is here, and the buttons that note it. */
export function Present({ screen }: { screen: RoomScreen }) {
  const { room, language, asked } = screen
  const t = roomText[language]
  return (
    <section id="sel-members" aria-labelledby="sel-members-h" data-key="members">
      <h2 id="sel-members-h">{t.members}</h2>
      <ul class="sel-members">
        {room.members.map((member) => {
          const isHere = member.came !== null && member.left === null
          const mayNote =
            room.state === 'open' && !asked.screen && (room.may.keep || member.person === room.self)
          return (
            <li data-key={member.person}>
              <span>
                {member.name} <span class="note">{t.roles[member.role]}</span>
              </span>
              <span class="note">
                {isHere && `${t.came} ${formatInstant(new Date(member.came!), language)}`}
                {member.left && `${t.left_} ${formatInstant(new Date(member.left), language)}`}
                {member.came === null && t.notHere}
              </span>
              {mayNote && (
                <form method="post" action={placeOf(screen, '/attend')}>
                  <input type="hidden" name="person" value={member.person} />
                  <button class="btn bare" type="submit" name="what" value={isHere ? 'left' : 'came'}>
                    {isHere ? t.left_ : t.came}
                    <span class="vh">: {member.name}</span>
                  </button>
                </form>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
