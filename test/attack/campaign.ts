import { allPayloads, insides, mark } from './payloads.ts'

/** Who asks, with which headers. */
export type Caller = { name: string; headers: Record<string, string> }

export type Finding = { what: string; where: string; with: string; told: string }

export type Tally = {
  requests: number
  findings: Finding[]
  /** Milliseconds of each answer, to be told; how quick a machine is proves nothing. */
  times: number[]
  statuses: Map<number, number>
}

export const newTally = (): Tally => ({ requests: 0, findings: [], times: [], statuses: new Map() })

type Schema = {
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  pattern?: string
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  required?: string[]
  minLength?: number
  minimum?: number
  default?: unknown
}

export type Operation = {
  id: string
  method: string
  path: string
  /** Fields of the address and query, and of the body. */
  fields: Record<string, Schema>
  required: string[]
  inPath: string[]
}

/** The operations that the product says it has. */
export async function operationsOf(url: string): Promise<Operation[]> {
  const { paths } = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Described>>
  }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, d]) => {
      const body = d.requestBody?.content['application/json'].schema
      const parameters = d.parameters ?? []
      return {
        id: d.operationId,
        method: method.toUpperCase(),
        path,
        fields: {
          ...body?.properties,
          ...Object.fromEntries(parameters.map((p) => [p.name, p.schema])),
        },
        required: [...(body?.required ?? []), ...parameters.filter((p) => p.required).map((p) => p.name)],
        inPath: parameters.filter((p) => p.in === 'path').map((p) => p.name),
      }
    }),
  )
}

type Described = {
  operationId: string
  parameters?: { name: string; in: string; required: boolean; schema: Schema }[]
  requestBody?: { content: { 'application/json': { schema: Schema } } }
}

/** A value that the schema takes, as far as a schema tells. */
export function sample(schema: Schema, name: string, ids: readonly string[], text = 'KANARIA'): unknown {
  const one = schema.anyOf ?? schema.oneOf
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (one) return sample(one.find((s) => s.type !== 'null') ?? one[0]!, name, ids, text)
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (schema.format === 'uuid' || /(^id|Id)$/.test(name)) return ids[0]
  if (schema.format === 'date') return '2026-03-05'
  if (schema.format === 'date-time') return '2026-03-05T10:00:00Z'
  if (schema.format === 'email') return 'kanaria@example.fi'
  if (schema.format === 'uri' || name === 'address') return 'https://kanaria.example/'
  if (schema.pattern?.includes('64')) return 'a'.repeat(64)
  if (schema.default !== undefined && type !== 'string') return schema.default
  if (type === 'integer' || type === 'number') return Math.max(1, schema.minimum ?? 1)
  if (type === 'boolean') return false
  if (type === 'array') return schema.items ? [sample(schema.items, name, ids, text)] : []
  if (type === 'object') {
    return Object.fromEntries(
      Object.entries(schema.properties ?? {})
        .filter(([key]) => schema.required?.includes(key))
        .map(([key, inner]) => [key, sample(inner, key, ids, text)]),
    )
  }
  return text
}

/** An input that may well be taken. */
export const plausible = (op: Operation, ids: readonly string[], text?: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(op.fields)
      .filter(([name]) => op.required.includes(name))
      .map(([name, schema]) => [name, sample(schema, name, ids, text)]),
  )

/** Every place in an input where something can be put: "choices", "choices.columns", "scopes.0". */
function places(value: unknown, path: string[] = []): string[][] {
  const inner =
    value && typeof value === 'object' && path.length < 3
      ? Object.entries(value).flatMap(([key, v]) => places(v, [...path, key]))
      : []
  return path.length === 0 ? inner : [path, ...inner]
}

function put(
  input: Record<string, unknown>,
  [key, ...rest]: string[],
  value: unknown,
): Record<string, unknown> {
  const copy = structuredClone(input)
  let at = copy as Record<string, unknown>
  let last = key!
  for (const part of rest) {
    at = at[last] as Record<string, unknown>
    last = part
  }
  at[last] = value
  return copy
}

/** Sends an input to an operation as the API wants it: parts of the address, query, JSON. */
export function requestOf(url: string, op: Operation, input: Record<string, unknown>, caller: Caller) {
  const rest = { ...input }
  const said = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
  const path = op.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(Buffer.from(said(value) ?? '').toString()) || '%00'
  })
  const address = new URL(`${url}/api${path}`)
  if (op.method === 'GET') {
    for (const [name, value] of Object.entries(rest)) {
      for (const v of Array.isArray(value) ? value : [value]) address.searchParams.append(name, said(v) ?? '')
    }
    return new Request(address, { headers: caller.headers })
  }
  return new Request(address, {
    method: op.method,
    headers: { ...caller.headers, 'content-type': 'application/json' },
    body: JSON.stringify(rest),
  })
}

/** Sends, and looks at the answer for everything that may never be in one. */
export async function probe(
  tally: Tally,
  request: Request,
  where: string,
  withWhat: unknown,
): Promise<string> {
  const began = performance.now()
  const shown = (JSON.stringify(withWhat) ?? 'undefined').slice(0, 80)
  const find = (what: string, told: string) => tally.findings.push({ what, where, with: shown, told })
  tally.requests += 1
  let answer: Response
  try {
    answer = await fetch(request, { redirect: 'manual' })
  } catch (error) {
    find('no answer', String((error as Error).cause ?? error))
    return ''
  }
  const text = await answer.text()
  const took = performance.now() - began
  tally.times.push(took)
  tally.statuses.set(answer.status, (tally.statuses.get(answer.status) ?? 0) + 1)
  const type = answer.headers.get('content-type') ?? ''
  if (answer.status >= 500) find(`status ${answer.status}`, text.slice(0, 200))
  const leak = insides.exec(text)
  if (leak && !shown.includes(leak[0].slice(0, 8)))
    find('its insides', text.slice(leak.index, leak.index + 120))
  if (type.startsWith('text/html') && text.includes(`<${mark}`)) {
    find('markup', text.slice(text.indexOf(`<${mark}`) - 60, text.indexOf(`<${mark}`) + 40))
  }
  if (answer.headers.get('set-cookie')?.startsWith('x=')) find('a header split', '')
  // Node itself turns back a head that is too large.
  if (answer.status !== 431 && !answer.headers.get('content-security-policy')) find('no policy', '')
  const to = answer.headers.get('location')
  if (to && !/^\/(?![/\\])/.test(to)) find('sent away', to)
  return text
}

/** Every field of every operation with every payload; `share` keeps one in so many, taking turns. */
export async function attackActions(
  tally: Tally,
  url: string,
  operations: readonly Operation[],
  callers: readonly Caller[],
  ids: readonly string[],
  share = 1,
): Promise<void> {
  let turn = 0
  const waiting: (() => Promise<unknown>)[] = []
  for (const op of operations) {
    const base = plausible(op, ids)
    // One free field at a time: an input with all of them is refused for reasons of its own.
    const tried = Object.entries(op.fields).flatMap(([name, schema]) => {
      const input = { ...base, [name]: base[name] ?? sample(schema, name, ids) }
      return places(input)
        .filter((place) => place[0] === name)
        .map((place) => ({ place, input }))
    })
    for (const { place, input } of tried) {
      for (const payload of allPayloads) {
        turn += 1
        if (turn % share !== 0) continue
        const caller = callers[turn % callers.length]!
        waiting.push(() =>
          probe(
            tally,
            requestOf(url, op, put(input, place, payload), caller),
            `${op.id} ${place.join('.')} as ${caller.name}`,
            payload,
          ),
        )
      }
    }
    for (const body of shapes) {
      if (op.method === 'GET') break
      const path = op.path.replaceAll(/\{\w+\}/g, ids[0]!)
      for (const type of ['application/json', 'application/x-www-form-urlencoded', 'text/xml', '']) {
        const headers = { ...callers[0]!.headers, ...(type && { 'content-type': type }) }
        const request = () => new Request(`${url}/api${path}`, { method: op.method, headers, body })
        waiting.push(() => probe(tally, request(), `${op.id} as ${type || 'nothing'}`, body))
      }
    }
  }
  await inTurns(waiting, 8)
}

/** Bodies that are not what a body should be. */
const shapes = [
  '',
  '{',
  'null',
  '[]',
  '"x"',
  '1e999',
  '{"a":1,"a":2}',
  '{"__proto__":{"x":1}}',
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
  'a=1&a=2&a[]=3&__proto__[x]=1',
]

/** Runs so many at once, in order. */
export async function inTurns(work: readonly (() => Promise<unknown>)[], atOnce: number): Promise<void> {
  let next = 0
  const hand = async () => {
    while (next < work.length) await work[next++]!()
  }
  await Promise.all(Array.from({ length: atOnce }, hand))
}
