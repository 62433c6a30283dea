import type { Names } from './text.ts'

/** Who asks: nobody (a visitor), a signed-in person, or the product itself (command line, job). */
export type Actor = { kind: 'visitor' } | Person | { kind: 'system'; name: string }

export type Person = {
  kind: 'person'
  id: string
  name: string
  offices: readonly Held[]
  /** Organisations to which the person belongs now. */
  organisations: readonly string[]
  /** Ecosystems linked to those where the person holds an office. */
  linked: readonly string[]
  /** The office whose view is tried out: its holder sees what that office sees and changes nothing. */
  previewing?: string
  /** The session, as it is stored: what is set for this one alone. */
  session?: string
  /** When the person last proved who they are; undefined for a program that acts as them. */
  signedInAt?: Date
  /** An office of theirs sleeps until they sign in with a second factor: the administrator's. */
  asleep?: boolean
  /** The name of the ecosystem where the previewed office is held. */
  previewedIn?: Names
  /** The token by which a program acts as the person, and what it may do at most (see scope.ts). */
  token?: { id: string; name: string; scopes: readonly string[] }
}

/** An office that is held now: in one ecosystem, or (null) in all of them. */
export type Held = { office: string; ecosystem: string | null }
