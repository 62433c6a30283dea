import { formatCount, type Language } from '../../kernel/text.ts'
import { Empty, PageHead, Scroll } from '../../ui/index.ts'
import type { Room } from './room.ts'
import { disagreedOn, type Standpoint } from './room-members.ts'
import { saidText } from './room-said-text.ts'
import { calledOf, criterionName, formatShare, initials, placeOf, saidInWords } from './room-screen.ts'
import { roomText } from './room-text.ts'
import { voteText } from './room-vote-text.ts'

type Props = {
  room: Room
  members: readonly Standpoint[]
  language: Language
  link: (path: string) => string
}

/** Members' own weights side by side: what each says, where they disagree, and how far the weights are apart. */
export function MembersView({ room, members, language, link }: Props) {
  const t = voteText[language]
  const hasOwn = members.length > 1
  return (
    <div class="sel-members-page">
      <PageHead title={t.membersTitle} lead={t.membersLead} />
      {members.some(({ isWaiting }) => isWaiting) && (
        <p class="note">
          {saidText[language].waiting}{' '}
          <a href={placeOf({ room, link }, '/room/members')}>{saidText[language].look}</a>
        </p>
      )}
      {hasOwn ? (
        <>
          <Said room={room} members={members} language={language} />
          <Disagreement room={room} members={members} language={language} link={link} />
          <Spread room={room} members={members} language={language} />
        </>
      ) : (
        <Empty title={room.state === 'open' || room.state === 'closed' ? t.nobodySaid : t.notOpen}>
          {t.nobodySaidNext}
        </Empty>
      )}
      <p class="actions">
        <a class="btn" href={placeOf({ room, link }, '/room')}>
          {roomText[language].room}
        </a>
      </p>
    </div>
  )
}

const nameOf = ({ member }: Standpoint, language: Language) => member?.name ?? voteText[language].meeting

function Said({ room, members, language }: Omit<Props, 'link'>) {
  const t = voteText[language]
  return (
    <Scroll label={t.said}>
      <table class="tbl cards">
        <caption class="vh">{t.said}</caption>
        <thead>
          <tr>
            <th scope="col">{roomText[language].member}</th>
            <th scope="col">{t.said}</th>
            <th scope="col" class="r">
              {saidText[language].portfolios}
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((standpoint) => (
            <tr>
              <th scope="row">{nameOf(standpoint, language)}</th>
              <td class="wide">
                {standpoint.statements.length === 0
                  ? t.nothing
                  : standpoint.statements.map(({ said }) => (
                      <span class="sel-line-of">{saidInWords(said, { room, language })}</span>
                    ))}
              </td>
              <td class="r" data-l={saidText[language].portfolios}>
                {standpoint.isWaiting ? (
                  <span class="quiet">{saidText[language].computing}</span>
                ) : standpoint.count === undefined ? (
                  <span class="tag bad">{t.impossible}</span>
                ) : (
                  formatCount(BigInt(standpoint.count), language)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** Candidates that the members' own weights sort differently, each with what each says. */
function Disagreement({ room, members, language, link }: Props) {
  const t = voteText[language]
  const codes = disagreedOn(room, members)
  const rows = room.candidates.filter(({ code }) => codes.includes(code))
  return (
    <section>
      <h2>{t.differ}</h2>
      <p class="note">
        {rows.length === 0
          ? members.some(({ isWaiting }) => isWaiting)
            ? saidText[language].waiting
            : t.agree
          : `${t.disagreeN(formatCount(rows.length, language))} ${t.differNote}`}
      </p>
      {rows.length > 0 && (
        <Scroll label={t.differ}>
          <table class="tbl tight across">
            <caption class="vh">{t.differ}</caption>
            <thead>
              <tr>
                <th scope="col">{roomText[language].candidate}</th>
                {members.map((standpoint) => (
                  <th scope="col">
                    <abbr title={nameOf(standpoint, language)}>
                      {standpoint.member ? initials(standpoint.member.name) : t.meeting}
                    </abbr>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((candidate) => (
                <tr>
                  <th scope="row">
                    {candidate.path ? (
                      <a href={link(candidate.path)}>{calledOf(candidate, language)}</a>
                    ) : (
                      calledOf(candidate, language)
                    )}
                  </th>
                  {members.map(({ classes }) => {
                    const is = classes?.[candidate.code]
                    return <td class={is && `sel-class ${is}`}>{is ? t.klass[is] : '–'}</td>
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  )
}

/** By criterion, the interval that each allows, drawn from nought to a hundred per cent on one scale. */
function Spread({ room, members, language }: Omit<Props, 'link'>) {
  const t = voteText[language]
  return (
    <section aria-labelledby="sel-spread">
      <h2 id="sel-spread">{t.spread}</h2>
      <p class="note">{t.spreadNote}</p>
      {room.settings.criteria.map(({ id }, c) => (
        <Scroll label={criterionName({ room, language }, id)}>
          <table class="tbl tight sel-spread">
            <caption>{criterionName({ room, language }, id)}</caption>
            <tbody>
              {members.map((standpoint) => {
                const range = standpoint.ranges?.[c]
                return (
                  <tr>
                    <th scope="row">{nameOf(standpoint, language)}</th>
                    <td class="sel-spread-bar">
                      {range && (
                        <svg width="100%" height="8" aria-hidden="true" focusable="false">
                          <rect class="soft" width="100%" height="8" />
                          <rect
                            class={standpoint.member ? 'mark' : 'mark of-meeting'}
                            x={`${range.low * 100}%`}
                            width={`${Math.max(1, (range.high - range.low) * 100)}%`}
                            height="8"
                          />
                        </svg>
                      )}
                    </td>
                    <td class="r">
                      {range
                        ? saidText[language].range(
                            formatShare(range.low, language),
                            formatShare(range.high, language),
                          )
                        : t.impossible}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </Scroll>
      ))}
    </section>
  )
}
