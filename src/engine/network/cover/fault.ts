/** Every reason for which the demands of a call cannot be read. */
export const faultCodes = [
  'not-an-object',
  'not-a-list',
  'not-a-text',
  'not-a-count',
  'not-an-amount',
  'not-yes-or-no',
  'missing',
  'empty',
  'too-many',
  'unknown-key',
  'unknown-kind',
  'not-a-code',
  'repeated-id',
  'out-of-range',
  'least-over-most',
] as const
export type FaultCode = (typeof faultCodes)[number]

/** One thing that is wrong: what, where ("demands.3.need"), and the values that its sentence needs. */
export type Fault = {
  readonly code: FaultCode
  readonly path: string
  readonly values: Readonly<Record<string, string | number>>
}

export type Tell = (code: FaultCode, path: string, values?: Fault['values']) => void
