import type { Maker } from '../book.ts'
import type { TileKind } from '../content.ts'
import { agreementsTile } from './agreements.ts'
import { callsTile } from './calls.ts'
import { decisionsTile } from './decisions.ts'
import { impactTile } from './impact.ts'
import { indicatorsTile } from './indicators.ts'
import { networkTile } from './network.ts'
import { coverageTile, moneyTile, projectsTile } from './projects.ts'
import { risksTile } from './risks.ts'
import { goalTile, statisticTile } from './statistics.ts'

/** Who makes a tile of each kind. */
export const makers: Readonly<Record<TileKind, Maker>> = {
  note: async ({ tile }) => (tile.words ? { figures: [], lead: tile.words } : null),
  agreements: agreementsTile,
  decisions: decisionsTile,
  projects: projectsTile,
  money: moneyTile,
  coverage: coverageTile,
  indicators: indicatorsTile,
  network: networkTile,
  impact: impactTile,
  calls: callsTile,
  goal: goalTile,
  statistic: statisticTile,
  risks: risksTile,
}
