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
  /** The session by which the person is here. */
  session?: string
}

/** An office that is held now: in one ecosystem, or (null) in all of them. */
export type Held = { office: string; ecosystem: string | null }
