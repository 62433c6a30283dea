import type { Action } from './action.ts'
import type { DaySource } from './calendar-day.ts'
import type { Follower, Stage } from './context.ts'
import type { DraftKind } from './draft.ts'
import type { Finder } from './finder.ts'
import type { Installation } from './installation.ts'
import type { Job, Subscriptions } from './job.ts'
import type { Page, Supplement } from './page.ts'
import type { SubjectKind } from './subject.ts'
import type { TurnSource } from './turn.ts'
import type { Verb } from './verb.ts'

/** What every verb is given: one that finds its own way to the database, or needs none, has no more than this. */
export type BareContext = {
  installation: Installation
  /** The site's public address, for links that are printed. */
  baseUrl: string
}

/** What a verb that needs the database is given. */
export type VerbContext = BareContext & {
  stage: Stage
  /** Takes jobs of these names in this process too, so that what a verb plans is done even when no server runs. */
  work: (jobs: readonly string[]) => Promise<void>
}

/** What a module brings to the house. The shells know modules only through this. */
export type Module = {
  name: string
  actions?: readonly Action[]
  /** Actions without a REST address, since only a page, the command line or the server's start may begin them. */
  innerActions?: readonly Action[]
  pages?: readonly Page[]
  jobs?: readonly Job[]
  verbs?: readonly Verb<VerbContext>[]
  /** The things of this module that can be spoken of, followed and given attachments. */
  subjects?: readonly SubjectKind[]
  /** What this module puts on a person's own page. */
  turns?: readonly TurnSource[]
  /** The things of this module that a search over everything finds. */
  finders?: readonly Finder[]
  /** The days that the things of this module have in the calendar. */
  days?: readonly DaySource[]
  /** What this module shows on the pages of others' things. */
  supplements?: readonly Supplement[]
  /** The forms of this module whose fields are kept while they are typed. */
  drafts?: readonly DraftKind[]
  /** What this module does after each command of any module, in the command's transaction. */
  follow?: Follower
  /** Which jobs of this module follow which events. */
  subscriptions?: Subscriptions
}
