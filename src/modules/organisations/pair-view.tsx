import type { Evidence } from '../../engine/matching/index.ts'
import { centsOf } from '../../kernel/money.ts'
import { formatCount, formatDecimal, type Language } from '../../kernel/text.ts'
import { inWords, OriginLink } from '../../ui/index.ts'
import type { PairSide } from './review-queries.ts'
import { isTellingReason } from './rules.ts'
import { text } from './text.ts'

export type SideProps = { side: PairSide; link: (path: string) => string; language: Language }

/** One of the two: its names with their lists, its identifiers, its place, and what it leads. */
export function Side({ side, link, language }: SideProps) {
  const t = text[language]
  const granted = { cents: centsOf(side.granted), currency: 'EUR' }
  const page = `/organisations/${side.canonicalId}`
  return (
    <section>
      <h2>{side.personal ? side.name : <a href={link(page)}>{side.name}</a>}</h2>
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
            {i.value} <span class="sub">{schemeLabel(i.scheme, language)}</span>
          </dd>
        ))}
        <dt>{t.place}</dt>
        <dd class={side.place ? undefined : 'quiet'}>{side.place ?? t.unknownPlace}</dd>
        <dt>{t.projects}</dt>
        <dd class={side.led > 0 ? undefined : 'quiet'}>
          {side.led > 0 ? (
            <>
              {t.leads(side.led, formatCount(side.led, language))}{' '}
              <span class="nb">
                {inWords({ amount: granted }, language)}
                {!side.personal && (
                  <OriginLink
                    href={link(`${page}/provenance/granted`)}
                    about={`${side.name}, ${t.projects}`}
                    language={language}
                  />
                )}
              </span>
            </>
          ) : (
            t.leadsNone
          )}
        </dd>
      </dl>
    </section>
  )
}

/** What the scheme of an identifier is called: a business id by its name, others by their letters. */
export const schemeLabel = (scheme: string, language: Language): string =>
  scheme === 'fi-business-id' ? text[language].businessId : scheme.toUpperCase()

export function reasonName(kind: string, language: Language): string {
  const { kinds } = text[language]
  return kinds[kind as keyof typeof kinds] ?? kind
}

const reasonsOf = (evidence: unknown): Evidence[] =>
  (Array.isArray(evidence) ? (evidence as Evidence[]) : [])
    .filter((e) => Math.abs(e.weight) >= 0.1)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))

/** The telling reasons in one line, the heaviest first: enough to see why it is asked. */
export function ReasonTags({ evidence, language }: { evidence: unknown; language: Language }) {
  const said = new Map<string, string[]>()
  for (const e of reasonsOf(evidence)) {
    if (!isTellingReason(e.kind)) continue
    const words = [...new Set([e.left, e.right].filter(Boolean))].join(' · ')
    said.set(e.kind, [...(said.get(e.kind) ?? []), ...(words ? [words] : [])])
  }
  if (said.size === 0) return null
  return (
    <ul class="reasons">
      {[...said].slice(0, 4).map(([kind, words]) => (
        <li>
          {reasonName(kind, language)}
          {words.length > 0 && <b> {words.join(', ')}</b>}
        </li>
      ))}
    </ul>
  )
}

/** Why the engine thinks what it thinks: each reason with its weight in bits, the heaviest first. */
export function EvidenceList({ evidence, language }: { evidence: unknown; language: Language }) {
  const t = text[language]
  const reasons = reasonsOf(evidence)
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
