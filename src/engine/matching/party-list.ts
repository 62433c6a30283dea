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
import { cutNote, sectionsOf } from './party-list-notes.ts'

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
export const parties = (cell: string, known: KnownParties = nothingKnown): Party[] =>
  sectionsOf(cell).flatMap(({ start, end }) =>
    inSection(cell.slice(start, end), known).map((party) => ({
      ...party,
      start: start + party.start,
      end: start + party.end,
    })),
  )

function inSection(cell: string, known: KnownParties): Party[] {
  const { atoms, before } = atomsOf(cell)
  const separator = separatorIn(before, known)
  const text = (from: number, to: number): string => cell.slice(atoms[from]!.start, atoms[to - 1]!.end)
  const times = known.besides(cell)
  const chain = bestChain(atoms.length, (from, to) => {
    const name = text(from, to)
    const cut = from > 0 ? bitsOfCut(before[from - 1]!, separator, closing(before, from - 1)) : 0
    if (isFragment(name) || startsWithFragment(atoms, before, from, to)) return cut - 20
    if (isPlace(name) && !besidePlaces(atoms, from, to)) return cut - 8
    return cut + bitsOfName(name, times(name)) - (from > 0 && goesOn(name) ? 6 : 0)
  })
  return chain.flatMap(({ from, to, share }) =>
    partiesIn(text(from, to), atoms[from]!.start, share, (name) => kindOf(name, times(name) > 0, known)),
  )
}

/** What this list is joined with: what its column is, when it has that too; else its firmest separator. */
function separatorIn(before: readonly Joint[], known: KnownParties): Joint['kind'] {
  const used = new Set(before.map((joint) => joint.kind))
  return known.separator ?? separators.find((kind) => used.has(kind)) ?? 'and'
}

/** Bits for a cut: the list's own separator and firmer ones part, weaker ones seldom do. */
function bitsOfCut({ kind }: Joint, separator: Joint['kind'], last: Closing): number {
  if (kind === 'abbreviation') return -1.5
  if (kind === 'semicolon') return 4
  if (kind !== 'and') return firmness[kind] >= firmness[separator] ? 4 : -9
  if (separator === 'and') return 0
  return separator !== 'comma' ? -9 : last === 'closes' ? 3 : -3
}

/** A conjunction closes a list of commas when it is its last joint; elsewhere it stands within a name. */
type Closing = 'closes' | 'stands within'
const closing = (before: readonly Joint[], at: number): Closing =>
  before.slice(at + 1).every(({ kind }) => kind === 'abbreviation') ? 'closes' : 'stands within'

/** Bits for a name: known elsewhere, or said by its own words. */
function bitsOfName(name: string, times: number): number {
  const bits = times > 0 ? 6 + Math.min(2, Math.log2(times) / 2) : 0
  if (isPerson(name)) return bits + 10
  if (isUnnamed(name)) return bits + 6
  return bits + (isOrganisations(name) ? 2 : isAcronym(name) ? 1 : 0)
}

/** A legal form or a unit goes with the name before it, not with the next. */
const startsWithFragment = (
  atoms: readonly Atom[],
  before: readonly Joint[],
  from: number,
  to: number,
): boolean => to - from > 1 && before[from]!.kind !== 'abbreviation' && isFragment(atoms[from]!.text)

/** A place among places is a municipality by its name alone. */
const besidePlaces = (atoms: readonly Atom[], from: number, to: number): boolean =>
  [atoms[from - 1], atoms[to]].some((atom) => atom !== undefined && isPlace(atom.text))

/** The party of one part, and the unnamed others behind it. */
function partiesIn(text: string, at: number, share: number, kindOf: (name: string) => PartyKind): Party[] {
  const noted = cutNote(text)
  const named = text.slice(noted.start, noted.end)
  const others = isUnnamed(named) ? undefined : nameBeforeOthers(named)
  const make = (from: number, to: number, kind?: PartyKind): Party => ({
    text: text.slice(from, to),
    start: at + from,
    end: at + to,
    kind: kind ?? kindOf(text.slice(from, to)),
    lead: noted.lead,
    confidence: share,
  })
  if (others === undefined) return [make(noted.start, noted.end)]
  const end = noted.start + others
  const rest = /^[\s,]+/.exec(named.slice(others))?.[0].length ?? 0
  return [make(noted.start, end), make(end + rest, noted.end, 'group')]
}

/** What a name stands for; a person's name is a person's however often it occurs, unless a register has it. */
function kindOf(name: string, isKnown: boolean, known: KnownParties): PartyKind {
  if (isUnnamed(name)) return 'group'
  if (isPerson(name) && !known.isNamed(name)) return 'person'
  if (isKnown && !isNobody(name)) return 'organisation'
  if (isPlace(name)) return 'place'
  return isNobody(name) ? 'none' : 'organisation'
}
