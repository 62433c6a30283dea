/**
 * Where a list of parties can be cut. A joint is a line end, a semicolon, a full stop, a comma or a conjunction
 * outside brackets and quotes. A full stop that belongs to an abbreviation, an initial or an ordinal number is a joint
 * of its own kind, `abbreviation`: names go on after it, seldom not.
 */
export type JointKind = 'line' | 'semicolon' | 'stop' | 'comma' | 'and' | 'abbreviation'

export type Joint = { kind: JointKind; start: number; end: number }

/** A stretch of text between two neighbouring joints: the smallest thing that can be a party. */
export type Atom = { start: number; end: number; text: string }

/** From the strongest to the weakest: a list that has the stronger one uses the weaker ones inside names. */
export const separators = ['line', 'semicolon', 'stop', 'comma'] as const
export type Separator = (typeof separators)[number]

/** How firmly a joint parts: greater is firmer. */
export const firmness: Record<JointKind, number> = {
  line: 5,
  semicolon: 4,
  stop: 3,
  comma: 2,
  and: 1,
  abbreviation: 0,
}

/** Words that end with a full stop of their own: da, no, sv, fi, en, de. */
const abbreviations = new Set(
  `afd avd os inst eftf th st skt sct dr prof ing adv nr no kpl mrk jr sen co corp inc ltd bros gmbh ent ved vedr tlf att
  c/o v h ca cirka n noin approx m.fl mfl m.m mm ym yms jne etc bl.a bla f.eks esim d.v.s dvs incl inkl t.ex o.dyl s.h`.split(
    /\s+/,
  ),
)
/** How far to look around a mark: longer than any word, short enough for any text. */
const reach = 200

const ordinalBefore = /(?:^|\s)\d{1,2}$/
const month = /^\s+(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec|dez)/i
const spelledLetters = /(?:^|[\s(])(?:\p{L}\.)+\p{L}$/u
/** A letter alone, but no letter of a row of them ("A M B A") nor what follows capitals ("SOSU C"). */
const initial = /(?:^|[\s(.])(?<!\p{Lu}\p{Lu}\s|(?:^|\s)\p{L}\s)\p{L}$/u

const conjunction = /(?:og|ja|och|and|und|sekä|samt|et|y)(?=\s)/iuy
const bullet = /(?:[-–•*·]\s+|\d{1,2}[.)]\s+)?/y

function isAbbreviated(before: string): boolean {
  const word = before.split(/[\s(]/).at(-1)?.toLowerCase() ?? ''
  return abbreviations.has(word) || spelledLetters.test(before) || initial.test(before)
}

/** "12. juni", "3. sektori", "ca. 20", "afd. 4": no list is ever cut there. */
const isNumbers = (before: string, after: string): boolean =>
  ordinalBefore.test(before) ? /^\s+\p{Ll}/u.test(after) || month.test(after) : /^\s+\d/.test(after)

/** All joints of the text in their order; those that touch are one, of the firmer kind. */
export function jointsOf(text: string): Joint[] {
  const joints: Joint[] = []
  const closers: string[] = []
  const add = (kind: JointKind, start: number, end: number): void => {
    const last = joints.at(-1)
    if (!last || /[^\s]/u.test(text.slice(last.end, start))) joints.push({ kind, start, end })
    else {
      if (firmness[kind] > firmness[last.kind]) last.kind = kind
      last.end = end
    }
  }
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!
    if (letter === '\n' || letter === '\r') {
      bullet.lastIndex = i + 1
      const skipped = bullet.exec(text)?.[0].length ?? 0
      closers.length = 0
      add('line', i, i + 1 + skipped)
    } else if (letter === closers.at(-1)) closers.pop()
    else if (closesWith(text, i)) closers.push(closesWith(text, i)!)
    else if (closers.length > 0) continue
    else if (letter === ';' || letter === '•') add('semicolon', i, i + 1)
    else if (letter === '.' && /^(?:\s|\.|$)/u.test(text.slice(i + 1, i + 2))) addStop(i)
    else if (letter === ',' && isComma(text, i)) add('comma', i, i + 1)
    else if (/\s/u.test(letter) && text[i - 1] !== '-') {
      conjunction.lastIndex = i + 1
      const found = conjunction.exec(text)
      if (found) add('and', i, i + 1 + found[0].length)
    }
  }
  return joints

  function addStop(at: number): void {
    const [before, after] = [text.slice(Math.max(0, at - reach), at), text.slice(at + 1, at + reach)]
    if (before.endsWith('.')) add('stop', at, at + 1)
    else if (ordinalBefore.test(before) && isNumbers(before, after)) return
    else if (!isAbbreviated(before)) add('stop', at, at + 1)
    else if (!after.startsWith('.') && !isNumbers(before, after)) add('abbreviation', at + 1, at + 1)
  }
}

/** The mark that would close what opens here, when it is there at all. */
function closesWith(text: string, at: number): string | undefined {
  const closer = { '(': ')', '[': ']', '"': '"', '“': '”', '«': '»' }[text[at]!]
  if (!closer) return undefined
  const [line = ''] = text.slice(at + 1, at + reach).split(/[\r\n]/, 1)
  return line.includes(closer) ? closer : undefined
}

/** No comma of a number, nor of a word that goes on ("Bygge-, Anlægs- og Trækartellet"). */
const isComma = (text: string, at: number): boolean =>
  text[at - 1] !== '-' && !(/\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? ''))

/** The atoms of a text, and the joint that stands before each but the first. */
export function atomsOf(text: string): { atoms: Atom[]; before: Joint[] } {
  const joints = jointsOf(text)
  const atoms: Atom[] = []
  const before: Joint[] = []
  let start = 0
  let firmest: Joint | undefined
  for (const joint of [...joints, undefined]) {
    const atom = trimmed(text, start, joint?.start ?? text.length)
    if (atom.text) {
      if (atoms.length > 0) before.push(firmest!)
      atoms.push(atom)
      firmest = joint
    } else if (joint && (!firmest || firmness[joint.kind] > firmness[firmest.kind])) firmest = joint
    start = joint?.end ?? text.length
  }
  return { atoms, before }
}

const edge = /[\s,;:–•-]/u

/** The stretch without blanks and marks at its ends. */
export function trimmed(text: string, from: number, to: number): Atom {
  let [start, end] = [from, to]
  while (start < end && edge.test(text[start]!)) start++
  while (end > start && edge.test(text[end - 1]!)) end--
  return { start, end, text: text.slice(start, end) }
}
