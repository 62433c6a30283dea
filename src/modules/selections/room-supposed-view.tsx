import type { DraftKind } from '../../kernel/draft.ts'
import { centsOf, formatAmount } from '../../kernel/money.ts'
import type { Supposition } from './room-asked.ts'
import { forceReason, statement } from './room-drafts.ts'
import { RoomForm } from './room-form.tsx'
import { Reason, sayings } from './room-say-view.tsx'
import {
  budgetName,
  calledOf,
  placeOf,
  type RoomScreen,
  roomAddress,
  ruleName,
  saidInWords,
  supposedFields,
} from './room-screen.ts'
import { roomText } from './room-text.ts'
import type { WeightStatementSaid } from './settings.ts'

/** What this window supposes: each with the way to stop, and to say it in the meeting. */
export function Supposed({ screen }: { screen: RoomScreen }) {
  const { asked, language } = screen
  const t = roomText[language]
  if (asked.suppositions.length === 0 && asked.whose === 'meeting') return null
  return (
    <section class="sel-supposed" aria-label={t.supposed} data-key="supposed">
      <p>
        <b>{asked.suppositions.length > 0 ? t.supposed : t.supposedOwn}</b>{' '}
        <a href={`${placeOf(screen, '/room')}${asked.screen ? '?screen' : ''}`}>{t.back}</a>
      </p>
      <ul>
        {asked.suppositions.map(({ supposed, fields }, i) => {
          const words = wordsOf(supposed, screen)
          return (
            <li data-key={fields.map((field) => field.join('=')).join('&')}>
              <span>{words}</span>
              <a class="sel-stop" href={roomAddress(screen, supposedFields(asked, i))}>
                <span aria-hidden="true">×</span>
                <span class="vh">{t.leaveOut(words)}</span>
              </a>
              <SayIt supposed={supposed} words={words} back={backTo(screen, i)} screen={screen} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function wordsOf(supposed: Supposition, screen: RoomScreen): string {
  const { room, language } = screen
  const t = roomText[language]
  switch (supposed.kind) {
    case 'limit':
      return t.limitIs(
        budgetName(screen, supposed.budget),
        `${formatAmount(centsOf(supposed.limit), language)}\u00a0€`,
      )
    case 'statement':
      return saidInWords(supposed.said, screen)
    case 'less':
      return t.withoutSaid(saidInWords(supposed.statement.said, screen))
    case 'without': {
      const rule = [...room.settings.rules, ...room.settings.synergies].find(({ id }) => id === supposed.rule)
      return t.withoutRule(rule ? ruleName(rule, language) : supposed.rule)
    }
    default: {
      const candidate = room.candidates.find(({ id }) => id === supposed.candidate)
      const called = candidate ? calledOf(candidate, language) : supposed.candidate
      return supposed.kind === 'in' ? t.withCandidate(called) : t.withoutCandidate(called)
    }
  }
}

/** A statement as the fields of its form; bounds of a share are typed in per cent. */
const fieldsOf = (said: WeightStatementSaid): [string, string][] =>
  Object.entries(said).flatMap(([name, value]) =>
    [value ?? []]
      .flat()
      .map((one): [string, string] => [
        name,
        said.kind === 'bounds' && (name === 'min' || name === 'max') ? inPercent(one) : one,
      ]),
  )

const inPercent = (share: string): string => String(Math.round(Number(share) * 1e6) / 1e4)

/** The deed that makes a supposition the meeting's, as a form with what it needs. */
function deedOf(supposed: Supposition): {
  deed: string
  fields: [string, string][]
  /** Where a reason is typed: which draft it is. */
  typed?: { kind: DraftKind; about: string }
} {
  switch (supposed.kind) {
    case 'limit':
      return {
        deed: 'limit',
        fields: [
          ['budget', supposed.budget],
          ['limit', supposed.limit],
        ],
      }
    case 'statement':
      return {
        deed: 'say',
        typed: { kind: statement, about: supposed.id },
        fields: fieldsOf(supposed.said),
      }
    case 'less':
      return { deed: 'unsay', fields: [['statement', supposed.statement.id]] }
    case 'without':
      return {
        deed: 'rule',
        fields: [
          ['rule', supposed.rule],
          ['off', 'true'],
        ],
      }
    default:
      return {
        deed: 'force',
        typed: { kind: forceReason, about: `${supposed.candidate}/${supposed.kind}` },
        fields: [
          ['candidate', supposed.candidate],
          ['way', supposed.kind],
        ],
      }
  }
}

/** The room without this supposition, as a path without a language. */
const backTo = (screen: RoomScreen, i: number): string =>
  roomAddress({ ...screen, link: (path) => path }, supposedFields(screen.asked, i))

type Saying = { supposed: Supposition; words: string; back: string; screen: RoomScreen }

function SayIt({ supposed, words, back, screen }: Saying) {
  const { room, language, asked } = screen
  const t = roomText[language]
  const { deed, fields, typed } = deedOf(supposed)
  const own = supposed.kind === 'statement' && room.may.sayOwn
  const isAside = 'candidate' in supposed && room.aside.includes(supposed.candidate)
  if (room.state !== 'open' || asked.screen || isAside || !(room.may.keep || own)) return null
  const Fixed = () => (
    <>
      {fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="back" value={back} />
    </>
  )
  const inMeeting = (
    <>
      {t.sayInMeeting}
      <span class="vh">: {words}</span>
    </>
  )
  if (!typed)
    return (
      <form method="post" action={placeOf(screen, `/${deed}`)} class="sel-line">
        <Fixed />
        <button class="btn" type="submit">
          {inMeeting}
        </button>
      </form>
    )
  return (
    <details class="sel-inner" data-key={`say-${fields.join()}`}>
      <summary>
        {room.may.keep ? t.sayInMeeting : t.sayOwn}
        <span class="vh">: {words}</span>
      </summary>
      <RoomForm
        screen={screen}
        kind={typed.kind}
        about={typed.about}
        deed={deed}
        submit={typed.kind === statement ? sayings(screen) : t.sayInMeeting}
      >
        {(draft) => (
          <>
            <Fixed />
            <Reason draft={draft} screen={screen} />
          </>
        )}
      </RoomForm>
    </details>
  )
}

/**
 * The form that all that may be tried belongs to: fields and buttons stand where they are about. It keeps what is
 * supposed already and is no field of its own.
 */
export function TryForm({ screen }: { screen: RoomScreen }) {
  const { asked } = screen
  const owned = /^(limit|min|max)-/
  return (
    <form id="sel-try" method="get" action={placeOf(screen, '/room')} data-key="try">
      {asked.whose === 'own' && <input type="hidden" name="whose" value="own" />}
      {supposedFields(asked)
        .filter(([name]) => !owned.test(name))
        .map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
    </form>
  )
}
