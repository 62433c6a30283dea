const pattern = /^(\d{1,6})(?:\.(\d{1,2}))?$/

/** "2.5" -> 250n hundredths; undefined for what is no decimal of at most two digits. */
export function hundredths(text: string): bigint | undefined {
  const m = pattern.exec(text)
  return m ? BigInt(m[1]!) * 100n + BigInt((m[2] ?? '').padEnd(2, '0')) : undefined
}

/** The same, of a text that has been checked. Throws RangeError on any other. */
export function knownHundredths(text: string): bigint {
  const known = hundredths(text)
  if (known === undefined) throw new RangeError(`not a decimal of at most two digits: ${text}`)
  return known
}
