import { isValidBusinessId } from '../../engine/matching/index.ts'
import { regions } from '../codes/index.ts'
import type { NamedEnterprise } from '../indicators/index.ts'

/** Enterprises of one report at most. */
export const mostEnterprises = 5_000

export type RowFault = { row: number; typed: string; key: 'badBusinessId' | 'noName' }

const sizes: Readonly<Record<string, string>> = {
  micro: 'micro',
  mikro: 'micro',
  mikroyritys: 'micro',
  mikroföretag: 'micro',
  small: 'small',
  pieni: 'small',
  litet: 'small',
  medium: 'medium',
  keskisuuri: 'medium',
  medelstort: 'medium',
  large: 'large',
  suuri: 'large',
  stort: 'large',
}

/** "07375462", "FI07375462" and "737546-2" as "0737546-2"; undefined where it does not look like a business id. */
function businessIdIn(cell: string): string | undefined {
  const digits = /^(?:FI)?(\d{6,7})-?(\d)$/i.exec(cell.trim())
  return digits ? `${digits[1]!.padStart(7, '0')}-${digits[2]}` : undefined
}

const regionIn = (cell: string): string | null => {
  const key = cell.toLowerCase()
  const found = regions.find(
    ({ code, name }) =>
      code.toLowerCase() === key || Object.values(name).some((text) => text?.toLowerCase() === key),
  )
  return found?.code ?? null
}

const cellsOf = (line: string): string[] => line.split(/[\t;]|,(?=\s)/).map((cell) => cell.trim())

/**
 * A list of enterprises as it is typed or pasted from a spreadsheet: one a line, the business id, name, size and region
 * in any order, parted by tabs or semicolons. A line that looks like a business id must be a valid one. The same
 * enterprise on two lines is one; what is wrong is told row by row.
 */
export function enterprisesTyped(text: string): { list: NamedEnterprise[]; faults: RowFault[] } {
  const byBusiness = new Map<string, NamedEnterprise>()
  const unnumbered = new Map<string, NamedEnterprise>()
  const faults: RowFault[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const { one, fault } = enterpriseIn(line)
    if (fault) faults.push({ row: index + 1, typed: line.trim().slice(0, 80), key: fault })
    else if (one?.business) byBusiness.set(one.business, merged(byBusiness.get(one.business), one))
    else if (one) unnumbered.set(one.name.toLowerCase(), one)
  }
  return { list: [...byBusiness.values(), ...unnumbered.values()], faults }
}

/** What a later line does not say of the same enterprise, the earlier one has said. */
const merged = (was: NamedEnterprise | undefined, one: NamedEnterprise): NamedEnterprise =>
  was
    ? {
        business: one.business,
        name: one.name || was.name,
        size: one.size ?? was.size,
        region: one.region ?? was.region,
      }
    : one

function enterpriseIn(line: string): { one?: NamedEnterprise; fault?: RowFault['key'] } {
  const cells = cellsOf(line).filter(Boolean)
  const numbered = cells.map(businessIdIn)
  const business = numbered.find((id) => id !== undefined)
  if (business && !isValidBusinessId(business)) return { fault: 'badBusinessId' }
  const rest = cells.filter((_, i) => numbered[i] === undefined)
  const size = rest.flatMap((cell) => sizes[cell.toLowerCase()] ?? [])[0] ?? null
  const region = rest.map(regionIn).find((code) => code !== null) ?? null
  const name = rest.find((cell) => !sizes[cell.toLowerCase()] && regionIn(cell) === null) ?? ''
  if (!business && !name) return { fault: 'noName' }
  if (!business && /^[\d\s-]+$/.test(name)) return { fault: 'badBusinessId' }
  return { one: { business: business ?? null, name: name.slice(0, 200), size, region } }
}

/** The same list as text again, as a form shows it. */
export const enterprisesWritten = (list: readonly NamedEnterprise[]): string =>
  list
    .map(({ business, name, size, region }) => [business, name, size, region].filter(Boolean).join('; '))
    .join('\n')
