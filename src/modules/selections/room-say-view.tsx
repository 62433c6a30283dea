import type { ComponentChildren } from 'preact'
import type { Draft, Sending } from '../drafts/index.ts'
import { statement, type statementKinds } from './room-drafts.ts'
import { RoomForm } from './room-form.tsx'
import { saidText } from './room-said-text.ts'
import { criterionName, type RoomScreen } from './room-screen.ts'
import { roomText } from './room-text.ts'

/** Forms to say something of the weights: one for each kind of statement. */
export function SayWeights({ screen }: { screen: RoomScreen }) {
  const t = saidText[screen.language]
  const { criteria } = screen.room.settings
  const choices = criteria.map(({ id }) => ({ id, name: criterionName(screen, id) }))
  const Select = ({ draft, name, label }: { draft: Draft; name: string; label: string }) => (
    <label>
      <span class="vh">{label}</span>
      <select name={name}>
        {choices.map((choice) => (
          <option value={choice.id} selected={choice.id === draft.text(name)}>
            {choice.name}
          </option>
        ))}
      </select>
    </label>
  )
  const Ends = ({ draft, unit }: { draft: Draft; unit: string }) => (
    <>
      <label>
        {t.min} <input name="min" inputmode="decimal" class="sel-short" value={draft.text('min')} />
      </label>
      <label>
        {t.max} <input name="max" inputmode="decimal" class="sel-short" value={draft.text('max')} />
      </label>
      <span>{unit}</span>
    </>
  )
  return (
    <details class="sel-say" data-key="say">
      <summary>{t.add}</summary>
      <Kind kind="atLeast" screen={screen}>
        {(draft) => (
          <>
            <Select draft={draft} name="a" label={t.criterion} />
            <span>
              {t.kinds.atLeast.toLowerCase()} {t.than}
            </span>
            <Select draft={draft} name="b" label={t.criterion} />
          </>
        )}
      </Kind>
      <Kind kind="bounds" screen={screen}>
        {(draft) => (
          <>
            <Select draft={draft} name="criterion" label={t.criterion} />
            <Ends draft={draft} unit={t.percent} />
          </>
        )}
      </Kind>
      <Kind kind="ratio" screen={screen}>
        {(draft) => (
          <>
            <Select draft={draft} name="a" label={t.criterion} />
            <span>/</span>
            <Select draft={draft} name="b" label={t.criterion} />
            <Ends draft={draft} unit={t.times} />
          </>
        )}
      </Kind>
      <Kind kind="rank" screen={screen}>
        {(draft) =>
          choices.map((_, i) => <Select draft={draft} name={`order-${i + 1}`} label={t.place(i + 1)} />)
        }
      </Kind>
    </details>
  )
}

function Kind({
  kind,
  screen,
  children,
}: {
  kind: (typeof statementKinds)[number]
  screen: RoomScreen
  children: (draft: Draft) => ComponentChildren
}) {
  const t = saidText[screen.language]
  return (
    <RoomForm screen={screen} kind={statement} about={kind} deed="say" submit={sayings(screen)}>
      {(draft) => (
        <fieldset>
          <legend>{t.kinds[kind]}</legend>
          <input type="hidden" name="kind" value={kind} />
          <div class="sel-words">{children(draft)}</div>
          <Reason draft={draft} screen={screen} />
        </fieldset>
      )}
    </RoomForm>
  )
}

export const Reason = ({ draft, screen }: { draft: Draft; screen: RoomScreen }) => (
  <label class="sel-reason">
    <span>{roomText[screen.language].reason}</span>
    <input name="reason" value={draft.text('reason')} />
  </label>
)

/** Who runs the meeting says it for the meeting; a member says it for themselves. */
export function sayings({ room, language }: RoomScreen): Sending[] {
  const t = roomText[language]
  return [
    ...(room.may.keep ? [{ name: 'whose', value: 'meeting', label: t.sayInMeeting }] : []),
    ...(room.may.sayOwn ? [{ name: 'whose', value: 'own', label: t.sayOwn }] : []),
  ]
}
