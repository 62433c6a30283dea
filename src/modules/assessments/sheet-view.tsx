import {
  criterionGroups,
  type ScoredCriterion,
  type Spread,
  type Template,
} from '../../engine/assessment/index.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { type FieldError, InLanguage, TextArea } from '../../ui/index.ts'
import type { Draft } from '../drafts/index.ts'
import { SpreadWord } from './result-view.tsx'
import { SpreadPicture } from './spread-picture.tsx'
import { text } from './text.ts'

export type SheetProps = {
  template: Template
  draft: Draft
  errors: readonly FieldError[]
  language: Language
  /** What everybody gave, where that is agreed on. */
  spreads?: readonly Spread[] | null | undefined
}

/** The scored criteria of a sheet, group by group: each with its guide, its scale and room for the reason. */
export function SheetFields(props: SheetProps) {
  const { template, language } = props
  const t = text[language]
  return (
    <>
      {criterionGroups.flatMap((group) => {
        const own = template.scored.filter((c) => c.group === group)
        return own.length === 0
          ? []
          : [
              <h3>{t.groups[group]}</h3>,
              ...own.map((criterion) => <Criterion criterion={criterion} {...props} />),
            ]
      })}
    </>
  )
}

/** Every point of a scale. */
export const pointsOfScale = ({ least, most }: ScoredCriterion['scale']): number[] =>
  Array.from({ length: most - least + 1 }, (_, i) => least + i)

function Criterion({
  criterion,
  template,
  draft,
  errors,
  language,
  spreads,
}: SheetProps & { criterion: ScoredCriterion }) {
  const t = text[language]
  const { key, scale, weight, least } = criterion
  const error = (name: string) => errors.find((e) => e.name === name)?.text
  const name = `score.${key}`
  const wrong = error(name)
  const points = pointsOfScale(scale)
  const spread = spreads?.find((s) => s.criterion === key)
  return (
    <div class="criterion">
      <fieldset class={wrong ? 'field err' : 'field'} aria-describedby={`about-${key}`}>
        <legend>
          <InLanguage names={criterion.label} language={language} />
        </legend>
        <p class="note" id={`about-${key}`}>
          {scale.least}–{scale.most} · {t.weight(weight.replace('.', language === 'en' ? '.' : ','))}
          {least !== undefined && ` · ${t.least(least)}`}
        </p>
        {criterion.guide && (
          <p class="guide">
            <InLanguage names={criterion.guide} language={language} />
          </p>
        )}
        {spread && spread.scores.length > 0 && (
          <p class="note">
            <SpreadPicture spread={spread} scale={scale} language={language} />{' '}
            <SpreadWord spread={spread} language={language} />
          </p>
        )}
        {wrong && <p class="msg">{wrong}</p>}
        <div class={scale.words || points.length > 8 ? 'points worded' : 'points'}>
          {points.map((point, i) => {
            const said = scale.words?.[point] && pick(scale.words[point], language)?.text
            return (
              <label class="ck">
                <input
                  type="radio"
                  id={i === 0 ? `f-score-${key}` : undefined}
                  name={name}
                  value={String(point)}
                  checked={draft.text(name) === String(point)}
                />
                <span>
                  {point} {said && <span class="help">{said}</span>}
                </span>
              </label>
            )
          })}
        </div>
      </fieldset>
      <TextArea
        name={`reason.${key}`}
        label={`${t.reason}: ${pick(criterion.label, language)?.text ?? key}`}
        help={template.reasonAlways ? t.reasonAlways : t.reasonAtEnds}
        value={draft.text(`reason.${key}`)}
        error={error(`reason.${key}`)}
        rows={3}
        language={language}
      />
    </div>
  )
}
