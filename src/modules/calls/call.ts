import type { SharedRecord, ShareLevel } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'
import type { CallState } from './rules.ts'
import type { CallSettings } from './settings.ts'

export type Step = 'idea' | 'full'
export type FormVersion = { id: string; version: number }

/** What freezes when a call opens: all that people settle of it, its period and its forms. */
export type Plan = {
  settings: CallSettings
  opensAt: Date | null
  /** Until when ideas, or full applications where there is one step, are taken. */
  closesAt: Date | null
  /** Of a call in two steps: until when full applications are taken. */
  fullClosesAt: Date | null
  forms: { [S in Step]?: FormVersion }
}

/** A call as the modules below it know it. */
export type Call = Plan & {
  id: string
  /** In addresses and application numbers; never changes. */
  code: string
  ecosystem: string
  ecosystemKey: string
  ecosystemName: Names
  state: CallState
  exercise: boolean
  title: Names
  share: ShareLevel
  copiedFrom: string | null
  person: string | null
  createdAt: Date
  updatedAt: Date
  openedAt: Date | null
  /** Since when it is told of as coming; the clock opens it only then. */
  announcedAt: Date | null
}

/** Who sees a call: everybody once it is announced or open; until then those who prepare it. */
export const recordOf = (call: Pick<Call, 'share' | 'ecosystem' | 'person'>): SharedRecord => ({
  share: call.share,
  ecosystem: call.ecosystem,
})

export const callPath = (call: Pick<Call, 'code'>): string => `/calls/${call.code}`
