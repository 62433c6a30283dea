import { overseers, type ShareLevel } from './share.ts'
import type { Words } from './text.ts'

/** What can be told of an action's rule without running it: the permission matrix is drawn from these. */
export type Permission = {
  name: string
  kind: 'query' | 'command'
  summary: Words<string>
  who: readonly string[]
  /** Whether the office must be held in the ecosystem that the action is about. */
  inEcosystem: boolean
  /** Whether the share level of the record decides too. */
  onRecord: boolean
  /** What else must be true. */
  only?: Words<string>
}

/** Whom a column of the matrix stands for: a visitor, somebody signed in without an office, an office, the product. */
export type Column = 'visitor' | 'signed-in' | 'system' | (string & {})

/**
 * What a cell says: yes, no, in an ecosystem where the office is held, there and in those linked to it, or only what
 * oneself or one's own organisation made.
 */
export type Cell = 'yes' | 'no' | 'ecosystem' | 'linked' | 'own'

/** Whether a column may do the action. With a share level: on a record that is shared so. */
export function cellOf(permission: Permission, column: Column, share?: ShareLevel): Cell {
  const right = rightOf(permission, column)
  if (right === 'no' || !permission.onRecord || share === undefined || share === 'public') return right
  return narrower(right, sightOf(column, share))
}

function rightOf({ who, inEcosystem }: Permission, column: Column): Cell {
  if (who.includes('everyone')) return 'yes'
  if (column === 'visitor') return 'no'
  if (column === 'system') return who.includes('system') ? 'yes' : 'no'
  if (who.includes('signed-in')) return 'yes'
  if (!who.includes(column)) return 'no'
  return inEcosystem ? 'ecosystem' : 'yes'
}

/** What a column sees of the records of a share level that is not public; `canSee` says it of one. */
function sightOf(column: Column, share: Exclude<ShareLevel, 'public'>): Cell {
  if (column === 'system') return 'yes'
  if (column === 'visitor') return 'no'
  if (column === 'signed-in') return 'own'
  if (overseers.includes(column)) return 'ecosystem'
  return ({ own: 'own', agreement: 'ecosystem', network: 'linked' } as const)[share]
}

const narrowest: readonly Cell[] = ['no', 'own', 'ecosystem', 'linked', 'yes']
const narrower = (a: Cell, b: Cell): Cell => (narrowest.indexOf(a) < narrowest.indexOf(b) ? a : b)
