import { createHash } from 'node:crypto'
import type { Sheet } from '../../engine/assessment/index.ts'

/** The same scores in the same order: what the hash is of. */
export const canonical = (sheet: Sheet): string =>
  JSON.stringify(
    Object.keys(sheet)
      .sort()
      .map((key) => [key, sheet[key]?.score ?? null, sheet[key]?.reason ?? '']),
  )

export const sealOf = (salt: string, sheet: Sheet): string =>
  createHash('sha256')
    .update(salt + canonical(sheet))
    .digest('hex')

/** A giving of scores as it is stored, and whether the audit has a row of it with the same hash. */
export type Giving = {
  sheet: string
  person: string
  name: string
  version: number
  scores: Sheet
  salt: string
  hash: string
  told: boolean
  at: Date
}

export type Seal = Pick<Giving, 'sheet' | 'person' | 'name' | 'version' | 'hash' | 'at'> & { holds: boolean }

/** Whether what is stored is what was given: by its own hash, and by the audit's. Nothing of the scores is told. */
export const sealed = ({ scores, salt, told, ...giving }: Giving): Seal => ({
  ...giving,
  holds: told && sealOf(salt, scores) === giving.hash,
})
