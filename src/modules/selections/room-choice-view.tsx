import { choiceReasons } from './room-drafts.ts'
import { RoomForm } from './room-form.tsx'
import type { Picked } from './room-portfolios.ts'
import { saidText } from './room-said-text.ts'
import type { RoomScreen } from './room-screen.ts'

/** One portfolio can be the best in several ways: "Varmin, pienin katumus". */
export const named = ({ by }: Pick<Picked, 'by'>, { language }: Pick<RoomScreen, 'language'>): string =>
  by
    .map((one) => saidText[language].by[one])
    .map((way, place) => (place === 0 ? way : way.charAt(0).toLowerCase() + way.slice(1)))
    .join(', ')

const joined = (codes: readonly string[]): string => codes.join('.')

/** The form by which who runs the meeting notes which portfolio it takes, and why. */
export function TakePortfolio({ all, screen }: { all: readonly Picked[]; screen: RoomScreen }) {
  const t = saidText[screen.language]
  return (
    <details class="sel-inner sel-choose" data-key="choose">
      <summary>{t.choose}</summary>
      <RoomForm screen={screen} kind={choiceReasons} about="choice" deed="choose" submit={t.choose}>
        {(draft) => (
          <>
            <p class="note">{t.chooseNote}</p>
            <fieldset data-live="portfolios">
              <legend>{t.whichPortfolio}</legend>
              <Choices all={all} kept={draft.text('portfolio')} screen={screen} />
            </fieldset>
            <label>
              {t.reasons}
              <textarea name="reasons" rows={3}>
                {draft.text('reasons')}
              </textarea>
            </label>
          </>
        )}
      </RoomForm>
    </details>
  )
}

/** The portfolios to choose from; the one chosen before stands among them even when no rule picks it any more. */
function Choices({ all, kept, screen }: { all: readonly Picked[]; kept: string; screen: RoomScreen }) {
  const t = saidText[screen.language]
  const shown = all.map((picked) => ({
    key: picked.by.join(),
    name: named(picked, screen),
    codes: picked.codes,
  }))
  if (kept !== '' && !all.some(({ codes }) => joined(codes) === kept))
    shown.push({ key: 'kept', name: t.keptPick, codes: kept.split('.') })
  return (
    <>
      {shown.map(({ key, name, codes }, i) => (
        <label class="ck" data-key={key}>
          <input
            type="radio"
            name="portfolio"
            value={joined(codes)}
            checked={kept === '' ? i === 0 : joined(codes) === kept}
            autocomplete="off"
          />
          <span>
            {name} <span class="note">{codes.join(', ')}</span>
          </span>
        </label>
      ))}
    </>
  )
}
