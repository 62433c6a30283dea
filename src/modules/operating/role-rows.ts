import { type Language, pick } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import { type Ecosystem, type EcosystemSource, roleName, type ValueOfFrame } from '../ecosystems/index.ts'
import type { Item, Named } from './content.ts'
import { themeOf } from './words.ts'

/** A role in the table of roles: from a source of the ecosystem, or as people have stated it. */
export type RoleRow = {
  organisation: Named
  role: string
  theme: string
  starts: Day | null
  ends: Day | null
  /** Where people have stated it. */
  item?: Item
  /** Else the source that says it. */
  source?: string
}

type Known = {
  ecosystem: Ecosystem
  sources: Readonly<Record<string, EcosystemSource>>
  organisations: Readonly<Record<string, string>>
}

/** The facts first, as their sources have them, then what people have stated. */
export function roleRows(
  { ecosystem, sources, organisations }: Known,
  items: readonly Item[],
  themes: readonly ValueOfFrame[],
  language: Language,
): RoleRow[] {
  const facts = [
    ...(ecosystem.agreement?.parties ?? []).map((party) => ({
      ...party,
      role: 'party',
      source: ecosystem.agreement!.source,
    })),
    ...ecosystem.roles,
  ]
  return [
    ...facts.map((fact) => ({
      organisation: {
        name: pick(fact.name, language)?.text ?? '',
        organisation: (fact.businessId && organisations[fact.businessId]) || null,
      },
      role: roleName(fact.role, language),
      theme: fact.what ? (pick(fact.what, language)?.text ?? '') : '',
      starts: fact.validFrom ?? null,
      ends: fact.validTo ?? null,
      source: sources[fact.source]?.title ?? '',
    })),
    ...items
      .filter((item) => item.kind === 'role')
      .map((item) => ({
        organisation: item.content.organisation ?? { name: '', organisation: null },
        role: roleName(item.content.role ?? '', language),
        theme: themeOf(item.content, themes, language),
        starts: item.content.starts ?? null,
        ends: item.content.ends ?? null,
        item,
      })),
  ]
}
