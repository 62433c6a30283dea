import type { Demand } from '../../engine/network/cover/index.ts'
import { type Language, pick } from '../../kernel/text.ts'
import type { CallSettings } from '../calls/index.ts'
import { organisationKinds } from '../organisations/index.ts'
import { text } from './text.ts'

type First = Omit<Demand, 'id'>

/** What can be read of a call's settings, as the first demands: roles wanted, kinds of applicant, how many partners. */
export function demandsFromCall(settings: CallSettings, language: Language): First[] {
  const t = text[language].fromCall
  const base = { counted: 'partners', must: true, weight: 10, enough: 'either' } as const
  const kinds = settings.applicants.filter((kind) => (organisationKinds as readonly string[]).includes(kind))
  return [
    ...(kinds.length > 0 && kinds.length < organisationKinds.length
      ? [
          {
            ...base,
            name: t.applicants,
            asks: { kind: 'organisation-kind' as const, codes: kinds },
            need: 1,
            source: t.applicantsSource,
          },
        ]
      : []),
    ...settings.roles.flatMap(({ role, least }) => {
      const name = pick(role, language)?.text
      return name
        ? [
            {
              ...base,
              name,
              asks: { kind: 'own' as const },
              need: Math.max(1, least),
              must: least > 0,
              source: t.rolesSource,
            },
          ]
        : []
    }),
    ...(settings.leastPartners > 1
      ? [
          {
            ...base,
            name: t.partners,
            asks: { kind: 'anybody' as const },
            weight: 4,
            need: settings.leastPartners,
            source: t.partnersSource,
          },
        ]
      : []),
  ]
}

type Limits = { least: number; most: number; mostTogether: string | null }

/**
 * The limits of a consortium as its call sets them: no fewer partners than the call asks for, and together no more
 * than the call grants to one application, unless the founder said how much.
 */
export function limitsFromCall({ leastPartners, mostGrant }: CallSettings, said: Limits): Limits {
  const least = Math.max(said.least, leastPartners)
  return { least, most: Math.max(said.most, least), mostTogether: said.mostTogether ?? mostGrant }
}
