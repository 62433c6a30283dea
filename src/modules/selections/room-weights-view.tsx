import { formatInstant } from '../../kernel/time.ts'
import type { RoomStatement } from './room.ts'
import { statementsOf } from './room-asked.ts'
import { saidText } from './room-said-text.ts'
import { SayWeights } from './room-say-view.tsx'
import { criterionName, formatShare, placeOf, type RoomScreen, saidInWords } from './room-screen.ts'
import { roomText } from './room-text.ts'

/** What has been said of the weights, what each criterion may weigh now, and the ways to say more. */
export function Weights({ screen }: { screen: RoomScreen }) {
  const { room, language, asked } = screen
  const t = saidText[language]
  const said = statementsOf(room, asked.whose)
  return (
    <section aria-labelledby="sel-weights" data-key="weights">
      <h2 id="sel-weights">{t.weights}</h2>
      {said.length === 0 && <p class="note">{t.noWeights}</p>}
      <ul class="sel-said-list">
        {said.map((statement) => (
          <Said statement={statement} screen={screen} />
        ))}
      </ul>
      {screen.ranges && <Ranges screen={screen} ranges={screen.ranges} />}
      {!asked.screen && room.state === 'open' && (room.may.keep || room.may.sayOwn) && (
        <SayWeights screen={screen} />
      )}
    </section>
  )
}

function Said({ statement, screen }: { statement: RoomStatement; screen: RoomScreen }) {
  const { room, language, asked } = screen
  const [t, r] = [saidText[language], roomText[language]]
  const words = saidInWords(statement.said, screen)
  const isLeft = asked.suppositions.some(
    ({ supposed }) => supposed.kind === 'less' && supposed.statement.id === statement.id,
  )
  const mayUnsay = room.state === 'open' && (asked.whose === 'own' || room.may.keep)
  return (
    <li class={isLeft ? 'is-left' : undefined} data-key={statement.id}>
      <p>{words}</p>
      <p class="note">
        {r.saidBy(statement.by, formatInstant(new Date(statement.at), language))}
        {statement.reason && <q>{statement.reason}</q>}
      </p>
      {!asked.screen && room.state !== 'closed' && (
        <div class="sel-deeds">
          {!isLeft && (
            <button class="btn bare" type="submit" form="sel-try" name="less" value={statement.id}>
              {t.tryWithout}
              <span class="vh">: {words}</span>
            </button>
          )}
          {mayUnsay && (
            <form method="post" action={placeOf(screen, '/unsay')}>
              <input type="hidden" name="statement" value={statement.id} />
              <button class="btn bare" type="submit">
                {t.unsay}
                <span class="vh">: {words}</span>
              </button>
            </form>
          )}
        </div>
      )}
    </li>
  )
}

/** The criteria in the order that is supposed or said, each with what it may weigh: drawn, typed or dragged. */
function Ranges({ screen, ranges }: { screen: RoomScreen; ranges: NonNullable<RoomScreen['ranges']> }) {
  const { room, language, asked } = screen
  const t = saidText[language]
  const order = orderOf(screen)
  const mayTry = !asked.screen && room.state !== 'closed'
  return (
    <>
      <h3>{t.ranges}</h3>
      {mayTry && <p class="note sel-scripted">{t.drag}</p>}
      <ol class="sel-ranges" data-order>
        {order.map((id, place) => {
          const { low, high } = ranges[room.settings.criteria.findIndex((criterion) => criterion.id === id)]!
          const name = criterionName(screen, id)
          const moved = (by: 1 | -1) => movedIn(order, place, by).join('.')
          const [min, max] = [Math.floor(low * 1000) / 10, Math.ceil(high * 1000) / 10]
          return (
            <li data-key={id} data-criterion={id}>
              <p class="sel-weight">
                {mayTry && <span class="sel-grip" data-grip aria-hidden="true" />}
                <span>{name}</span>{' '}
                <b class="num" data-range>
                  {t.range(formatShare(low, language), formatShare(high, language))}
                </b>
              </p>
              <svg class="sel-interval" width="100%" height="6" aria-hidden="true" focusable="false">
                <rect class="soft" width="100%" height="6" />
                <rect
                  class="mark"
                  data-interval
                  x={`${low * 100}%`}
                  width={`${Math.max(0.8, (high - low) * 100)}%`}
                  height="6"
                />
              </svg>
              {mayTry && (
                <>
                  <div class="sel-dual">
                    {(['min', 'max'] as const).map((end) => (
                      <input
                        type="range"
                        min="0"
                        max="100"
                        step="1"
                        value={end === 'min' ? Math.round(min) : Math.round(max)}
                        data-slide={`${end}-${id}`}
                        aria-label={end === 'min' ? t.minOf(name) : t.maxOf(name)}
                      />
                    ))}
                  </div>
                  <p class="sel-ends">
                    <Ends screen={screen} id={id} name={name} />
                    {place > 0 && (
                      <button class="btn sel-sq" type="submit" form="sel-try" name="rank" value={moved(-1)}>
                        <span aria-hidden="true">↑</span>
                        <span class="vh">{t.up(name)}</span>
                      </button>
                    )}
                    {place < order.length - 1 && (
                      <button class="btn sel-sq" type="submit" form="sel-try" name="rank" value={moved(1)}>
                        <span aria-hidden="true">↓</span>
                        <span class="vh">{t.down(name)}</span>
                      </button>
                    )}
                  </p>
                </>
              )}
            </li>
          )
        })}
      </ol>
    </>
  )
}

/** The ends as fields, for who types rather than drags: empty where nothing is supposed. */
function Ends({ screen, id, name }: { screen: RoomScreen; id: string; name: string }) {
  const t = saidText[screen.language]
  return (
    <span class="sel-typed-ends">
      {(['min', 'max'] as const).map((end) => (
        <input
          name={`${end}-${id}`}
          form="sel-try"
          inputmode="decimal"
          value={screen.query.get(`${end}-${id}`) ?? ''}
          placeholder={end === 'min' ? t.min : t.max}
          aria-label={end === 'min' ? t.minOf(name) : t.maxOf(name)}
        />
      ))}
    </span>
  )
}

/** Ids of criteria: as the address ranks them, else the meeting's latest rank order, else as they were prepared. */
function orderOf({ room, asked }: RoomScreen): readonly string[] {
  const all = room.settings.criteria.map(({ id }) => id)
  const said = (asked.supposing.statements ?? []).flatMap((one) =>
    one.said.kind === 'rank' ? [one.said] : [],
  )
  const ranked = said.at(-1)?.order ?? []
  return [...ranked, ...all.filter((id) => !ranked.includes(id))]
}

function movedIn(order: readonly string[], place: number, by: 1 | -1): string[] {
  const moved = [...order]
  ;[moved[place], moved[place + by]] = [moved[place + by]!, moved[place]!]
  return moved
}
