import { formatAmount } from '../../kernel/money.ts'
import { formatDecimal } from '../../kernel/text.ts'
import { named, TakePortfolio } from './room-choice-view.tsx'
import { sumOf } from './room-figures.ts'
import { costsOf, type Pick, type Picked, pickedIn } from './room-portfolios.ts'
import { saidText } from './room-said-text.ts'
import { budgetName, calledOf, moneyWords, placeOf, type RoomScreen, supposedFields } from './room-screen.ts'

/** The portfolios that the rules of choice pick, compared two at a time, and the one that the meeting takes. */
export function Portfolios({ screen }: { screen: RoomScreen }) {
  const { room, solved, language, query, asked } = screen
  const t = saidText[language]
  if (!('result' in solved) || room.candidates.length === 0) return null
  const all = pickedIn(room, solved.result, query)
  const own = all.find(({ by }) => by.includes('own'))?.codes ?? []
  const chosenBy = (name: 'a' | 'b', fallback: number) =>
    all.find(({ by }) => by.includes(query.get(name) as Pick)) ?? all[Math.min(fallback, all.length - 1)]
  const [a, b] = [chosenBy('a', 0), chosenBy('b', 1)]
  return (
    <section id="sel-portfolios" data-key="portfolios">
      <h2>{t.portfolios}</h2>
      <p class="note">{t.portfoliosNote}</p>
      <Measures all={all} screen={screen} />
      {!asked.screen && a && b && (
        <>
          <CompareForm all={all} a={a} b={b} screen={screen} />
          {a !== b && <Difference a={a} b={b} screen={screen} />}
          <OwnPick own={own} screen={screen} />
        </>
      )}
      {room.chosen && <Chosen screen={screen} />}
      {room.may.keep && room.state === 'open' && !asked.screen && <TakePortfolio all={all} screen={screen} />}
    </section>
  )
}

function Measures({ all, screen }: { all: readonly Picked[]; screen: RoomScreen }) {
  const { room, language } = screen
  const t = saidText[language]
  const value = (n: number | undefined) => (n === undefined ? '–' : formatDecimal(n, language, 2))
  return (
    <section class="scroll" aria-label={t.portfolios} tabIndex={0}>
      <table class="tbl tight">
        <caption class="vh">{t.portfolios}</caption>
        <thead>
          <tr>
            <th scope="col">{t.portfolios}</th>
            <th scope="col" class="r">
              {t.projects}
            </th>
            {room.settings.budgets.map(({ id }) => (
              <th scope="col" class="r">
                {t.moneyIn(budgetName(screen, id))}
              </th>
            ))}
            <th scope="col" class="r">
              {t.maximin}
            </th>
            <th scope="col" class="r">
              {t.regret}
            </th>
            <th scope="col" class="r">
              {t.central}
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map((picked) => (
            <tr data-key={picked.by.join()}>
              <th scope="row">{named(picked, screen)}</th>
              <td class="r">{picked.codes.length}</td>
              {costsOf(room, picked.codes).map(({ cents, over }) => (
                <td class={over ? 'r warm' : 'r'}>{formatAmount(cents, language)}</td>
              ))}
              <td class="r">{value(picked.maximin)}</td>
              <td class="r">{value(picked.regret)}</td>
              <td class="r">{value(picked.central)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type Two = { all: readonly Picked[]; a: Picked; b: Picked; screen: RoomScreen }

function CompareForm({ all, a, b, screen }: Two) {
  const t = saidText[screen.language]
  const Choice = ({ name, label, is }: { name: string; label: string; is: Picked }) => (
    <label>
      {label}{' '}
      <select name={name}>
        {all.map((picked) => (
          <option value={picked.by[0]} selected={picked === is}>
            {named(picked, screen)}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <form method="get" action={`${placeOf(screen, '/room')}#sel-portfolios`} class="sel-words" data-ask>
      <Kept screen={screen} besides={['own', 'show', 'with']} />
      <Choice name="a" label={t.a} is={a} />
      <Choice name="b" label={t.b} is={b} />
      <button class="btn" type="submit">
        {t.compare}
      </button>
    </form>
  )
}

/** What is supposed stays in the address when something else is asked; `besides`, these fields of it too. */
export const Kept = ({ screen, besides }: { screen: RoomScreen; besides: readonly string[] }) => (
  <>
    {screen.asked.whose === 'own' && <input type="hidden" name="whose" value="own" />}
    {[
      ...supposedFields(screen.asked),
      ...besides.flatMap((name) => screen.query.getAll(name).map((value) => [name, value] as const)),
    ].map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)

/** Project by project: what only one of them has, and how many both have. */
function Difference({ a, b, screen }: Omit<Two, 'all'>) {
  const { room, language } = screen
  const t = saidText[language]
  const only = (one: Picked, other: Picked) =>
    room.candidates.filter(({ code }) => one.codes.includes(code) && !other.codes.includes(code))
  const both = a.codes.filter((code) => b.codes.includes(code)).length
  return (
    <div class="sel-difference">
      {[['A', a, b] as const, ['B', b, a] as const].map(([which, one, other]) => {
        const projects = only(one, other)
        return (
          <div>
            <h3>
              {t.onlyIn(which)}: {named(one, screen)}
            </h3>
            <ul class="sel-plain">
              {projects.map((candidate) => (
                <li data-key={candidate.code}>
                  <span>{calledOf(candidate, language)}</span>
                  <span class="num">{moneyWords(sumOf([candidate]), language)}</span>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      <p class="note">{t.inBoth(String(both))}</p>
    </div>
  )
}

function OwnPick({ own, screen }: { own: readonly string[]; screen: RoomScreen }) {
  const { room, language } = screen
  const t = saidText[language]
  return (
    <details class="sel-inner" data-key="own">
      <summary>{t.ownPick}</summary>
      <form method="get" action={`${placeOf(screen, '/room')}#sel-portfolios`} data-ask>
        <p class="note">{t.ownPickNote}</p>
        <Kept screen={screen} besides={['a', 'show', 'with']} />
        <input type="hidden" name="b" value="own" />
        <div class="sel-picks">
          {room.candidates.map((candidate) => (
            <label class="ck">
              <input
                type="checkbox"
                name="own"
                value={candidate.code}
                checked={own.includes(candidate.code)}
              />
              <span>{calledOf(candidate, language)}</span>
            </label>
          ))}
        </div>
        <button class="btn" type="submit">
          {t.compare}
        </button>
      </form>
    </details>
  )
}

/** What the meeting has taken so far. */
function Chosen({ screen }: { screen: RoomScreen }) {
  const { room, language } = screen
  const t = saidText[language]
  const taken = room.candidates.filter(({ id }) => room.chosen?.includes(id))
  return (
    <div class="sel-chosen" data-key="chosen">
      <h3>{t.chosen}</h3>
      <p>
        <b>{t.chosenN(String(taken.length), moneyWords(sumOf(taken), language))}</b>
      </p>
      <p>{taken.map((candidate) => candidate.code).join(', ')}</p>
      {room.reasons && <p class="note">{room.reasons}</p>}
      {room.may.keep && room.state === 'open' && !screen.asked.screen && (
        <form method="post" action={placeOf(screen, '/close')} class="sel-line" data-leaves>
          <p class="note">{t.closeNote}</p>
          <button class="btn main" type="submit">
            {t.close}
          </button>
        </form>
      )}
    </div>
  )
}
