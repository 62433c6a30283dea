/** What a token may do: everything that can be read, or named groups of actions. */
export type Scope = 'read' | `${string}:${'read' | 'write'}`

type Named = { name: string; kind: 'query' | 'command' }

/** The group that an action belongs to: "projects.list" is in "projects:read", "import.confirm" in "import:write". */
export const scopeOf = ({ name, kind }: Named): Scope =>
  `${name.split('.')[0]!}:${kind === 'query' ? 'read' : 'write'}`

/** Whether the scopes let the action happen; the person's own rights are asked besides. */
export const covers = (scopes: readonly string[], action: Named): boolean =>
  scopes.includes(scopeOf(action)) || (action.kind === 'query' && scopes.includes('read'))
