import { isPersonalName } from '../../engine/matching/index.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import type { Day } from '../../kernel/time.ts'
import { refreshFigures } from './figures.ts'
import {
  type EnterpriseRow,
  insertSupports,
  insertValue,
  registryOf,
  saveEnterprises,
} from './value-queries.ts'

/** An enterprise as a project names it; without a business id it is told apart and not counted. */
export type NamedEnterprise = {
  business: string | null
  name: string
  size: string | null
  region: string | null
}

/** What an organisation of a project says of one indicator for one period. */
export type SaidValue = {
  indicator: string
  definition: number
  organisation: string | null
  amount: string | null
  per: string | null
  narrative: string | null
  enterprises: readonly NamedEnterprise[]
}

export type Approval = {
  ecosystem: string
  project: string
  report: string
  version: number
  from: Day
  to: Day
  said: { person: string | null; by: string; at: Date }
  approved: { person: string | null; by: string; at: Date }
  /** Why what was approved before is corrected. */
  reason: string | null
  values: readonly SaidValue[]
}

/** Keeps what was approved and makes the figures that it changes anew, all in the transaction of the approval. */
export async function recordValues(tx: Tx, a: Approval): Promise<void> {
  const named = a.values.flatMap(({ enterprises }) => enterprises)
  await saveEnterprises(tx, await knownEnterprises(tx, named), a.approved.at)
  for (const value of a.values) {
    const id = newId(a.approved.at.getTime())
    await insertValue(tx, {
      id,
      ecosystem: a.ecosystem,
      indicator: value.indicator,
      definition: value.definition,
      project: a.project,
      organisation: value.organisation,
      from: a.from,
      to: a.to,
      amount: value.amount,
      per: value.per,
      narrative: value.narrative,
      version: a.version,
      report: a.report,
      person: a.said.person,
      byWhom: a.said.by,
      at: a.said.at,
      approver: a.approved.person,
      approvedBy: a.approved.by,
      approvedAt: a.approved.at,
      reason: a.reason,
    })
    await insertSupports(tx, id, value.enterprises)
  }
  await refreshFigures(
    tx,
    a.ecosystem,
    a.values.map(({ indicator }) => indicator),
    a.approved.at,
  )
  await bumpRevision(tx)
}

/** What the registry knows of an enterprise goes before what was typed; size is known by the project alone. */
async function knownEnterprises(tx: Tx, named: readonly NamedEnterprise[]): Promise<EnterpriseRow[]> {
  const typed = new Map(named.flatMap((one) => (one.business ? [[one.business, one] as const] : [])))
  const registry = new Map((await registryOf(tx, [...typed.keys()])).map((row) => [row.business, row]))
  return [...typed].map(([business, one]) => {
    const known = registry.get(business)
    return {
      business,
      name: known?.name ?? one.name,
      personal: known?.personal ?? isPersonalName(one.name),
      size: one.size,
      region: known?.region ?? one.region,
      kind: known?.kind ?? null,
      organisation: known?.organisation ?? null,
    }
  })
}
