import { type Aggregation, exactFromDecimal } from '../../engine/indicators/index.ts'
import type { Names } from '../../kernel/text.ts'
import { readDay } from '../../kernel/time.ts'

export type FaultKey =
  | 'noCode'
  | 'noName'
  | 'noUnit'
  | 'noDefinition'
  | 'notANumber'
  | 'notADay'
  | 'dueBefore'
  | 'noWay'
  | 'amberAbove'

export type Fault = { field: string; key: FaultKey }

/** What an ecosystem's own code may look like: letters, digits and hyphens, as "HEV-01". */
const codePattern = /^[\p{Lu}\d][\p{Lu}\d-]{0,19}$/u

/** "1 234,50" and "1234.5" as "1234.50"; undefined where it is no number with at most six decimals. */
export function decimalTyped(text: string): string | undefined {
  const plain = text.replaceAll(/[\s\u00a0]/g, '').replace(',', '.')
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(plain) && exactFromDecimal(plain) ? plain : undefined
}

export type SaidDefinition = { code: string; name: Names; definition: Names; unit: Names }

/** What is missing of an own definition. The common list's code is never taken for an own one. */
export function definitionFaults(said: SaidDefinition, isNew: boolean): Fault[] {
  const faults: Fault[] = []
  if (isNew && (!codePattern.test(said.code) || /^RC[OR]\d/.test(said.code)))
    faults.push({ field: 'code', key: 'noCode' })
  if (!said.name.fi) faults.push({ field: 'name.fi', key: 'noName' })
  if (!said.unit.fi) faults.push({ field: 'unit.fi', key: 'noUnit' })
  if (!said.definition.fi) faults.push({ field: 'definition.fi', key: 'noDefinition' })
  return faults
}

export type SaidTarget = { baseline: string; target: string; starts: string; due: string }

export function targetFaults({ baseline, target, starts, due }: SaidTarget): Fault[] {
  const [from, to] = [decimalTyped(baseline), decimalTyped(target)]
  const [first, last] = [readDay(starts), readDay(due)]
  const faults: Fault[] = []
  if (from === undefined) faults.push({ field: 'baseline', key: 'notANumber' })
  if (to === undefined) faults.push({ field: 'target', key: 'notANumber' })
  if (from !== undefined && to !== undefined && Number(from) === Number(to))
    faults.push({ field: 'target', key: 'noWay' })
  if (!first) faults.push({ field: 'starts', key: 'notADay' })
  if (!last) faults.push({ field: 'due', key: 'notADay' })
  if (first && last && last <= first) faults.push({ field: 'due', key: 'dueBefore' })
  return faults
}

/** A part of the share of time, as it is typed: 90 or 90 % is "0.9". */
function partTyped(text: string): string | undefined {
  const percent = /^(\d{1,3})\s*%?$/.exec(text.trim())?.[1]
  return percent === undefined || Number(percent) > 200 ? undefined : `${Number(percent) / 100}`
}

/** The thresholds of the light, or what is wrong with them. */
export function lightTyped(said: {
  green: string
  amber: string
}): { green: string; amber: string } | Fault[] {
  const [green, amber] = [partTyped(said.green), partTyped(said.amber)]
  if (green === undefined || amber === undefined)
    return [
      ...(green === undefined ? [{ field: 'green', key: 'notANumber' } as const] : []),
      ...(amber === undefined ? [{ field: 'amber', key: 'notANumber' } as const] : []),
    ]
  return Number(amber) > Number(green) ? [{ field: 'amber', key: 'amberAbove' }] : { green, amber }
}

const codeAtStart = /^(RC[OR])\s*0*(\d{1,3})\b/i

/**
 * Which indicator a promise of an application means: by a code at its start (as "RCO 1: ..."), else by its name in full,
 * in any language. Undefined where none: then it is told as it was written.
 */
export function meantBy<I extends { code: string; name: Names }>(
  promised: string,
  indicators: readonly I[],
): I | undefined {
  const written = promised.trim()
  const [, list, number] = codeAtStart.exec(written) ?? []
  if (list && number) {
    const code = `${list.toUpperCase()}${number.padStart(2, '0')}`
    return indicators.find((one) => one.code === code)
  }
  const key = written.toLowerCase()
  return indicators.find(
    ({ code, name }) =>
      key === code.toLowerCase() ||
      key.startsWith(`${code.toLowerCase()} `) ||
      Object.values(name).some((text) => text?.toLowerCase() === key),
  )
}

/** Whether targets of several projects may be added up to one of the whole. */
export const addsUp = (aggregation: Aggregation): boolean => aggregation === 'sum' || aggregation === 'stock'
