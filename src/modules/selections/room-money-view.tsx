import { moreOf, type RoomMoney } from './room-figures.ts'
import { formatShareOf } from './room-prices.ts'
import { saidText } from './room-said-text.ts'
import { budgetName, euros, moneyWords, type RoomScreen } from './room-screen.ts'
import { roomText } from './room-text.ts'

/** Each budget: how much there is, what the sure ones take, what is left, and a slider to try another sum. */
export function Money({ screen, money }: { screen: RoomScreen; money: readonly RoomMoney[] }) {
  return (
    <div class="sel-money">
      {money.map((of) => (
        <Budget of={of} screen={screen} />
      ))}
    </div>
  )
}

function Budget({ of, screen }: { of: RoomMoney; screen: RoomScreen }) {
  const { language, prices, asked, room } = screen
  const t = roomText[language]
  const name = budgetName(screen, of.budget)
  const field = `limit-${of.budget}`
  const price = prices.money.get(of.budget)
  const step = of.most > 200_000_000n ? 50_000 : 5_000
  const mayTry = !asked.screen && room.state !== 'closed'
  return (
    <div class="sel-budget" data-key={of.budget} data-budget={of.budget} data-most={String(of.most)}>
      <div class="sel-sum">
        {mayTry ? <label for={field}>{name}</label> : <span>{name}</span>}
        <b class="num" data-limit>
          {moneyWords(of.limit, language)}
        </b>
      </div>
      <div class="sel-slide">
        <MoneyBar of={of} screen={screen} />
        {mayTry && (
          <input
            class="sel-range"
            type="range"
            min="0"
            max={Number(of.most / 100n)}
            step={step}
            value={Number(of.limit / 100n)}
            aria-label={t.slider(name)}
            data-slide={field}
          />
        )}
        <div class="sel-scale note" aria-hidden="true">
          <span>0</span>
          <span>{moneyWords(of.most, language)}</span>
        </div>
      </div>
      <div class="sel-extra note">
        {(price || !prices.isWhole) && (
          <p>
            {t.moreWouldBring(moneyWords(moreOf(of.limit), language))}
            <br />
            {!price ? (
              saidText[language].computing
            ) : price.lost !== undefined && price.lost >= 0.0005 ? (
              <>
                <b class="num">{formatShareOf(price.lost, language)} %</b> {t.moreValue}
              </>
            ) : (
              t.nothingMore
            )}{' '}
            <a class="i" href="#sel-prices" aria-label={t.moreValue} />
          </p>
        )}
        {mayTry && (
          <p class="sel-typed">
            <input id={field} name={field} form="sel-try" inputmode="decimal" value={euros(of.limit)} />
            <button class="btn" type="submit" form="sel-try">
              {t.try}
            </button>
          </p>
        )}
      </div>
    </div>
  )
}

/** What the sure ones take and what is left of the limit, on the slider's own scale. */
function MoneyBar({ of, screen }: { of: RoomMoney; screen: RoomScreen }) {
  const { language } = screen
  const t = roomText[language]
  const share = (cents: bigint) =>
    `${of.most > 0n ? Math.max(0, Math.min(100, Math.round(Number((cents * 1000n) / of.most)) / 10)) : 0}%`
  const isOver = of.left < 0n
  return (
    <>
      <svg class="sel-moneybar" width="100%" height="28" aria-hidden="true" focusable="false">
        <rect class="there" data-there width={share(of.limit)} height="28" />
        <rect class="sure" data-sure width={share(of.sure)} height="28" />
        <rect class="end" data-end x={share(of.limit)} width="2" height="28" />
      </svg>
      <p class="sel-said note">
        <span class="sure" data-sure-said>
          {t.sure(moneyWords(of.sure, language))}
        </span>
        <span class={isOver ? 'over' : 'left'} data-left-said>
          {isOver ? t.over(moneyWords(-of.left, language)) : t.left(moneyWords(of.left, language))}
        </span>
      </p>
    </>
  )
}
