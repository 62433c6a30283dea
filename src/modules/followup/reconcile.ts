import type { Actor } from '../../kernel/actor.ts'
import type { Read } from '../../kernel/db.ts'
import { centsOf, decimalOf } from '../../kernel/money.ts'
import { type Folded, toldOf } from '../projects/index.ts'
import type { StatementValues } from '../sources/index.ts'
import type { Followed } from './queries.ts'
import {
  type OfficialRecord,
  partiesAmong,
  recordsOf,
  type Verdict,
  verdictsOf,
} from './reconcile-queries.ts'

/** What is compared with the official list, in the order of the page. */
export const comparedFields = [
  'title',
  'start',
  'end',
  'granted',
  'eu',
  'plannedPublic',
  'totalCost',
  'municipalities',
  'partners',
] as const
export type ComparedField = (typeof comparedFields)[number]

export const moneyFields = ['granted', 'eu', 'plannedPublic', 'totalCost'] as const
export const isMoney = (field: ComparedField): field is (typeof moneyFields)[number] =>
  (moneyFields as readonly string[]).includes(field)

/** One field on both sides, as text that can be compared; null where a side says nothing. */
export type Compared = {
  field: ComparedField
  own: string | null
  list: string | null
  /** `same`; `silent`: the list says nothing of it; `open`: they differ; `settled`: they differ, and it was decided. */
  is: 'same' | 'silent' | 'open' | 'settled'
  verdict: Verdict | null
}

type Side = { values: StatementValues; parties: readonly { organisation: string; name: string }[] }

function saidOf({ values, parties }: Side, field: ComparedField): string | null {
  if (field === 'partners') return parties.length > 0 ? parties.map(({ name }) => name).join(', ') : null
  if (field === 'municipalities') return values.municipalities?.toSorted().join(', ') || null
  if (!isMoney(field)) return values[field] ?? null
  const amount = values[field]
  return amount === undefined ? null : `${decimalOf(centsOf(amount))} ${values.currency ?? ''}`.trim()
}

const keyOf = (side: Side, field: ComparedField): string | null =>
  field === 'partners'
    ? side.parties
        .map(({ organisation }) => organisation)
        .toSorted()
        .join(' ')
    : saidOf(side, field)

/** Both sides field by field. A verdict holds while both sides say what they said when it was given. */
export function compare(own: Side, list: Side, verdicts: readonly Verdict[]): Compared[] {
  return comparedFields.map((field) => {
    const [ours, theirs] = [saidOf(own, field), saidOf(list, field)]
    const verdict = verdicts.find((v) => v.field === field && v.own === ours && v.list === theirs) ?? null
    const same = keyOf(own, field) === keyOf(list, field)
    const is = same ? 'same' : theirs === null ? 'silent' : verdict ? 'settled' : 'open'
    return { field, own: ours, list: theirs, is, verdict }
  })
}

export type Reconciled = { record: OfficialRecord; fields: Compared[]; folded: Folded }

/** Projects beside the records that stand for them; those without a record are left out. */
export async function reconciledAmong(
  db: Read,
  actor: Actor,
  projects: readonly Pick<Followed, 'project'>[],
): Promise<ReadonlyMap<string, Reconciled>> {
  const records = await recordsOf(
    db,
    actor,
    projects.map(({ project }) => project),
  )
  const pairs = [...records]
  const ids = [...new Set(pairs.flatMap(([project, { id }]) => [project, id]))]
  const told = await toldOf(db, ids)
  const parties = await partiesAmong(db, ids)
  const verdicts = await verdictsOf(db, [...records.keys()])
  const sideOf = (id: string, values: StatementValues): Side => ({
    values,
    parties: parties.filter(({ project }) => project === id),
  })
  return new Map(
    pairs.flatMap(([project, record]): [string, Reconciled][] => {
      const [own, list] = [told.get(project), told.get(record.id)]
      if (!own || !list) return []
      const fields = compare(
        sideOf(project, own.values),
        sideOf(record.id, list.values),
        verdicts.filter((v) => v.project === project),
      )
      return [[project, { record, fields, folded: list }]]
    }),
  )
}

/** In how many fields each project differs from its record without anybody having said which is right. */
export async function differingAmong(
  db: Read,
  actor: Actor,
  projects: readonly Followed[],
): Promise<ReadonlyMap<string, number>> {
  const all = await reconciledAmong(db, actor, projects)
  return new Map(
    [...all].map(([project, { fields }]) => [project, fields.filter(({ is }) => is === 'open').length]),
  )
}

/** What a project takes from its record when the list's word for a field is the right one. */
export function takenFrom(field: ComparedField, { values }: Folded): StatementValues {
  if (field === 'partners')
    return { ...(values.lead && { lead: values.lead }), partners: values.partners ?? [] }
  const taken = { [field]: values[field] } as StatementValues
  return isMoney(field) && values.currency ? { ...taken, currency: values.currency } : taken
}
