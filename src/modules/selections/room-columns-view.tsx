import { formatDecimal } from '../../kernel/text.ts'
import { CandidateMore } from './room-candidate-view.tsx'
import { columnsOf, costOf, type RoomColumns, type RoomRow, sumOf } from './room-figures.ts'
import { calledOf, initials, moneyWords, type RoomScreen, thousands, titleOf } from './room-screen.ts'
import { roomText } from './room-text.ts'

type Kind = keyof RoomColumns

/** The candidates as yes, discuss and no. Each list is the same list: a window moves candidates between them. */
export function Columns({
  screen,
  columns,
  left,
}: {
  screen: RoomScreen
  columns: RoomColumns
  left: bigint
}) {
  const { language } = screen
  const t = roomText[language]
  const sum = (kind: Kind) => moneyWords(sumOf(columns[kind]), language)
  const notes = { yes: t.yesNote, discuss: t.discussNote, no: t.noNote }
  const none = { yes: t.noneYes, discuss: t.noneDiscuss, no: t.noneNo }
  return (
    <div class="sel-columns">
      {(['yes', 'discuss', 'no'] as const).map((kind) => (
        <section class={`sel-column ${kind}`} aria-labelledby={`sel-${kind}`} data-key={kind}>
          <header>
            <h2 id={`sel-${kind}`}>
              {t[kind]}{' '}
              <span class="num" data-count-of={kind}>
                {columns[kind].length}
              </span>
            </h2>
            <span class="note num" data-money-of={kind}>
              {kind === 'discuss' ? t.discussMoney(sum(kind), moneyWords(left, language)) : sum(kind)}
            </span>
          </header>
          <p class="note">
            {notes[kind]}
            {kind === 'discuss' && (
              <>
                {' '}
                <a class="i" href="#sel-index" aria-label={t.coreIndex} />
              </>
            )}
          </p>
          <ol data-list={kind}>
            {columns[kind].map((row) => (
              <CandidateRow row={row} screen={screen} />
            ))}
          </ol>
          <p class="note sel-none" data-none={kind} hidden={columns[kind].length > 0}>
            {none[kind]}
          </p>
        </section>
      ))}
    </div>
  )
}

function CandidateRow({ row, screen }: { row: RoomRow; screen: RoomScreen }) {
  const { room, language, link, asked } = screen
  const t = roomText[language]
  const title = titleOf(row, language)
  const called = calledOf(row, language)
  const force = room.forces.find(({ candidate }) => candidate === row.id)
  const tries = asked.suppositions.find(
    ({ supposed }) => (supposed.kind === 'in' || supposed.kind === 'out') && supposed.candidate === row.id,
  )
  return (
    <li
      data-key={row.code}
      data-costs={JSON.stringify(
        Object.fromEntries(Object.keys(row.costs).map((budget) => [budget, Number(costOf(row, budget))])),
      )}
    >
      <span class="sel-code">{row.code}</span>
      {row.path ? (
        <a class="sel-title" href={link(row.path)}>
          {title}
        </a>
      ) : (
        <span class="sel-title">{title}</span>
      )}
      <Marks row={row} screen={screen} />
      {(force || tries) && (
        <span class="sel-marked">
          {force && <span class="tag warm">{force.way === 'in' ? t.forcedIn : t.forcedOut}</span>}
          {tries && <span class="tag on">{t.try.toLowerCase()}</span>}
        </span>
      )}
      <IndexBar row={row} screen={screen} />
      <span class="sel-cost num">{thousands(costOf(row), language)}</span>
      {!asked.screen && !force && room.state !== 'closed' && (
        <span class="sel-tries">
          <button class="btn sel-sq" type="submit" form="sel-try" name="in" value={row.code}>
            <span aria-hidden="true">+</span>
            <span class="vh">{t.tryIn(called)}</span>
          </button>
          <button class="btn sel-sq" type="submit" form="sel-try" name="out" value={row.code}>
            <span aria-hidden="true">−</span>
            <span class="vh">{t.tryOut(called)}</span>
          </button>
        </span>
      )}
      {!asked.screen && <CandidateMore row={row} screen={screen} />}
    </li>
  )
}

/** Who steps aside from it: a sign and initials, the whole said for who cannot see it. */
function Marks({ row, screen }: { row: RoomRow; screen: RoomScreen }) {
  const t = roomText[screen.language]
  const of = screen.room.recusals.filter(({ candidate }) => candidate === row.id)
  if (of.length === 0) return null
  return (
    <span class="sel-aside">
      {of.map(({ name }) => (
        <span title={`${t.asideMark}: ${name}`}>
          <AsideSign />
          <span aria-hidden="true">{initials(name)}</span>
          <span class="vh">
            {t.asideMark}: {name}
          </span>
        </span>
      ))}
    </span>
  )
}

export const AsideSign = () => (
  <svg viewBox="0 0 12 12" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6">
    <circle cx="6" cy="6" r="4.6" />
    <path d="m2.8 9.2 6.4-6.4" />
  </svg>
)

/** The core index as a bar from zero, and as a number; one that is not proved says so and how unsure it is. */
function IndexBar({ row, screen }: { row: RoomRow; screen: RoomScreen }) {
  const { language } = screen
  const t = roomText[language]
  const { index, proved, error } = row.core
  const written = formatDecimal(index, language, 2)
  return (
    <>
      <svg class="sel-bar" width="100%" height="10" aria-hidden="true" focusable="false">
        <rect class="soft" width="100%" height="10" />
        <rect class="mark" data-bar width={`${Math.round(index * 1000) / 10}%`} height="10" />
      </svg>
      <span class="sel-index num" data-index>
        {written}
      </span>
      <span class="sel-unproved" data-unproved hidden={proved}>
        {proved ? '' : `± ${formatDecimal(error ?? 0, language, 2)} ${t.unproved}`}
      </span>
    </>
  )
}

/** The same as a table: every number that the bars show, for reading and for copying. */
export function IndexTable({ screen, columns }: { screen: RoomScreen; columns: RoomColumns }) {
  const { room, language } = screen
  const t = roomText[language]
  const rows = (['yes', 'discuss', 'no'] as const).flatMap((kind) => columns[kind])
  const budgets = room.settings.budgets
  return (
    <details class="sel-table" data-key="table">
      <summary>{t.asTable}</summary>
      <section class="scroll" aria-label={t.table} tabIndex={0}>
        <table class="tbl tight">
          <caption class="vh">{t.table}</caption>
          <thead>
            <tr>
              <th scope="col">{t.candidate}</th>
              <th scope="col">{t.klass}</th>
              <th scope="col" class="r">
                {t.coreIndex}
              </th>
              <th scope="col">{t.proved}</th>
              {budgets.map(({ id, name }) => (
                <th scope="col" class="r">
                  {name[language] ?? name.fi ?? id}, €
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr data-key={row.code}>
                <th scope="row">{calledOf(row, language)}</th>
                <td data-class>{t.classes[row.core.class]}</td>
                <td class="r" data-index>
                  {formatDecimal(row.core.index, language, 2)}
                </td>
                <td data-proved>
                  {row.core.proved
                    ? t.yesWord
                    : `${t.noWord}, ${t.errorOf(formatDecimal(row.core.error ?? 0, language, 2))}`}
                </td>
                {budgets.map(({ id }) => (
                  <td class="r">{formatDecimal(Number(costOf(row, id)) / 100, language, 0)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}

export const columnsOfScreen = ({ room, solved }: RoomScreen): RoomColumns | undefined =>
  'result' in solved ? columnsOf(room, solved.result) : undefined
