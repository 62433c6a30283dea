import type { ScoredCriterion, Spread } from '../../engine/assessment/index.ts'
import type { Language } from '../../kernel/text.ts'
import { sheetText } from './sheet-text.ts'

const height = 16
const edge = 7

/** The given scores of one criterion on its scale: a dot each, larger where several gave the same. */
export function SpreadPicture({
  spread,
  scale,
  language,
}: {
  spread: Spread
  scale: ScoredCriterion['scale']
  language: Language
}) {
  const { scores, least, most, discuss } = spread
  if (scores.length === 0) return null
  const step = Math.min(16, 96 / Math.max(1, scale.most - scale.least))
  const at = (score: number) => edge + (score - scale.least) * step
  const middle = height / 2
  const counts = [...new Set(scores)].map(
    (score) => [score, scores.filter((s) => s === score).length] as const,
  )
  const width = at(scale.most) + edge
  return (
    <svg
      class={discuss ? 'spread wide' : 'spread'}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={sheetText[language].picture(scores.toSorted((a, b) => a - b).join(', '), scale.most)}
    >
      <path class="scale" d={`M${at(scale.least)} ${middle}H${at(scale.most)}`} />
      <path class="between" d={`M${at(least)} ${middle}H${at(most)}`} />
      {counts.map(([score, n]) => (
        <circle cx={at(score)} cy={middle} r={Math.min(edge - 1, 3 + n)} />
      ))}
    </svg>
  )
}
