import type { Action, ErrorShape, Method } from '../kernel/action.ts'

/** The REST address of an action: its own `route`, else `/noun/verb`, read with GET and done with POST. */
export function routeOf(action: Action): { method: Method; path: string; errors?: ErrorShape } {
  if (action.route) return action.route
  return { method: action.kind === 'query' ? 'GET' : 'POST', path: `/${action.name.replace('.', '/')}` }
}

/** The names in braces: "/projects/{code}" has "code". */
export const pathNames = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!)
