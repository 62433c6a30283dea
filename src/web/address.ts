import { type Language, languages } from '../kernel/text.ts'

/** "/sv/projects" is Swedish "/projects"; without a prefix the language is Finnish. */
export function splitLanguage(path: string): { language: Language; path: string } {
  for (const language of languages) {
    if (language === 'fi') continue
    if (path === `/${language}`) return { language, path: '/' }
    if (path.startsWith(`/${language}/`)) return { language, path: path.slice(language.length + 1) }
  }
  return { language: 'fi', path }
}

/** A page's path in Hono's spelling: "/projects/{code}" is "/projects/:code". */
export const honoPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1')
