import type { Asking } from '../../kernel/rule.ts'
import { dayIn } from '../../kernel/time.ts'
import { packetsAmong } from './packet-queries.ts'
import { listPath } from './paths.ts'
import { type Followed, itemsOfProjects, lateReports } from './queries.ts'
import { differingAmong } from './reconcile.ts'
import { deliverableOn, type Level, levelOf, levels, milestoneOn } from './rules.ts'

/** How one project goes: what is late, what is at risk, what waits for the office. */
export type Standing = {
  followed: Followed
  lateMilestones: number
  lateDeliverables: number
  /** Risks that have not been closed, by level. */
  risks: Record<Level, number>
  /** Changes that wait for an answer, and packets that wait for approval. */
  waiting: number
  /** Whether a report of indicators is late. */
  lateReport: boolean
  /** Fields in which the project and its official record differ and nobody has said which is right. */
  differences: number
}

const none = (): Record<Level, number> => ({ high: 0, medium: 0, low: 0 })

/** How projects go, those that need somebody first. */
export async function standingOf(
  { db, actor, now }: Asking,
  projects: readonly Followed[],
): Promise<Standing[]> {
  const today = dayIn(now)
  const ids = projects.map(({ project }) => project)
  const items = await itemsOfProjects(db, ids, ['milestone', 'deliverable', 'risk', 'change'])
  const packets = await packetsAmong(db, ids)
  const late = new Set(await lateReports(db, ids, today))
  const differing = await differingAmong(db, actor, projects)
  const all = projects.map((followed): Standing => {
    const own = items.filter(({ project }) => project === followed.project)
    const risks = none()
    for (const { kind, content } of own)
      if (kind === 'risk' && content.risk !== 'closed') risks[levelOf(content)] += 1
    const count = (is: (one: (typeof own)[number]) => boolean) => own.filter(is).length
    return {
      followed,
      lateMilestones: count((x) => x.kind === 'milestone' && milestoneOn(x.content, today) === 'late'),
      lateDeliverables: count((x) => x.kind === 'deliverable' && deliverableOn(x.content, today) === 'late'),
      risks,
      waiting:
        count((x) => x.kind === 'change' && x.content.change === 'asked') +
        packets.filter((p) => p.project === followed.project && p.state === 'sent').length,
      lateReport: late.has(followed.project),
      differences: differing.get(followed.project) ?? 0,
    }
  })
  const weight = (one: Standing) =>
    4 * one.waiting + 3 * (one.lateMilestones + one.lateDeliverables) + 2 * one.risks.high + one.differences
  return all.toSorted((a, b) => weight(b) - weight(a))
}

/** A figure of a situation picture, with the list behind it. */
type Behind = { count: number; path: string }

/**
 * What endangers the projects of an ecosystem, summed over what `followup.list` answers:
 *
 *   risks           open risks by level: `{ high, medium, low }`
 *   lateMilestones  milestones whose day has passed
 *   lateReports     projects whose report of indicators is late
 *   waiting         changes and packets that wait for the office
 *   differences     fields that differ from the official list and are not settled
 *
 * Each is a count with the path of the list behind it, without a language.
 */
export type RisksOfEcosystem = {
  projects: number
  risks: Record<Level, Behind>
  lateMilestones: Behind
  lateReports: Behind
  waiting: Behind
  differences: Behind
}

export function risksOf(key: string, all: readonly Standing[]): RisksOfEcosystem {
  const behind = (view: string, of: (one: Standing) => number): Behind => ({
    count: all.reduce((total, one) => total + of(one), 0),
    path: listPath(key, view),
  })
  const [high, medium, low] = levels.map((level) => behind(`risk-${level}`, ({ risks }) => risks[level]))
  return {
    projects: all.length,
    risks: { high: high!, medium: medium!, low: low! },
    lateMilestones: behind('late', (one) => one.lateMilestones),
    lateReports: behind('reports', (one) => (one.lateReport ? 1 : 0)),
    waiting: behind('waiting', (one) => one.waiting),
    differences: behind('differences', (one) => one.differences),
  }
}
