import type { Control } from '../../engine/budget/index.ts'
import type { Answers, Form } from '../../engine/form/index.ts'
import { type PartnerRow, partnersIn } from './partners.ts'

/** What the registry knows of the organisations of an application, all told by their business ids. */
export type Known = {
  /** Ties of control between organisations, each with where it was read. */
  controls: readonly Control[]
  ties: readonly {
    upper: string
    lower: string
    upperName: string
    lowerName: string
    source: string
    asOf: string
  }[]
  /** What kind of organisation each is: a call may have a rate of its own for it. */
  kinds: ReadonlyMap<string, string>
  /** Municipalities, regional councils, state authorities and their like: aid to them is no de minimis aid. */
  publicBodies: ReadonlySet<string>
}

export const nothingKnown: Known = { controls: [], ties: [], kinds: new Map(), publicBodies: new Set() }

/** A business id as it is compared: without spaces. */
export const writtenId = (businessId: string): string => businessId.replaceAll(/\s/g, '')

export const isPublicBody = (
  { businessId }: Pick<PartnerRow, 'businessId'>,
  { publicBodies }: Known,
): boolean => publicBodies.has(writtenId(businessId))

/** Every business id that stands in the answers: of partners, and of those that they say are one with them. */
export const idsIn = (form: Form, answers: Answers): string[] => [
  ...new Set(
    [
      ...partnersIn(form, answers).map((p) => p.businessId),
      ...Object.entries(answers).flatMap(([field, value]) =>
        field.endsWith('.business-id') && typeof value === 'string' ? [value] : [],
      ),
    ]
      .map(writtenId)
      .filter((id) => id !== ''),
  ),
]
