import type { Names } from '../../kernel/text.ts'

export const registerFacets = ['outcome', 'year', 'call', 'ecosystem', 'organisation'] as const
export type RegisterFacet = (typeof registerFacets)[number]
export type RegisterAsked = { q?: string | undefined } & Partial<
  Record<RegisterFacet, readonly string[] | undefined>
>
/** A value of a facet, by what it is called where that is not the value itself. */
export type Count = { value: string; count: number; label?: Names }
