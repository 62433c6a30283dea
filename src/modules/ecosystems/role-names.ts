import { inEach, type Language } from '../../kernel/text.ts'
import { text } from './text.ts'

const roles: Record<Language, Readonly<Record<string, string>>> = inEach((l) => text[l].roles)

const party: Record<Language, string> = {
  fi: 'Sopimusosapuoli',
  sv: 'Avtalspart',
  en: 'Party to the agreement',
}

/** What a role in an ecosystem is called; one that has no words of ours says itself. */
export const roleName = (role: string, language: Language): string =>
  role === 'party' ? party[language] : (roles[language][role] ?? role)
