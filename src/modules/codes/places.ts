import { fold, placeOf as placeInName } from '../../engine/matching/index.ts'
import { authorities, type Municipality, municipalities, type Region, regions } from './lists.ts'
import { priorityOf, programmeByCode } from './programme.ts'
import { byCode } from './rules.ts'

const regionTable = byCode(regions)
const nutsTable = new Map(
  regions.flatMap((region) => region.nuts.map((nuts) => [nuts.code, region] as const)),
)
const authorityTable = byCode(authorities)
const municipalityTable = byCode(municipalities)

export const regionByCode = (code: string): Region | undefined => regionTable.get(code)

/** The region of a NUTS 3 code of any version: FI197 and FI19B are both Pirkanmaa. */
export const regionByNuts = (code: string): Region | undefined => nutsTable.get(code)

export const authorityByCode = (code: string) => authorityTable.get(code)

export const municipalityByCode = (code: string): Municipality | undefined => municipalityTable.get(code)

const nameKey = (name: string): string => name.trim().toLocaleLowerCase('fi')
const municipalityNames = new Map<string, Municipality>()
const regionNames = new Map<string, Region>()
for (const m of municipalities) {
  for (const name of [m.name.fi, m.name.sv]) if (name) municipalityNames.set(nameKey(name), m)
}
for (const r of regions) {
  for (const name of [r.name.fi, r.name.sv, r.name.en]) if (name) regionNames.set(nameKey(name), r)
}

/** A municipality by its Finnish or Swedish name, as written in an address. */
export const municipalityOf = (text: string): Municipality | undefined => municipalityNames.get(nameKey(text))

const foldedNames = new Map(municipalities.map((m) => [fold(m.name.fi ?? ''), m] as const))

/** The municipality whose own organisation is called so: "Vantaan kaupunki", "Ingå kommun"; of any other name none. */
export function municipalityRunBy(organisation: string): Municipality | undefined {
  const [first = '', second = '', ...more] = fold(organisation).trim().split(/\s+/)
  if (more.length > 0 || !/^(kaupunki|kunta|stad|kommun|city)$/.test(second)) return undefined
  return foldedNames.get(placeInName(first) ?? first)
}

/** "Tampere", "837", "837 Tampere", "Tampere (837)": the municipality that is meant, if both say the same one. */
function municipalityWritten(text: string): Municipality | undefined {
  const [whole, code] = /[\s(]*(?<!\d)(\d{3})(?!\d)[\s)]*/.exec(text) ?? []
  if (whole === undefined || code === undefined) return municipalityOf(text)
  const coded = municipalityByCode(code)
  const name = text.replace(whole, '')
  return name === '' || municipalityOf(name) === coded ? coded : undefined
}

/**
 * The one region in which all of the written municipalities lie; "Kuopio, Iisalmi" and "Salo ja Turku" are two each.
 * None when they lie in several, or when one of them is not a Finnish municipality.
 */
export function regionOfMunicipalities(written: readonly string[]): Region | undefined {
  const parts = written.flatMap((text) => text.split(/\s*[,;|/&\n]\s*|\s+(?:ja|sekä|och|samt|and)\s+/u))
  const found = parts.filter((part) => part.trim() !== '').map((part) => municipalityWritten(part)?.region)
  const [only, ...others] = new Set(found)
  return only !== undefined && others.length === 0 ? regionByCode(only) : undefined
}

/** A region by its name in any of the three languages, its own code or a NUTS 3 code. */
export const regionOfText = (text: string): Region | undefined =>
  regionNames.get(nameKey(text)) ?? regionByCode(text.trim()) ?? regionByNuts(text.trim())

/** Why a region is not known from the authority. */
export type NoRegion = 'several-regions' | 'nationwide' | 'cross-regional' | 'not-regional' | 'unknown'
export type Place = { region: string } | { region: undefined; because: NoRegion }

export type Decided = { authority: string; period: string; programme?: string; priority?: string }

/**
 * The region that a decision stands for, where its authority decided for exactly one region in that period.
 * Never guessed: in 2014-2020 one council took the decisions of five or six regions, in 2007-2013 the council
 * of Päijät-Häme those of the cross-regional projects of southern Finland.
 */
export function placeOf(decided: Decided): Place {
  const authority = authorityByCode(decided.authority)
  if (!authority) return { region: undefined, because: 'unknown' }
  if (decided.programme && programmeByCode(decided.programme)?.nationwide) {
    return { region: undefined, because: 'nationwide' }
  }
  if (
    decided.programme &&
    decided.priority &&
    priorityOf(decided.programme, decided.priority)?.crossRegional
  ) {
    return { region: undefined, because: 'cross-regional' }
  }
  if (authority.standsFor === 'unknown') return { region: undefined, because: 'unknown' }
  const area = authority.areas.find((a) => a.period === decided.period && a.verified)
  const [only, ...more] = area?.regions ?? []
  if (only && more.length === 0) return { region: only }
  if (more.length > 0 || authority.standsFor === 'several')
    return { region: undefined, because: 'several-regions' }
  return { region: undefined, because: authority.kind === 'regional-council' ? 'unknown' : 'not-regional' }
}

/** The code of that region, or undefined. */
export const regionOf = (decided: Decided): string | undefined => placeOf(decided).region
