import type { ComponentChildren } from 'preact'
import { nameOf } from '../../engine/portfolio/index.ts'
import { formatCount, pick } from '../../kernel/text.ts'
import { Alert, Empty } from '../../ui/index.ts'
import { DraftWords } from '../drafts/index.ts'
import { Undeclared } from './declare-page.tsx'
import { RecordGivenUp } from './given-up-view.tsx'
import { problemOf } from './problem.ts'
import { Columns, columnsOfScreen, IndexTable } from './room-columns-view.tsx'
import { moneyOf } from './room-figures.ts'
import { Money } from './room-money-view.tsx'
import { Present, Recusals } from './room-people-view.tsx'
import { Portfolios } from './room-portfolios-view.tsx'
import { Information, Rules } from './room-rules-view.tsx'
import { saidText } from './room-said-text.ts'
import { placeOf, type RoomScreen, roomAddress, statedUnder, supposedFields } from './room-screen.ts'
import { Supposed, TryForm } from './room-supposed-view.tsx'
import { roomText } from './room-text.ts'
import { voteText } from './room-vote-text.ts'
import { Votes } from './room-votes-view.tsx'
import { Weights } from './room-weights-view.tsx'

/**
 * The room whole: as the server draws it, complete without script. A window with script solves in its own worker
 * while somebody drags, and puts a fresh drawing in place when the meeting moves on.
 */
export function RoomView({
  screen,
  refused,
  effect,
}: {
  screen: RoomScreen
  /** What was just refused, in words. */
  refused?: string | undefined
  /** What the portfolio does to the matrix, the timeline and the balance. */
  effect: ComponentChildren
}) {
  const { room, asked, language } = screen
  const t = roomText[language]
  const columns = columnsOfScreen(screen)
  const money = columns ? moneyOf(room, columns, asked.supposing) : []
  const left = money.reduce((sum, of) => sum + of.left, 0n)
  return (
    <selection-room
      id="sel-room"
      class={asked.screen ? 'sel-room on-screen' : 'sel-room'}
      data-selection={room.id}
      data-revision={String(room.revision)}
      data-closed={room.state === 'closed' ? '' : undefined}
      data-waiting={'pending' in screen.solved ? 'all' : screen.isWaiting ? 'some' : undefined}
      data-problem={JSON.stringify(problemOf(room, asked.supposing))}
      data-words={JSON.stringify(wordsOf(language))}
    >
      <Head screen={screen} />
      {room.exercise && (
        <Alert title={t.exercise}>
          {room.exerciseNote && pick(room.exerciseNote, language)?.text} {countedIn(screen)}
        </Alert>
      )}
      {refused && (
        <Alert tone="bad" title={refused} live>
          {undefined}
        </Alert>
      )}
      {!asked.screen && <RecordGivenUp room={room} language={language} link={screen.link} />}
      {!asked.screen && <Undeclared room={room} language={language} link={screen.link} />}
      <p class="vh" role="status" data-said />
      <p class="note sel-state">
        <span data-state />
        {screen.isWaiting && <Waiting screen={screen} />}
      </p>
      <DraftWords language={language} />
      {!asked.screen && <TryForm screen={screen} />}
      <Supposed screen={screen} />
      {room.candidates.length === 0 ? (
        <Empty title={t.noCandidates}>{t.noCandidatesNext}</Empty>
      ) : columns ? (
        <>
          <Money screen={screen} money={money} />
          <Columns screen={screen} columns={columns} left={left} />
          <Legend screen={screen} />
          <IndexTable screen={screen} columns={columns} />
        </>
      ) : (
        <Contradiction screen={screen} />
      )}
      <div class="sel-low">
        <Weights screen={screen} />
        <Rules screen={screen} />
        <Information screen={screen} />
      </div>
      {effect}
      <Portfolios screen={screen} />
      {!asked.screen && <Votes screen={screen} />}
      <div class="sel-low two">
        <Recusals screen={screen} />
        <Present screen={screen} />
      </div>
      <Foot screen={screen} />
    </selection-room>
  )
}

function Head({ screen }: { screen: RoomScreen }) {
  const { room, language, asked } = screen
  const t = roomText[language]
  const here = room.members.filter(({ came, left }) => came && !left).length
  const address = roomAddress(
    { ...screen, asked: { ...asked, screen: !asked.screen } },
    supposedFields(asked),
  )
  return (
    <div class="sel-head">
      <div>
        <p class="over">{pick(room.name, language)?.text}</p>
        <h1>{t.title}</h1>
      </div>
      <div class="sel-who note">
        <p>
          <a href="#sel-members">
            <b class="num">{t.present(String(here), String(room.members.length))}</b>
          </a>
          , <a href="#sel-recusals">{t.recusalsN(room.recusals.length)}</a>
        </p>
        <p>
          <a href={address}>{asked.screen ? t.screenLeave : t.screenMode}</a>
        </p>
      </div>
    </div>
  )
}

/** What is still being computed comes by itself where there is script; without it, one looks again. */
function Waiting({ screen }: { screen: RoomScreen }) {
  const t = saidText[screen.language]
  return (
    <>
      {t.waiting}{' '}
      <noscript>
        <a href={roomAddress(screen, supposedFields(screen.asked))}>{t.look}</a>
      </noscript>
    </>
  )
}

function countedIn({ solved, isWaiting, language }: RoomScreen): string {
  if (!('result' in solved) || (isWaiting && solved.result.status !== 'exact')) return ''
  const { count, status } = solved.result
  const t = roomText[language]
  const n = formatCount(BigInt(count), language)
  return status === 'exact' ? t.counted(n) : t.atLeastCounted(n)
}

function Legend({ screen }: { screen: RoomScreen }) {
  const { room, language } = screen
  const t = roomText[language]
  return (
    <p class="note">
      {t.thousands} {!room.exercise && countedIn(screen)} {room.recusals.length > 0 && t.asideLegend}
    </p>
  )
}

/** Why there are no columns: nothing is known yet, or what cannot hold together, in plain words, and who said it. */
function Contradiction({ screen }: { screen: RoomScreen }) {
  const { solved, language } = screen
  const t = roomText[language]
  if ('pending' in solved) {
    const s = saidText[language]
    return <Empty title={s.pending}>{s.pendingNext}</Empty>
  }
  if ('faults' in solved)
    return (
      <Alert tone="bad" title={t.faults}>
        {t.faultsNext}
      </Alert>
    )
  if (!('contradiction' in solved)) return null
  const { of, statements } = solved.contradiction
  const told = statements.flatMap((statement) => {
    const stated = statedUnder(nameOf(statement), screen)
    return stated ? [stated] : []
  })
  return (
    <Alert tone="bad" title={t.contradiction}>
      <p>
        {told.length === 0
          ? t.contradictionNone
          : of === 'weights'
            ? t.contradictionWeights
            : t.contradictionPortfolio}
      </p>
      <ul>
        {told.map(({ said, by }) => (
          <li>
            {said} {by && <span class="note">{by.by}</span>}
          </li>
        ))}
      </ul>
      <p>{t.contradictionNext}</p>
    </Alert>
  )
}

/** How the figures are made, and where one goes from here. */
function Foot({ screen }: { screen: RoomScreen }) {
  const { room, language, asked } = screen
  const [t, s, v] = [roomText[language], saidText[language], voteText[language]]
  return (
    <section class="sel-foot" data-key="foot">
      <h2 id="sel-index">{s.indexHow}</h2>
      <p class="note">{s.indexSaid}</p>
      <h2 id="sel-prices">{s.priceHow}</h2>
      <p class="note">{s.priceSaid}</p>
      {!asked.screen && (
        <p class="actions">
          <a class="btn" href={placeOf(screen)}>
            {t.preparePage}
          </a>
          <a class="btn" href={placeOf(screen, '/room/members')}>
            {v.membersLink}
          </a>
          {room.recordHash && (
            <a class="btn" href={placeOf(screen, '/record')}>
              {t.record}
            </a>
          )}
        </p>
      )}
    </section>
  )
}

/** What the window's script says while it paints. */
function wordsOf(language: RoomScreen['language']) {
  const t = roomText[language]
  return {
    ...t.live,
    sure: t.sure('{money}'),
    left: t.left('{money}'),
    over: t.over('{money}'),
    discussMoney: t.discussMoney('{asked}', '{left}'),
    unproved: t.unproved,
    classes: t.classes,
    yes: t.yesWord,
    no: t.noWord,
    range: '{low}–{high} %',
  }
}
