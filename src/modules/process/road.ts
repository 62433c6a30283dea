import type { Read } from '../../kernel/db.ts'
import { centsOf } from '../../kernel/money.ts'
import { dayIn } from '../../kernel/time.ts'
import { type RoadRow, roadsIn } from './queries.ts'
import type { Milestones } from './rules.ts'

export type Road = { row: RoadRow; milestones: Milestones }

const dayOr = (at: Date | null) => (at === null ? null : dayIn(at))
const centsOr = (amount: string | null) => (amount === null ? null : centsOf(amount))

/** The roads of applications in ecosystems: of the calls that are real, or of those for practice. */
export async function roadsOf(db: Read, ecosystems: readonly string[]): Promise<Road[]> {
  const rows = await roadsIn(db, ecosystems)
  return rows.map((row) => ({
    row,
    milestones: {
      application: row.application,
      call: row.call,
      opened: dayOr(row.opened),
      closed: dayOr(row.closed),
      sent: dayIn(row.sent),
      assessed: dayOr(row.assessed),
      proposed: dayOr(row.proposed),
      decided: dayOr(row.decided),
      notified: dayOr(row.notified),
      begins: row.begins,
      outcome: row.outcome,
      asked: centsOr(row.asked),
      granted: centsOr(row.granted),
      completions: row.completions,
      given: row.given,
    },
  }))
}
