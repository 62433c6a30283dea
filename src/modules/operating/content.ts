import type { ShareLevel } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'

/** What an operating model is made of. */
export const kinds = ['way', 'contract', 'template', 'responsibility', 'role', 'practice'] as const
export type Kind = (typeof kinds)[number]
export const isKind = (word: string): word is Kind => (kinds as readonly string[]).includes(word)

/** The states of a contract and of a template. */
export const states = {
  contract: ['draft', 'signed', 'ended'],
  template: ['draft', 'in-use', 'ended'],
} as const
export type State = (typeof states)['contract' | 'template'][number]

/** An organisation as it was written, and its row in the registry where there is one. */
export type Named = { name: string; organisation: string | null }

/** What one thing says; which of these a kind has stands in `fieldsOf`. */
export type Content = {
  /** Of a role: the value chain, if it is held in one. */
  title: Names
  text: Names
  /** Who sees to it that a way of working is right: an office or an organisation, never a person's name. */
  owner?: string
  version?: string
  state?: State
  parties?: readonly Named[]
  signed?: Day | null
  /** The entry of the template that a contract was made from. */
  template?: string | null
  /** Where the contract itself is kept: a web address or a register number. */
  record?: string
  holder?: string
  organisation?: Named | null
  deputy?: string
  /** Of a good practice: where and for whom it was done, what came of it, how one asks about it. */
  place?: string
  audience?: string
  result?: string
  ask?: string
  role?: string
  /** A value of the ecosystem's frame, as 'dimension/code'. */
  theme?: string | null
  starts?: Day | null
  ends?: Day | null
}

/** One version of one thing. */
export type Item = {
  id: string
  entry: string
  kind: Kind
  content: Content
  share: ShareLevel
  person: string | null
  byWhom: string
  at: Date
  reason: string | null
  reviewOn: Day | null
  reviewedAt: Date | null
  reviewedBy: string | null
  endedAt: Date | null
  endedBy: string | null
}
