/** What kinds of organisation there are, in the order of a filter. */
export const organisationKinds = [
  'company',
  'sole-trader',
  'municipality',
  'joint-authority',
  'regional-council',
  'state-authority',
  'university',
  'university-of-applied-sciences',
  'research-institute',
  'education-provider',
  'association',
  'foundation',
  'parish',
  'other',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** Word shapes that tell a kind, tried in order: the special before the general. */
const shapes: readonly (readonly [RegExp, OrganisationKind])[] = [
  [
    /ammattikorkeakoulu|\buniversity of applied sciences\b|yrkeshögskola|\bamk\b/i,
    'university-of-applied-sciences',
  ],
  [/yliopisto|\buniversit|universitet|åbo akademi|korkeakoulun? ?(?:säätiö)?$|\bhanken\b/i, 'university'],
  [
    /tutkimuslaitos|tutkimuskeskus|\bvtt\b|research (?:institute|centre|center)|forskningsinstitut|\bgtk\b|\bluke\b|\bsyke\b/i,
    'research-institute',
  ],
  [
    /maakun(?:nan|tien) ?liitto|\bliitto - .*förbund|(?:maan|karjalan|savon|suomen|pohjanmaan|lapin|kainuun|hämeen|satakunta|kymenlaakson|uudenmaan|pirkanmaan) ?liitto$|satakuntaliitto|maakuntaliitto/i,
    'regional-council',
  ],
  [/kuntayhtymä|\bky$|samkommun|koulutusyhtymä|seutukunta$|sairaanhoitopiiri/i, 'joint-authority'],
  [/kaupunki|kaupungin|\bkunta\b|kunnan |\bstad\b|\bkommun\b|\bcity of\b|municipality/i, 'municipality'],
  [
    /elinkeino- |ely-keskus|te-keskus|virasto\b|ministeriö|aluehallinto|poliisi|puolustusvoima|metsähallitus|tullihallitus|hallitus$|valtion |ämbetsverk/i,
    'state-authority',
  ],
  [
    /koulutuskeskus|opisto\b|koulu\b|lukio\b|kansanopisto|ammattiopisto|institutet?\b|instituutti/i,
    'education-provider',
  ],
  [/seurakunta|församling/i, 'parish'],
  [/säätiö|stiftelse|foundation|\bsr\b/i, 'foundation'],
  [
    /\br\.? ?y\.?\b|\br\.? ?f\.?\b|yhdistys|förening|\bliitto\b|seura\b|järjestö|association|\be\.?v\.?$/i,
    'association',
  ],
  [/\btmi\b|\bt:mi\b|toiminimi|elinkeinonharjoittaja/i, 'sole-trader'],
  [
    /\boyj?\b|\boy\b|\babp?\b|\bky\b|\bkb\b|\bosk\b|osuuskunta|\bltd\b|\bgmbh\b|\ba\/s\b|\baps\b|d\.o\.o|s\.p\.|\binc\b|\bplc\b|\bsia\b|sp\. z/i,
    'company',
  ],
]

/** The kind that a name's own words tell; 'other' when they tell none. */
export function kindOf(name: string): OrganisationKind {
  for (const [shape, kind] of shapes) if (shape.test(name)) return kind
  return 'other'
}

/** Equal keys are one spelling: casefolded, compatibility forms made plain, only letters and digits kept. */
export const nameKeyOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')

export type Identifier = { scheme: string; value: string }

/** Two different identifiers of one scheme: then two organisations are not one, whatever their names say. */
export type Contradiction = { scheme: string; left: string; right: string }

// A register gives an organisation one number of its kind; ISNI and others may be given to its parts too.
const unique: ReadonlySet<string> = new Set([
  'fi-business-id',
  'se-organisation-number',
  'dk-cvr',
  'no-organisation-number',
  'ee-registry-code',
  'pl-nip',
  'pl-krs',
  'hr-oib',
  'vat',
  'pic',
  'ror',
])

export function contradictionOf(
  left: readonly Identifier[],
  right: readonly Identifier[],
): Contradiction | undefined {
  for (const a of left) {
    if (!unique.has(a.scheme)) continue
    const others = right.filter((b) => b.scheme === a.scheme)
    const other = others[0]
    if (other && !others.some((b) => b.value === a.value))
      return { scheme: a.scheme, left: a.value, right: other.value }
  }
  return undefined
}

/** Orders of the review queue: the money that a wrong answer would misplace, how likely the pair is one, the name. */
export const pairSorts = ['-money', '-likelihood', 'name'] as const
export type PairSort = (typeof pairSorts)[number]

/** Reasons that a queue can be narrowed to; what nearly every pair has tells pairs apart by nothing. */
const unspecific: ReadonlySet<string> = new Set(['prior', 'country', 'word', 'position'])
export const isTellingReason = (kind: string): boolean => !unspecific.has(kind)
