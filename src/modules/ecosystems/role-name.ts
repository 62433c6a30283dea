import type { Language } from '../../kernel/text.ts'
import { text } from './text.ts'

/** What a role in an ecosystem is called; a signer of its agreement is a party. */
export function roleName(role: string, language: Language): string {
  const t = text[language]
  return role === 'party' ? t.party : ((t.roles as Readonly<Record<string, string>>)[role] ?? role)
}
