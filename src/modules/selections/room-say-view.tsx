import type { ComponentChildren } from 'preact'
import { saidText } from './room-said-text.ts'
import { criterionName, placeOf, type RoomScreen } from './room-screen.ts'
import { roomText } from './room-text.ts'

/** Forms to say something of the weights: one for each kind of statement. */
export function SayWeights({ screen }: { screen: RoomScreen }) {
  const t = saidText[screen.language]
  const { criteria } = screen.room.settings
  const choices = criteria.map(({ id }) => ({ id, name: criterionName(screen, id) }))
  const Select = ({ name, label, at = 0 }: { name: string; label: string; at?: number }) => (
    <label>
      <span class="vh">{label}</span>
      <select name={name}>
        {choices.map((choice, i) => (
          <option value={choice.id} selected={i === at}>
            {choice.name}
          </option>
        ))}
      </select>
    </label>
  )
  const Ends = ({ unit }: { unit: string }) => (
    <>
      <label>
        {t.min} <input name="min" inputmode="decimal" class="sel-short" />
      </label>
      <label>
        {t.max} <input name="max" inputmode="decimal" class="sel-short" />
      </label>
      <span>{unit}</span>
    </>
  )
  return (
    <details class="sel-say" data-key="say">
      <summary>{t.add}</summary>
      <Kind kind="atLeast" screen={screen}>
        <Select name="a" label={t.criterion} />
        <span>
          {t.kinds.atLeast.toLowerCase()} {t.than}
        </span>
        <Select name="b" label={t.criterion} at={1} />
      </Kind>
      <Kind kind="bounds" screen={screen}>
        <Select name="criterion" label={t.criterion} />
        <Ends unit={t.percent} />
      </Kind>
      <Kind kind="ratio" screen={screen}>
        <Select name="a" label={t.criterion} />
        <span>/</span>
        <Select name="b" label={t.criterion} at={1} />
        <Ends unit={t.times} />
      </Kind>
      <Kind kind="rank" screen={screen}>
        {choices.map((_, i) => (
          <Select name="order" label={t.place(i + 1)} at={i} />
        ))}
      </Kind>
    </details>
  )
}

function Kind({
  kind,
  screen,
  children,
}: {
  kind: 'atLeast' | 'bounds' | 'ratio' | 'rank'
  screen: RoomScreen
  children: ComponentChildren
}) {
  const t = saidText[screen.language]
  return (
    <form method="post" action={placeOf(screen, '/say')} data-key={`say-${kind}`}>
      <fieldset>
        <legend>{t.kinds[kind]}</legend>
        <input type="hidden" name="kind" value={kind} />
        <div class="sel-words">{children}</div>
        <Reason screen={screen} />
        <SayButtons screen={screen} />
      </fieldset>
    </form>
  )
}

export const Reason = ({ screen }: { screen: RoomScreen }) => (
  <label class="sel-reason">
    <span>{roomText[screen.language].reason}</span>
    <input name="reason" />
  </label>
)

/** Who runs the meeting says it for the meeting; a member says it for themselves. */
export function SayButtons({ screen }: { screen: RoomScreen }) {
  const { room, language } = screen
  const t = roomText[language]
  return (
    <div class="actions">
      {room.may.keep && (
        <button class="btn" type="submit" name="whose" value="meeting">
          {t.sayInMeeting}
        </button>
      )}
      {room.may.sayOwn && (
        <button class="btn" type="submit" name="whose" value="own">
          {t.sayOwn}
        </button>
      )}
    </div>
  )
}
