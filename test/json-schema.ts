/**
 * JSON Schema 2020-12 as far as the published schemas of the standards that we speak need it. A keyword that it does
 * not know throws: a schema is never half checked.
 */
export type Schema = { [keyword: string]: unknown }
/** Finds a schema by its reference; the base is the document in which the reference stands. */
export type Resolve = (reference: string, base: string) => { schema: Schema; base: string }

type Told = { errors: string[]; seen: Set<string> }

const silent = new Set(['$schema', '$id', '$defs', 'description', 'examples', 'example', 'default', 'title'])
const formats: Record<string, RegExp> = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  time: /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/i,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/i,
}

/** What is wrong with a value, as "path: what"; nothing when it is as the schema says. */
export function schemaErrors(value: unknown, schema: Schema, base: string, resolve: Resolve): string[] {
  return check(value, schema, base, resolve, '$').errors
}

function check(value: unknown, schema: Schema, base: string, resolve: Resolve, at: string): Told {
  const told: Told = { errors: [], seen: new Set() }
  const wrong = (what: string) => void told.errors.push(`${at}: ${what}`)
  const take = (other: Told) => {
    told.errors.push(...other.errors)
    for (const name of other.seen) told.seen.add(name)
  }
  const object = value !== null && typeof value === 'object' && !Array.isArray(value)
  for (const [keyword, said] of Object.entries(schema)) {
    switch (keyword) {
      case '$ref': {
        const found = resolve(said as string, base)
        take(check(value, found.schema, found.base, resolve, at))
        break
      }
      case 'allOf':
        for (const one of said as Schema[]) take(check(value, one, base, resolve, at))
        break
      case 'anyOf': {
        const tries = (said as Schema[]).map((one) => check(value, one, base, resolve, at))
        const fits = tries.filter((t) => t.errors.length === 0)
        if (fits.length === 0) wrong(`fits none of ${tries.map((t) => t.errors[0]).join(' | ')}`)
        for (const fit of fits) take(fit)
        break
      }
      case 'not':
        if (check(value, said as Schema, base, resolve, at).errors.length === 0)
          wrong('is what it must not be')
        break
      case 'type':
        if (!isOf(said as string, value)) wrong(`is no ${said}`)
        break
      case 'enum':
        if (!(said as unknown[]).includes(value)) wrong(`${JSON.stringify(value)} is not among the values`)
        break
      case 'const':
        if (value !== said) wrong(`is not ${said}`)
        break
      case 'pattern':
        if (typeof value === 'string' && !new RegExp(said as string).test(value)) wrong(`is not like ${said}`)
        break
      case 'format':
        if (typeof value === 'string' && !fits(said as string, value)) wrong(`"${value}" is no ${said}`)
        break
      case 'minimum':
        if (typeof value === 'number' && value < (said as number)) wrong(`is below ${said}`)
        break
      case 'maximum':
        if (typeof value === 'number' && value > (said as number)) wrong(`is above ${said}`)
        break
      case 'required':
        for (const name of said as string[])
          if (object && !Object.hasOwn(value as object, name)) wrong(`has no ${name}`)
        break
      case 'properties':
        for (const [name, inner] of Object.entries(said as Record<string, Schema>)) {
          if (!object || !Object.hasOwn(value as object, name)) continue
          told.seen.add(name)
          const errors = check((value as Schema)[name], inner, base, resolve, `${at}.${name}`).errors
          told.errors.push(...errors)
        }
        break
      case 'items':
        if (Array.isArray(value))
          for (const [i, item] of value.entries())
            told.errors.push(...check(item, said as Schema, base, resolve, `${at}[${i}]`).errors)
        break
      case 'minItems':
        if (Array.isArray(value) && value.length < (said as number)) wrong(`has fewer than ${said} items`)
        break
      case 'maxItems':
        if (Array.isArray(value) && value.length > (said as number)) wrong(`has more than ${said} items`)
        break
      case 'uniqueItems':
        if (said && Array.isArray(value) && new Set(value.map((v) => JSON.stringify(v))).size < value.length)
          wrong('has an item twice')
        break
      case 'minLength':
        if (typeof value === 'string' && [...value].length < (said as number))
          wrong(`is shorter than ${said}`)
        break
      case 'maxLength':
        if (typeof value === 'string' && [...value].length > (said as number)) wrong(`is longer than ${said}`)
        break
      case 'additionalProperties':
        if (!object) break
        for (const [name, inner] of Object.entries(value as object)) {
          if (Object.hasOwn((schema.properties ?? {}) as object, name)) continue
          told.seen.add(name)
          if (said === false) wrong(`may not have ${name}`)
          else told.errors.push(...check(inner, said as Schema, base, resolve, `${at}.${name}`).errors)
        }
        break
      case 'unevaluatedProperties':
        break
      default:
        if (!silent.has(keyword))
          throw new Error(`the schema at ${at} says ${keyword}, which is not known here`)
    }
  }
  // Last: what the other keywords have looked at is known only now.
  const rest = schema.unevaluatedProperties as Schema | undefined
  if (rest && object)
    for (const [name, inner] of Object.entries(value as object)) {
      if (told.seen.has(name)) continue
      told.seen.add(name)
      told.errors.push(...check(inner, rest, base, resolve, `${at}.${name}`).errors)
    }
  return told
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'object') return value !== null && typeof value === 'object' && !Array.isArray(value)
  if (type === 'array') return Array.isArray(value)
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'null') return value === null
  return typeof value === type
}

function fits(format: string, value: string): boolean {
  if (format === 'uri') return URL.canParse(value) && !/\s/.test(value)
  const pattern = formats[format]
  if (!pattern) throw new Error(`the format ${format} is not known here`)
  return pattern.test(value)
}
