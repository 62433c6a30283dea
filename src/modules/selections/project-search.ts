import { ownPath } from '../../kernel/page.ts'
import { projectFilters } from '../projects/index.ts'

/** Filters of the list of projects, as its addresses have them. */
export type ProjectSearch = Readonly<Record<string, string | readonly string[]>>

/**
 * What is typed to find projects: words and typed filters as in the list's own search box, or the address of a list of
 * projects with its filters. Undefined where nothing is asked.
 */
export function projectSearchOf(typed: string): ProjectSearch | undefined {
  const asked = typed.trim()
  if (asked === '') return undefined
  const address = /^(?:https?:\/\/[^\s/]+)?(?:\/(?:sv|en))?\/projects\/?(?:\?(\S*))?$/.exec(asked)
  if (!address) return { q: asked }
  const query = new URLSearchParams(address[1] ?? '')
  const known = Object.keys(projectFilters).flatMap((name) => {
    const values = query.getAll(name).filter(Boolean)
    return values.length > 0 ? [[name, values.length === 1 ? values[0]! : values] as const] : []
  })
  return Object.fromEntries(known)
}

/** The address of a list of projects of this site, without a language, where that is what is given. */
export function projectListAt(typed: string | null | undefined): string | undefined {
  const path = ownPath(typed?.trim())
  return path && /^\/projects(?:\?|$)/.test(path) ? path : undefined
}
