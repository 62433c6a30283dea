import { formatInstant } from '../../kernel/time.ts'
import { formatShareOf } from './room-prices.ts'
import { saidText } from './room-said-text.ts'
import { calledOf, criterionName, placeOf, type RoomScreen, ruleName } from './room-screen.ts'
import { roomText } from './room-text.ts'

/** Rules, synergies and what has been forced, each with what it costs. */
export function Rules({ screen }: { screen: RoomScreen }) {
  const { room, language } = screen
  const [t, r] = [saidText[language], roomText[language]]
  const { rules, synergies } = room.settings
  const nothing = rules.length + synergies.length + room.forces.length === 0
  return (
    <section aria-labelledby="sel-rules" data-key="rules">
      <h2 id="sel-rules">{t.rules}</h2>
      {nothing ? (
        <p class="note">{t.noRules}</p>
      ) : (
        <p class="note">
          {t.rulesNote} <a class="i" href="#sel-prices" aria-label={t.priceHow} />
        </p>
      )}
      <ul class="sel-rules">
        {rules.map((rule) => (
          <li data-key={rule.id}>
            <div>
              <span>{ruleName(rule, language)}</span>
              <RuleDeeds id={rule.id} name={ruleName(rule, language)} off={rule.off} screen={screen} />
            </div>
            <PriceOf id={rule.id} off={rule.off} screen={screen} />
          </li>
        ))}
        {synergies.map((synergy) => (
          <li data-key={synergy.id}>
            <div>
              <span>
                {t.synergy}: {ruleName(synergy, language)}
              </span>
              <RuleDeeds
                id={synergy.id}
                name={ruleName(synergy, language)}
                off={synergy.off}
                screen={screen}
              />
            </div>
            {synergy.off && <b class="quiet">{t.isOff}</b>}
          </li>
        ))}
        {room.forces.map((force) => {
          const candidate = room.candidates.find(({ id }) => id === force.candidate)
          if (!candidate) return null
          const called = calledOf(candidate, language)
          return (
            <li data-key={force.id}>
              <div>
                <span>
                  {called} {force.way === 'in' ? r.forcedIn : r.forcedOut}
                </span>
                <span class="note">
                  {force.reason && <q>{force.reason}</q>}{' '}
                  {r.saidBy(force.by, formatInstant(new Date(force.at), language))}
                </span>
                {room.may.keep && room.state === 'open' && !screen.asked.screen && (
                  <form method="post" action={placeOf(screen, '/unforce')}>
                    <input type="hidden" name="force" value={force.id} />
                    <button class="btn bare" type="submit">
                      {r.unforce}
                      <span class="vh">: {called}</span>
                    </button>
                  </form>
                )}
              </div>
              <PriceOf id={`${force.way}-${candidate.code}`} off={false} screen={screen} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function RuleDeeds({
  id,
  name,
  off,
  screen,
}: {
  id: string
  name: string
  off: boolean
  screen: RoomScreen
}) {
  const { room, language, asked } = screen
  const t = saidText[language]
  if (asked.screen || room.state === 'closed') return null
  const isTried = asked.suppositions.some(
    ({ supposed }) => supposed.kind === 'without' && supposed.rule === id,
  )
  return (
    <div class="sel-deeds">
      {!off && !isTried && (
        <button class="btn bare" type="submit" form="sel-try" name="without" value={id}>
          {t.tryWithout}
          <span class="vh">: {name}</span>
        </button>
      )}
      {room.may.keep && room.state === 'open' && (
        <form method="post" action={placeOf(screen, '/rule')}>
          <input type="hidden" name="rule" value={id} />
          <input type="hidden" name="off" value={off ? 'false' : 'true'} />
          <button class="btn bare" type="submit">
            {off ? t.on : t.off}
            <span class="vh">: {name}</span>
          </button>
        </form>
      )}
    </div>
  )
}

function PriceOf({ id, off, screen }: { id: string; off: boolean; screen: RoomScreen }) {
  const { language, prices } = screen
  const t = saidText[language]
  if (off) return <b class="quiet">{t.isOff}</b>
  const price = prices.rules.get(id)
  if (!price) return prices.isWhole ? null : <b class="quiet">{t.computing}</b>
  if (price.lost === undefined) return <b class="quiet">{t.unpriced}</b>
  return price.lost >= 0.0005 ? (
    <b>{t.price(formatShareOf(price.lost, language))}</b>
  ) : (
    <b class="quiet">{t.free}</b>
  )
}

/** The questions whose answers would leave fewest portfolios, each with its answers to try. */
export function Information({ screen }: { screen: RoomScreen }) {
  const { room, solved, language, asked } = screen
  const t = saidText[language]
  if (!('result' in solved)) return null
  const { information } = solved.result
  const questions = (information ?? []).slice(0, 5)
  const none = information ? t.settled : screen.isWaiting ? t.waiting : t.notAsked
  return (
    <section aria-labelledby="sel-information" data-key="information">
      <h2 id="sel-information">{t.information}</h2>
      <p class="note">{questions.length > 0 ? t.informationNote : none}</p>
      <ul class="sel-rules">
        {questions.map((question) => {
          const [least, most] = [Math.min(...question.remain), Math.max(...question.remain)]
          const remain =
            least === most ? t.remain(String(least)) : t.remainBetween(String(least), String(most))
          if ('project' in question) {
            const candidate = room.candidates.find(({ code }) => code === question.project)
            const name = candidate ? calledOf(candidate, language) : question.project
            return (
              <li data-key={`scores-${question.project}`}>
                <span>{t.scoresOf(name)}</span>
                <b class="quiet">{remain}</b>
              </li>
            )
          }
          const [a, b] = [criterionName(screen, question.a), criterionName(screen, question.b)]
          return (
            <li data-key={`weights-${question.a}-${question.b}`}>
              <div>
                <span>{t.which(a, b)}</span>
                {!asked.screen && room.state !== 'closed' && (
                  <div class="sel-deeds">
                    {[
                      [`${question.a}.${question.b}`, a],
                      [`${question.b}.${question.a}`, b],
                    ].map(([pair, name]) => (
                      <button class="btn bare" type="submit" form="sel-try" name="more" value={pair}>
                        {t.atLeastShort(name!)}
                      </button>
                    ))}
                  </div>
                )}
              </div>
              <b class="quiet">{remain}</b>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
