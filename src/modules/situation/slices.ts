import type { Dimension } from '../../engine/statistics/index.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { headOf } from '../statistics/index.ts'
import type { Tile } from './content.ts'

type Codes = Readonly<Record<string, string>>

/** What an address narrows besides place and time: those are the picture's own, whatever stands in the address. */
export const narrowedBy = (codes: Codes, dimensions: readonly Dimension[]): [string, string][] =>
  dimensions.flatMap(({ id, role }): [string, string][] =>
    role === 'geo' || role === 'time' || codes[id] === undefined ? [] : [[id, codes[id]]],
  )

export type SliceFault = 'noDataset' | 'noPlaces' | 'openSlice'

/**
 * What keeps a slice from being one figure for each place and period. It is asked when the slice is chosen, with the
 * eyes of those who will read the picture: the tile of a wrong one would be left out without a word.
 */
export async function sliceFault(db: Read, readers: Actor, tile: Tile): Promise<SliceFault | undefined> {
  const found = await headOf(db, readers, { dataset: tile.dataset! }).catch((error: unknown) => {
    if (error instanceof Refusal) return undefined
    throw error
  })
  if (!found) return 'noDataset'
  const { dimensions } = found
  if (!['geo', 'time'].every((role) => dimensions.some((d) => d.role === role))) return 'noPlaces'
  const codes = tile.codes ?? {}
  const isOne = ({ id, role, categories }: Dimension) =>
    role === 'geo' ||
    role === 'time' ||
    (codes[id] === undefined ? categories.length === 1 : categories.some(({ code }) => code === codes[id]))
  return dimensions.every(isOne) ? undefined : 'openSlice'
}
