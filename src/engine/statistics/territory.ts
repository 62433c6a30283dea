/**
 * The levels of territory that figures are told of. A figure of one level is never set beside one of another without
 * saying so. `region` is the Finnish maakunta, which is the same area as a NUTS 3 unit but has a code of its own.
 */
export const levels = [
  'group',
  'country',
  'nuts1',
  'nuts2',
  'nuts3',
  'region',
  'subregion',
  'ely',
  'wellbeing',
  'municipality',
  'other',
] as const
export type Level = (typeof levels)[number]

/** Countries of Eurostat's tables: ISO 3166-1, but EL for Greece and UK for the United Kingdom. */
const countries = new Set(
  (
    'AL AD AM AT AZ BA BE BG BY CH CY CZ DE DK EE EL ES FI FR GE HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL ' +
    'PT RO RS RU SE SI SK SM TR UA UK US XK JP CN CA AU BR IN KR ZA MX'
  ).split(' '),
)

/**
 * How levels are read of a set of codes. SK010 is a Slovak region among codes of NUTS, and a Finnish sub-region among
 * those of Statistics Finland; MK00 likewise is North Macedonia: only the others tell.
 */
export function levelling(codes: readonly string[]): (code: string) => Level {
  const isNuts = codes.some(
    (code) => !/^(?:MK\d{2}|SK\d{3}|SA\d|ELY\d{2})$/.test(code) && isUnit(nutsLevel(code)),
  )
  return isNuts ? nutsLevel : levelOf
}

/**
 * The level of a territory's code: those of Statistics Finland (SSS whole country, MK, SK, KU, ELY, HVA, SA) and of
 * Eurostat (country, NUTS 1 to 3, groups such as EU27_2020). `other` for what is neither, as parts of regions.
 */
export function levelOf(code: string): Level {
  if (code === 'SSS') return 'country'
  if (/^MK\d{2}$/.test(code)) return 'region'
  if (/^KU\d{3}$/.test(code)) return 'municipality'
  if (/^SK\d{3}$/.test(code)) return 'subregion'
  if (/^ELY\d{2}$/.test(code)) return 'ely'
  if (/^HVA?\d{2}$/.test(code)) return 'wellbeing'
  if (/^SA[1-5]$/.test(code)) return 'nuts2'
  return nutsLevel(code)
}

const isUnit = (level: Level): boolean => /^(?:country|nuts\d)$/.test(level)

function nutsLevel(code: string): Level {
  if (/^(?:EU|EA|EEA|EFTA)(?:\d{1,2})?(?:_\d{4})?$/.test(code)) return 'group'
  const nuts = /^([A-Z]{2})([0-9A-Z]{0,3})$/.exec(code)
  if (!nuts || !countries.has(nuts[1]!)) return 'other'
  const rest = nuts[2]!
  // Extra-regio: what cannot be placed in any region (Regulation (EC) No 1059/2003, art. 3).
  if (/^Z+$/.test(rest)) return 'other'
  return (['country', 'nuts1', 'nuts2', 'nuts3'] as const)[rest.length]!
}

/** How many codes of each level there are, the most first. */
export function levelsOf(codes: readonly string[]): { level: Level; codes: number }[] {
  const level = levelling(codes)
  const counts = new Map<Level, number>()
  for (const code of codes) counts.set(level(code), (counts.get(level(code)) ?? 0) + 1)
  return [...counts].map(([level, n]) => ({ level, codes: n })).sort((a, b) => b.codes - a.codes)
}

/** Versions of NUTS in which Finnish codes are known. */
export const nutsVersions = ['2016', '2021', '2024'] as const
export type NutsVersion = (typeof nutsVersions)[number]

/** A Finnish region with its NUTS 3 codes by version: the list of regions gives them. */
export type RegionCodes = { code: string; nuts: readonly { code: string; versions: readonly string[] }[] }

/**
 * The versions of NUTS that the Finnish NUTS 3 codes among these can be of. Empty where they are of several versions at
 * once; undefined where no Finnish code tells.
 */
export function nutsVersionsOf(
  codes: readonly string[],
  regions: readonly RegionCodes[],
): NutsVersion[] | undefined {
  const known = new Map(regions.flatMap((r) => r.nuts.map((n) => [n.code, n.versions] as const)))
  const told = codes.flatMap((code) => (known.has(code) ? [known.get(code)!] : []))
  if (told.length === 0) return undefined
  return nutsVersions.filter((version) => told.every((versions) => versions.includes(version)))
}

/**
 * What a code is in another classification. `sameArea` is false where the unit's boundary has moved between versions
 * (a NUTS code changes when its area does), so that figures before and after are of different areas.
 */
export type Converted =
  | { code: string; sameArea: boolean }
  | { cannot: 'unknown-code' | 'other-level' | 'no-such-version' | 'split' }

/** The NUTS 3 code of a Finnish region (MK06) in a version of NUTS. */
export function nutsOfRegion(code: string, version: string, regions: readonly RegionCodes[]): Converted {
  if (levelOf(code) !== 'region') return { cannot: 'other-level' }
  const region = regions.find((r) => r.code === code)
  if (!region) return { cannot: 'unknown-code' }
  const nuts = region.nuts.find(({ versions }) => versions.includes(version))
  return nuts ? { code: nuts.code, sameArea: isLatest(nuts, region) } : { cannot: 'no-such-version' }
}

/** The Finnish region (maakunta, as it is today) of a NUTS 3 code of any version. */
export function regionOfNuts(code: string, regions: readonly RegionCodes[]): Converted {
  if (levelOf(code) !== 'nuts3') return { cannot: 'other-level' }
  for (const region of regions) {
    const nuts = region.nuts.find((n) => n.code === code)
    if (nuts) return { code: region.code, sameArea: isLatest(nuts, region) }
  }
  return { cannot: 'unknown-code' }
}

/** A Finnish municipality by its number, with what it became: the list of municipalities gives them. */
export type MunicipalityCode = {
  code: string
  successors?: readonly { code: string; from: string }[] | undefined
}

/**
 * The municipality that holds on a day what a code of Statistics Finland (KU588) was; it may have merged more than once.
 * A municipality that was divided among several is none of them.
 * @param day ISO
 */
export function municipalityOn(
  code: string,
  day: string,
  municipalities: ReadonlyMap<string, MunicipalityCode>,
): Converted {
  if (levelOf(code) !== 'municipality') return { cannot: 'other-level' }
  let found = municipalities.get(code.slice(2))
  let moves = 0
  while (found) {
    const next: MunicipalityCode['successors'] = found.successors?.filter(({ from }) => from <= day) ?? []
    if (next.length === 0) return { code: `KU${found.code}`, sameArea: moves === 0 }
    if (next.length > 1) return { cannot: 'split' }
    if (++moves > municipalities.size) break
    found = municipalities.get(next[0]!.code)
  }
  return { cannot: 'unknown-code' }
}

const isLatest = (nuts: RegionCodes['nuts'][number], region: RegionCodes): boolean =>
  region.nuts.every((other) => other === nuts || newest(other.versions) < newest(nuts.versions))

const newest = (versions: readonly string[]): string => [...versions].sort().at(-1) ?? ''
