import type { Asking, Rule } from './rule.ts'
import type { Language, Names, Words } from './text.ts'

/** A form whose fields are kept while they are typed. Its module names it; `modules/drafts` keeps what is typed. */
export type DraftKind = {
  /** Such as "organisation.edit": names the form for ever, in addresses too. */
  kind: string
  /** Whether all who may fill it in share one draft of it; else each has their own. */
  shared: boolean
  /** It changes a record that is there: what others change in the record meanwhile is told, never written over. */
  changes?: true
  /** One part of a thing whose module tells itself that it is unfinished: five parts are not five things to go on with. */
  partOf?: true
  /** What a list of unfinished texts calls it. */
  title: Words<string>
  /** Where the form is, without a language. */
  path: (subject: string) => string
  /** Who may fill it in: the same rule as of the action that it is sent to. */
  allow: Rule<{ subject: string }>
  /** What its fields are called, and the words of those that are chosen, where the history of a draft tells them. */
  fields?: Readonly<Record<Language, DraftFields>>
  /** The same of what stands in records: ecosystems, columns of a list; `values` are those that the drafts hold. */
  told?: (asking: Asking, subject: string, values: DraftValues) => Promise<ToldFields>
}

/** Every value that a draft has held, by its field. */
export type DraftValues = Readonly<Record<string, readonly string[]>>

/** By field: its label, and its values as people read them. */
export type ToldFields = Readonly<Record<string, { label?: Names; values?: Readonly<Record<string, Names>> }>>

/** A field's label by its name; with the words of its values where they are chosen from a list. */
export type DraftFields = Readonly<
  Record<string, string | { label: string; values: Readonly<Record<string, string>> }>
>

/** Which draft: of which form, about what. */
export type DraftAddress = { kind: string; subject: string }

export type DraftKinds = ReadonlyMap<string, DraftKind>
