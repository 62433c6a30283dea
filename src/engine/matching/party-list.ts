import { bestChain } from './party-list-chain.ts'
import { type Atom, atomsOf, firmness, type Joint, separators } from './party-list-joints.ts'
import { type KnownParties, nothingKnown } from './party-list-known.ts'
import {
  goesOn,
  isAcronym,
  isFragment,
  isNobody,
  isOrganisations,
  isPerson,
  isPlace,
  isUnnamed,
  nameBeforeOthers,
} from './party-list-marks.ts'
import { cutNote } from './party-list-notes.ts'

/** `group`: others who are not named; `none`: words in the list that are nobody. */
export type PartyKind = 'organisation' | 'group' | 'person' | 'place' | 'none'

/** One party as a list names it: `text` is cell.slice(start, end), without roles, holders and the list's own marks. */
export type Party = {
  text: string
  start: number
  end: number
  kind: PartyKind
  /** The list says that it leads. */
  lead: boolean
  /** How likely the list is cut right around it, 0 to 1. */
  confidence: number
}

/**
 * The parties of a free-text list ("Tampereen yliopisto, TAMK ja VTT Oy"; "GASA A.M.B.A.. EUC Syd. ca. 20
 * virksomheder."). A list may be cut at its joints. Which of the cuts are right is a chain of choices, each worth bits
 * for or against: how firm the joint is for this list, and what the parts between say of themselves or are known for.
 * The best chain is taken; the share of the chances that it leaves to each part is the part's confidence. This is a
 * semi-Markov model (Sarawagi and Cohen 2004) with weights set by hand.
 */
export function parties(cell: string, known: KnownParties = nothingKnown): Party[] {
  const { atoms, before } = atomsOf(cell)
  const separator = separatorIn(before, known)
  const text = (from: number, to: number): string => cell.slice(atoms[from]!.start, atoms[to - 1]!.end)
  const times = known.besides(cell)
  const chain = bestChain(atoms.length, (from, to) => {
    const joint = before[from - 1]
    const cut = joint ? bitsOfCut(joint, separator) : 0
    const alone = isPlace(text(from, to)) && !besidePlaces(atoms, from, to)
    return cut + bitsOfPart(text(from, to), joint, alone, times(text(from, to)))
  })
  return chain.flatMap(({ from, to, share }) =>
    partiesIn(text(from, to), atoms[from]!.start, share, (name) => times(name) > 0),
  )
}

/** What this list is joined with: what its column is, when it has that too; else its firmest separator. */
function separatorIn(before: readonly Joint[], known: KnownParties): Joint['kind'] {
  const used = new Set(before.map((joint) => joint.kind))
  return known.separator ?? separators.find((kind) => used.has(kind)) ?? 'and'
}

/** Bits for a cut: the list's own separator and firmer ones part, weaker ones seldom do. */
function bitsOfCut({ kind }: Joint, separator: Joint['kind']): number {
  if (kind === 'abbreviation') return -1.5
  if (kind === 'and') return separator === 'comma' || separator === 'and' ? 0 : -5
  return firmness[kind] >= firmness[separator] ? 4 : -5
}

/** Bits for a part to be one party. */
function bitsOfPart(text: string, joint: Joint | undefined, placeAlone: boolean, times: number): number {
  const bits = times > 0 ? 4 + Math.min(2, Math.log2(times) / 2) : 0
  if (isFragment(text)) return bits - 9
  if (isPerson(text) || isUnnamed(text)) return bits + 6
  if (placeAlone) return bits - 8
  const said = isOrganisations(text) ? 2 : isAcronym(text) ? 1 : 0
  return bits + said - (joint && goesOn(text) ? 6 : 0)
}

/** A place among places is a municipality by its name alone. */
const besidePlaces = (atoms: readonly Atom[], from: number, to: number): boolean =>
  [atoms[from - 1], atoms[to]].some((atom) => atom !== undefined && isPlace(atom.text))

/** The party of one part, and the unnamed others behind it. */
function partiesIn(text: string, at: number, share: number, isKnown: (name: string) => boolean): Party[] {
  const noted = cutNote(text)
  const named = text.slice(noted.start, noted.end)
  const others = isUnnamed(named) ? undefined : nameBeforeOthers(named)
  const make = (from: number, to: number, kind?: PartyKind): Party => ({
    text: text.slice(from, to),
    start: at + from,
    end: at + to,
    kind: kind ?? kindOf(text.slice(from, to), isKnown),
    lead: noted.lead,
    confidence: share,
  })
  if (others === undefined) return [make(noted.start, noted.end)]
  const end = noted.start + others
  const rest = /^[\s,]+/.exec(named.slice(others))?.[0].length ?? 0
  return [make(noted.start, end), make(end + rest, noted.end, 'group')]
}

function kindOf(text: string, isKnown: (name: string) => boolean): PartyKind {
  if (isUnnamed(text)) return 'group'
  if (isKnown(text) && !isNobody(text)) return 'organisation'
  if (isPlace(text)) return 'place'
  if (isPerson(text)) return 'person'
  return isNobody(text) ? 'none' : 'organisation'
}
