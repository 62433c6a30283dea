import type { ApplicantKind } from './entry.ts'
import type { ApplicantValue } from './standard.ts'

export type StandardApplicant = {
  value: ApplicantValue
  customValue?: string | undefined
  description?: string | undefined
}

/** Our kinds in the words of CommonGrants; what it has no word for is its `custom` with ours. */
const given: Record<ApplicantKind, ApplicantValue> = {
  any: 'unrestricted',
  company: 'for_profit_not_small_business',
  sme: 'for_profit_small_business',
  municipality: 'government_municipal',
  'regional-council': 'government_county',
  'state-authority': 'government_state',
  'joint-authority': 'government_special_district',
  university: 'higher_education_public',
  'research-institute': 'custom',
  'education-provider': 'custom',
  association: 'nonprofit_without_501c3',
  individual: 'individual',
  other: 'custom',
}

const taken: Record<ApplicantValue, ApplicantKind> = {
  individual: 'individual',
  organization: 'other',
  government_state: 'state-authority',
  government_county: 'regional-council',
  government_municipal: 'municipality',
  government_special_district: 'joint-authority',
  government_tribal: 'other',
  organization_tribal_other: 'other',
  school_district_independent: 'education-provider',
  higher_education_public: 'university',
  higher_education_private: 'university',
  non_profit_with_501c3: 'association',
  nonprofit_without_501c3: 'association',
  for_profit_small_business: 'sme',
  for_profit_not_small_business: 'company',
  unrestricted: 'any',
  custom: 'other',
}

export function toStandardApplicants(
  kinds: readonly ApplicantKind[],
  text: string | undefined,
): StandardApplicant[] {
  const named = kinds.map((kind): StandardApplicant => {
    const value = given[kind]
    return value === 'custom' ? { value, customValue: kind } : { value }
  })
  const [first, ...rest] = named
  if (!text) return named
  // What is said in words belongs to all of them: it stands with the first.
  return first ? [{ ...first, description: text }, ...rest] : [{ value: 'custom', description: text }]
}

export function fromStandardApplicants(types: readonly StandardApplicant[]): {
  kinds: ApplicantKind[]
  text: string | undefined
} {
  const kindOf = ({ value, customValue = '' }: StandardApplicant): ApplicantKind =>
    value === 'custom' && Object.hasOwn(given, customValue) ? (customValue as ApplicantKind) : taken[value]
  const said = types.map((t) => t.description ?? (t.value === 'custom' ? t.customValue : undefined))
  const words = said.filter((s) => s !== undefined && !Object.hasOwn(given, s))
  return { kinds: [...new Set(types.map(kindOf))], text: [...new Set(words)].join('; ') || undefined }
}
