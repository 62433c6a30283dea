/** Every reason for which a problem cannot be read or solved. A caller words each in its languages. */
export const faultCodes = [
  // The shape of what was read
  'not-an-object',
  'not-a-list',
  'not-a-text',
  'not-a-number',
  'not-a-count',
  'too-many-digits',
  'too-many',
  'empty',
  'missing',
  'unknown-key',
  'unknown-kind',
  // What it says
  'unknown-id',
  'repeated-id',
  'low-over-high',
  'out-of-range',
  'no-bound',
  'cycle',
  // What cannot be computed exactly
  'sums-too-large',
  'too-many-extreme-points',
] as const

export type FaultCode = (typeof faultCodes)[number]

/** One thing that is wrong: what, where ("rules.3.projects.0"), and the values that its sentence needs. */
export type Fault = {
  readonly code: FaultCode
  readonly path: string
  readonly values: Readonly<Record<string, string | number>>
}

export type Tell = (code: FaultCode, path: string, values?: Fault['values']) => void
