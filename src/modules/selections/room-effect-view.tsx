import type { Day } from '../../kernel/time.ts'
import {
  type Axis,
  BalanceView,
  balanceOf,
  CoverageView,
  type HalfYear,
  halfYearsOf,
  MatrixView,
  matrixOf,
  TimelineView,
  timelineOf,
} from '../portfolio/index.ts'
import { columnsOfScreen } from './room-columns-view.tsx'
import { axesIn, type EffectSet, effectSets, entryOf, setsAsked } from './room-effect.ts'
import { effectText } from './room-effect-text.ts'
import { pickedIn } from './room-portfolios.ts'
import { Kept } from './room-portfolios-view.tsx'
import { saidText } from './room-said-text.ts'
import { placeOf, type RoomScreen, titleOf } from './room-screen.ts'

/** The values of the ecosystem's frame, 'dimension/code', with their names and their dimensions'. */
export type Frame = Parameters<typeof axesIn>[1]

type Props = { screen: RoomScreen; frame: Frame; now: Day }

/** What the portfolio does to the matrix, the timeline and the balance: the meeting as it stands, or one beside another. */
export function Effect({ screen, frame, now }: Props) {
  const { room, solved, language, query, asked } = screen
  const t = effectText[language]
  const columns = columnsOfScreen(screen)
  if (!columns || !('result' in solved) || room.candidates.length === 0) return null
  const title = (candidate: (typeof room.candidates)[number]) => titleOf(candidate, language)
  const sets = effectSets(room, columns, pickedIn(room, solved.result, query), title)
  const shown = asked.screen ? sets.slice(0, 1) : setsAsked(sets, query)
  const axes = axesIn(room, frame)
  const halfYears = halfYearsOf(room.candidates.map((candidate) => entryOf(candidate, '', true)))
  return (
    <section id="sel-effect" data-key="effect">
      <h2>{t.title}</h2>
      {!asked.screen && <Choose sets={sets} shown={shown} screen={screen} />}
      <div class={shown.length > 1 ? 'sel-effect two' : 'sel-effect'}>
        {shown.map((set) => (
          <One
            set={set}
            several={shown.length > 1}
            axes={axes}
            halfYears={halfYears}
            now={now}
            screen={screen}
          />
        ))}
      </div>
    </section>
  )
}

const named = ({ by }: EffectSet, { language }: RoomScreen): string =>
  by.map((one) => (one === 'now' ? effectText[language].now : saidText[language].by[one])).join(', ')

function Choose({
  sets,
  shown: [first, second],
  screen,
}: {
  sets: readonly EffectSet[]
  shown: readonly EffectSet[]
  screen: RoomScreen
}) {
  const t = effectText[screen.language]
  const options = (is: EffectSet | undefined) =>
    sets.map((set) => (
      <option value={set.id} selected={set === is}>
        {named(set, screen)}
      </option>
    ))
  return (
    <form method="get" action={`${placeOf(screen, '/room')}#sel-effect`} class="sel-words" data-ask>
      <Kept screen={screen} besides={['a', 'b', 'own']} />
      <label>
        {t.show} <select name="show">{options(first)}</select>
      </label>
      <label>
        {t.beside}{' '}
        <select name="with">
          <option value="">{t.none}</option>
          {options(second)}
        </select>
      </label>
      <button class="btn" type="submit">
        {t.look}
      </button>
    </form>
  )
}

type OneProps = {
  set: EffectSet
  several: boolean
  axes: readonly [Axis, Axis] | undefined
  halfYears: readonly HalfYear[]
  now: Day
  screen: RoomScreen
}

function One({ set, several, axes, halfYears, now, screen }: OneProps) {
  const { language } = screen
  const t = effectText[language]
  const name = named(set, screen)
  const of = several ? name : undefined
  const timeline = timelineOf(set.entries, axes?.[0] ?? nothing, halfYears)
  return (
    <div data-key={set.id}>
      {several && <h3>{name}</h3>}
      {axes && (
        <MatrixView
          matrix={matrixOf(set.entries, ...axes)}
          measure="money"
          caption={t.matrixCaption(name)}
          language={language}
        />
      )}
      <h3>{t.time}</h3>
      {axes ? (
        <CoverageView timeline={timeline} axis={axes[0]} now={now} of={of} language={language} />
      ) : (
        !several && <TimelineView timeline={timeline} now={now} language={language} />
      )}
      <h3>{t.balance}</h3>
      {(['city', 'lead'] as const).map((by) => (
        <details class="sel-inner" data-key={by} open={by === 'city'}>
          <summary>{t.by[by]}</summary>
          <BalanceView balance={balanceOf(set.entries, by)} by={by} of={of} language={language} />
        </details>
      ))}
    </div>
  )
}

const nothing: Axis = { dimension: 'none', name: {}, values: [] }
