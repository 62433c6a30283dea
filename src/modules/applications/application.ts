import type { Names } from '../../kernel/text.ts'
import type { Call, Step } from '../calls/index.ts'
import type { ApplicationState } from './rules.ts'

/** What somebody may do in an application: each level holds those before it. Who may send it leads it: also invites. */
export const levels = ['view', 'edit', 'submit'] as const
export type Level = (typeof levels)[number]

/** What the clock and the page heads need of the call that an application belongs to. */
export type CallOfApplication = Pick<
  Call,
  | 'id'
  | 'code'
  | 'state'
  | 'exercise'
  | 'title'
  | 'ecosystem'
  | 'ecosystemKey'
  | 'ecosystemName'
  | 'opensAt'
  | 'closesAt'
  | 'fullClosesAt'
> & { settings: { twoSteps: boolean } }

export type Application = {
  id: string
  call: CallOfApplication
  /** Counted in its call from 1. */
  number: number
  step: Step
  state: ApplicationState
  /** As it was last sent; of a draft what it was begun with. */
  title: string
  language: string
  /** The idea that a full application grew from. */
  idea: string | null
  copiedFrom: string | null
  form: { id: string; version: number }
  organisation: string | null
  person: string
  createdAt: Date
  /** The newest version that was sent; null while there is none. */
  version: number | null
  submittedAt: Date | null
  /** Since when nobody new has come in, of parties or of those who write; null where it was sent but once. */
  partiesAt: Date | null
  late: boolean
  lateAccepted: boolean | null
  lateReason: string | null
  /** Rights that are held now. */
  rights: readonly { person: string; level: Level }[]
  /** The request for completion that is open. */
  completion: { id: string; sections: readonly string[]; message: string; dueAt: Date } | null
}

export const applicationPath = ({ id }: Pick<Application, 'id'>): string => `/applications/${id}`

/** "hev-2027-1/17". */
export const numberOf = (application: { number: number; call: { code: string } }): string =>
  `${application.call.code}/${application.number}`

export const titleOf = (application: Pick<Application, 'title'>): Names => ({ fi: application.title })
