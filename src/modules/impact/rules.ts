import type { Names } from '../../kernel/text.ts'
import { readDay } from '../../kernel/time.ts'
import {
  type Content,
  type EvidenceKind,
  evidences,
  type Horizon,
  horizons,
  type Item,
  isLevel,
  type Kind,
  type Level,
  levels,
} from './content.ts'

const claim = [
  'title',
  'text',
  'audience',
  'evidence',
  'horizon',
  'measure',
  'value',
  'source',
  'collector',
  'permission',
  'contributes',
] as const

/** Which fields each kind has, in the order in which they are asked. */
export const fieldsOf = {
  input: ['title', 'text', 'evidence', 'value', 'source', 'collector', 'contributes'],
  activity: ['title', 'text', 'evidence', 'value', 'source', 'collector', 'contributes'],
  output: claim,
  actors: claim,
  society: claim.filter((field) => field !== 'contributes'),
  clinic: ['held', 'title', 'present', 'claims', 'text', 'decided'],
} as const satisfies Record<Kind, readonly string[]>

export type Field = (typeof claim)[number] | (typeof fieldsOf)['clinic'][number]

export const hasField = (kind: Kind, field: Field): boolean =>
  (fieldsOf[kind] as readonly Field[]).includes(field)

/** What is said of one thing, as it is typed. */
export type Said = {
  title: Names
  text: Names
  evidence: string
  horizon: string
  audience: string
  measure: string
  value: string
  source: string
  collector: string
  contributes: readonly string[]
  permissionBy: string
  permissionOn: string
  permissionRecord: string
  held: string
  present: string
  decided: string
  claims: readonly string[]
}

export type FaultKey =
  | 'noTitle'
  | 'noText'
  | 'noEvidence'
  | 'noHorizon'
  | 'noMeasure'
  | 'noSource'
  | 'noPermission'
  | 'noHeld'
  | 'notADay'
  | 'noClaim'
  | 'earlierClaim'
export type Fault = { field: string; key: FaultKey }

const isEvidence = (word: string): word is EvidenceKind => (evidences as readonly string[]).includes(word)
const isHorizon = (word: string): word is Horizon => (horizons as readonly string[]).includes(word)

/** The levels to which a claim of the level may contribute: its own and the later ones. */
export const levelsAfter = (level: Level): readonly Level[] => levels.slice(levels.indexOf(level))

/**
 * Everything that is wrong with what is said, each at its field. What is measured names its figure and its source, what
 * is reported its source; a story that everybody may read names the permission to tell it.
 * @param among the claims of the ecosystem that hold, by entry
 */
export function faultsOf(
  kind: Kind,
  said: Said,
  { share, among, itself }: { share: string; among: ReadonlyMap<string, Kind>; itself?: string | undefined },
): Fault[] {
  const faults: Fault[] = []
  const need = (is: unknown, field: string, key: FaultKey) => {
    if (!is) faults.push({ field, key })
  }
  need(said.title.fi, 'title.fi', 'noTitle')
  if (kind === 'clinic') {
    need(said.text.fi, 'text.fi', 'noText')
    need(readDay(said.held), 'held', said.held.trim() ? 'notADay' : 'noHeld')
    need(
      said.claims.every((entry) => isClaim(among.get(entry))),
      'claims',
      'noClaim',
    )
    return faults
  }
  need(isEvidence(said.evidence), 'evidence', 'noEvidence')
  if (hasField(kind, 'horizon')) need(isHorizon(said.horizon), 'horizon', 'noHorizon')
  if (said.evidence === 'measured') {
    if (hasField(kind, 'measure')) need(said.measure, 'measure', 'noMeasure')
    need(said.source, 'source', 'noSource')
  }
  if (said.evidence === 'reported') need(said.source, 'source', 'noSource')
  if (said.evidence === 'story') {
    need(said.text.fi, 'text.fi', 'noText')
    const typed = said.permissionBy || said.permissionOn.trim() || said.permissionRecord
    if (hasField(kind, 'permission') && (share === 'public' || typed)) {
      need(said.permissionBy, 'permissionBy', 'noPermission')
      need(readDay(said.permissionOn), 'permissionOn', said.permissionOn.trim() ? 'notADay' : 'noPermission')
    }
  }
  const after: readonly (Kind | undefined)[] = levelsAfter(kind)
  for (const entry of hasField(kind, 'contributes') ? said.contributes : []) {
    const to = among.get(entry)
    need(isClaim(to) && entry !== itself, 'contributes', 'noClaim')
    if (isClaim(to)) need(after.includes(to), 'contributes', 'earlierClaim')
  }
  return faults
}

const isClaim = (kind: Kind | undefined): kind is Level => kind !== undefined && isLevel(kind)

/** What is kept of what was typed without faults: the fields of its kind alone. */
export function contentOf(kind: Kind, said: Said): Content {
  const has = (field: Field) => hasField(kind, field)
  const permitted = said.evidence === 'story' && said.permissionBy && readDay(said.permissionOn)
  return {
    title: said.title,
    text: said.text,
    ...(isLevel(kind) && isEvidence(said.evidence) && { evidence: said.evidence }),
    ...(has('horizon') && isHorizon(said.horizon) && { horizon: said.horizon }),
    ...(has('audience') && { audience: said.audience }),
    ...(has('measure') && { measure: said.measure }),
    ...(has('value') && { value: said.value }),
    ...(has('source') && { source: said.source }),
    ...(has('collector') && { collector: said.collector }),
    ...(has('contributes') && { contributes: [...new Set(said.contributes)] }),
    ...(has('permission') && {
      permission: permitted ? { by: said.permissionBy, on: permitted, record: said.permissionRecord } : null,
    }),
    ...(kind === 'clinic' && {
      held: readDay(said.held) ?? null,
      present: said.present,
      decided: said.decided,
      claims: [...new Set(said.claims)],
    }),
  }
}

/** A question of the workbook: what is asked of a claim before it can be shown to hold. */
export const questions = [
  'text',
  'audience',
  'evidence',
  'measure',
  'value',
  'source',
  'collector',
  'contributes',
] as const
export type Question = (typeof questions)[number]

/** The questions of the workbook that a claim leaves open. */
export function openQuestions({ kind, content }: Pick<Item, 'kind' | 'content'>): Question[] {
  return questions.filter((question) => {
    if (!hasField(kind, question)) return false
    // A figure tells what is measured; a story and a report have their words.
    if ((question === 'measure' || question === 'value') && content.evidence !== 'measured') return false
    if (question === 'text') return !content.text.fi
    if (question === 'evidence') return content.evidence === undefined || content.evidence === 'none'
    const said = content[question]
    return said === undefined || said.length === 0
  })
}

/** What is claimed at each level, and how it is known. */
export function tallyOf(items: readonly Pick<Item, 'kind' | 'content'>[]) {
  const claims = items.filter(({ kind }) => isLevel(kind))
  return {
    claims: claims.length,
    by: Object.fromEntries(
      evidences.map((kind) => [kind, claims.filter(({ content }) => content.evidence === kind).length]),
    ) as Record<EvidenceKind, number>,
    open: claims.filter((item) => openQuestions(item).length > 0).length,
  }
}
