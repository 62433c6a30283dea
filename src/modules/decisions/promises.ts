export type Indicator = {
  indicator: string
  unit: string | null
  baseline: string | null
  target: string | null
  evidence: string | null
}
export type Commitment = {
  kind: 'financing' | 'continuation'
  organisation: string
  what: string | null
  payer: string | null
  owner: string | null
  evidence: string | null
  amount: string | null
}

type Answers = Readonly<Record<string, unknown>>
type Row = Readonly<Record<string, string>>

/** The rows of every table in the answers: a table is known by `KEY.rows`, a cell is `KEY.ROW.COLUMN`. */
function tablesIn(answers: Answers): Row[] {
  return Object.entries(answers).flatMap(([field, ids]) => {
    if (!field.endsWith('.rows') || !Array.isArray(ids)) return []
    const key = field.slice(0, -'.rows'.length)
    return ids.map((id) => {
      const start = `${key}.${id}.`
      const cells = Object.entries(answers).filter(([name]) => name.startsWith(start))
      return Object.fromEntries(
        cells.map(([name, value]) => [name.slice(start.length), typeof value === 'string' ? value : '']),
      )
    })
  })
}

const decimal = (typed: string | undefined): string | null => {
  const text = (typed ?? '').replaceAll(/\s/g, '').replace(',', '.')
  return /^-?\d{1,15}(\.\d+)?$/.test(text) ? text : null
}
const words = (typed: string | undefined): string | null => typed?.trim() || null

/** What was promised in an application: targets of indicators, others' money, and what goes on after the project. */
export function promisesIn(answers: Answers): { indicators: Indicator[]; commitments: Commitment[] } {
  const rows = tablesIn(answers)
  const indicators = rows.flatMap((r): Indicator[] =>
    words(r.indicator)
      ? [
          {
            indicator: r.indicator!.trim(),
            unit: words(r.unit),
            baseline: decimal(r.baseline),
            target: decimal(r.target),
            evidence: words(r.evidence),
          },
        ]
      : [],
  )
  const commitments = rows.flatMap((r): Commitment[] => {
    const none = { what: null, payer: null, owner: null, evidence: null, amount: null }
    if (words(r.financier))
      return [{ ...none, kind: 'financing', organisation: r.financier!.trim(), amount: decimal(r.amount) }]
    if (!words(r.continues)) return []
    return [
      {
        ...none,
        kind: 'continuation',
        organisation: words(r.organisation) ?? '',
        what: r.continues!.trim(),
        payer: words(r.payer),
        owner: words(r.owner),
        evidence: words(r.evidence),
      },
    ]
  })
  return { indicators, commitments }
}
