import type { Evidence } from '../../engine/matching/index.ts'
import { formatDecimal, type Language } from '../../kernel/text.ts'
import type { PairSide } from './review-queries.ts'
import { text } from './text.ts'

/** One of the two: its names with their lists, its identifiers, its place. */
export function Side({ side, language }: { side: PairSide; language: Language }) {
  const t = text[language]
  return (
    <section>
      <h2>{side.name}</h2>
      <dl class="pair-facts">
        <dt>{t.names}</dt>
        {[...new Map(side.names.map((n) => [n.name, n])).values()].map((n) => (
          <dd>
            {n.name} <span class="sub">{n.source}</span>
          </dd>
        ))}
        <dt>{t.identifiers}</dt>
        {side.identifiers.length === 0 && <dd class="quiet">{t.noIdentifiers}</dd>}
        {side.identifiers.map((i) => (
          <dd>
            {i.value}{' '}
            <span class="sub">{i.scheme === 'fi-business-id' ? t.businessId : i.scheme.toUpperCase()}</span>
          </dd>
        ))}
        <dt>{t.place}</dt>
        <dd class={side.place ? undefined : 'quiet'}>{side.place ?? t.unknownPlace}</dd>
      </dl>
    </section>
  )
}

/** Why the engine thinks what it thinks: each reason with its weight in bits, the heaviest first. */
export function EvidenceList({ evidence, language }: { evidence: unknown; language: Language }) {
  const t = text[language]
  const reasons = (Array.isArray(evidence) ? (evidence as Evidence[]) : [])
    .filter((e) => Math.abs(e.weight) >= 0.1)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  if (reasons.length === 0) return null
  return (
    <details class="twin">
      <summary>{t.evidence}</summary>
      <ul class="evidence">
        {reasons.map((e) => (
          <li>
            <b class="num">
              {e.weight > 0 ? '+' : '−'}
              {formatDecimal(Math.abs(e.weight), language, 1)}
            </b>{' '}
            {t.kinds[e.kind]} {e.weight > 0 ? `(${t.for})` : `(${t.against})`}
            {(e.left || e.right) && (
              <span class="quiet"> {[...new Set([e.left, e.right].filter(Boolean))].join(' · ')}</span>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
