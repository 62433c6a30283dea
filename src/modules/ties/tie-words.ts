import { type Language, type Names, pick } from '../../kernel/text.ts'
import { isDirected, type StatedKind } from './rules.ts'
import type { Tie } from './tie-queries.ts'
import { periodText, type SaidKind, stateOfTie } from './tie-rules.ts'
import { tieText } from './tie-text.ts'

const hasBack = (kind: StatedKind): kind is keyof (typeof tieText)['fi']['back'] =>
  kind !== 'own' && isDirected(kind)

/** What the other is to this one: "asiakas" of a tie that this one supplies, "toimittaja" from the other side. */
export function kindWord(
  { kind, back }: Pick<SaidKind, 'kind' | 'back'>,
  own: { name: Names; back: Names | null } | null,
  language: Language,
): string {
  const t = tieText[language]
  if (kind === 'own') return pick((back && own?.back) || own?.name || {}, language)?.text ?? ''
  return back && hasBack(kind) ? t.back[kind] : t.kinds[kind]
}

/** A tie as one of its sides sees it. */
export const sideOf = (tie: Tie, organisation: string) => {
  const back = tie.to.id === organisation && tie.directed
  return {
    self: tie.from.id === organisation ? tie.from : tie.to,
    other: tie.from.id === organisation ? tie.to : tie.from,
    said: { kind: tie.kind as StatedKind, own: tie.own?.id ?? null, back } satisfies SaidKind,
  }
}

export const nameIn = (names: Names, language: Language): string => pick(names, language)?.text ?? ''

/** "asiakas, tiivis, 2024–, odottaa vahvistusta". */
export function tieSaid(tie: Tie, organisation: string, language: Language): string {
  const t = tieText[language]
  const strength = t.strengths[tie.strength as 1 | 2 | 3]
  const period = periodText(tie.starts_on, tie.ends_on, language)
  const kind = kindWord(sideOf(tie, organisation).said, tie.own, language)
  return [kind, strength, period, t.states[stateOfTie(tie)]].filter(Boolean).join(', ')
}
