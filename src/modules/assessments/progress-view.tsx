import { progressOf, type Template, type ThresholdState } from '../../engine/assessment/index.ts'
import type { Language } from '../../kernel/text.ts'
import { InLanguage, Tag, type Tone } from '../../ui/index.ts'
import type { Draft } from '../drafts/index.ts'
import { sheetOf } from './form-fields.ts'
import { criterionName } from './lack-text.ts'
import type { Seen } from './looking.ts'
import { pointsSaid } from './result-view.tsx'
import { sheetText } from './sheet-text.ts'
import { text } from './text.ts'

const tones: Record<ThresholdState, Tone> = { reached: 'ok', open: 'plain', missed: 'bad' }
const signs = { reached: 'done', open: 'waiting', missed: 'stopped' } as const

/** Where a sheet stands while it is filled in: drawn anew each time what is typed has been saved. */
export function ProgressView({
  id,
  template,
  draft,
  language,
}: {
  id: string
  template: Template
  draft: Draft
  language: Language
}) {
  const t = sheetText[language]
  const { groups, total, progress, shortCriterion } = text[language]
  const stands = progressOf(template, sheetOf(template, draft))
  const said = (points: bigint) => pointsSaid(points, language)
  const percent = (decimal: string) => (language === 'en' ? decimal : decimal.replace('.', ','))
  return (
    <live-preview id={id}>
      <div class="sheet-progress">
        <p>
          <b>{progress(stands.ready, stands.of)}</b>{' '}
          {!stands.thresholds.some((one) => one.of === 'total') && (
            <span class="note num">{t.soFar(said(stands.points.got), said(stands.points.most))}</span>
          )}
        </p>
        <ul class="plain">
          {stands.thresholds.map(({ of, percent: least, points, state }) => (
            <li>
              {t.needed(
                of === 'total' ? total : groups[of],
                percent(least),
                said(points.got),
                said(points.most),
              )}{' '}
              <Tag tone={tones[state]} sign={signs[state]}>
                {t.states[state]}
              </Tag>
            </li>
          ))}
          {stands.below.map(({ key, score, least }) => (
            <li>
              {shortCriterion(criterionName({ template }, key, language), score, least)}{' '}
              <Tag tone="bad" sign="stopped">
                {t.states.missed}
              </Tag>
            </li>
          ))}
          {stands.noReason.map((key) => (
            <li>
              <a href={`#f-reason-${key}`}>
                <InLanguage
                  names={template.scored.find((c) => c.key === key)?.label ?? {}}
                  language={language}
                />
              </a>{' '}
              <Tag tone="warm">{t.noReason}</Tag>
            </li>
          ))}
        </ul>
      </div>
    </live-preview>
  )
}

/** Who else assesses and whether they have given their scores; never what they gave. */
export function OthersView({ seen, language }: { seen: Seen; language: Language }) {
  const t = sheetText[language]
  const others = seen.sheets.filter(
    (s) => s.id !== seen.mine?.id && ['assigned', 'open', 'given'].includes(s.state),
  )
  if (others.length === 0) return <p class="note">{t.othersNone}</p>
  return (
    <p class="note">
      {t.others}:{' '}
      {others.map((s, i) => (
        <>
          {i > 0 && ', '}
          {s.name} ({s.state === 'given' ? t.given : t.notGiven})
        </>
      ))}
    </p>
  )
}
