import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { dataAtHand, dataFile } from './data-at-hand.ts'
import { type Resolve, type Schema, schemaErrors } from './json-schema.ts'

/** CommonGrants 0.4 as published: one schema a file, and the OpenAPI document. */
const folder = dataFile('standard-commongrants/schemas-yaml')
const files = new Map<string, Schema>(
  dataAtHand
    ? readdirSync(folder).map((name) => [name, parse(readFileSync(join(folder, name), 'utf8')) as Schema])
    : [],
)

const resolve: Resolve = (reference, base) => {
  const [file = '', pointer = ''] = reference.split('#')
  const name = file || base
  let schema = files.get(name)
  if (!schema) throw new Error(`no schema ${name}`)
  for (const part of pointer.split('/').filter(Boolean)) schema = schema[part] as Schema
  return { schema, base: name }
}

/** What is wrong with a value by one of the published schemas, such as "OpportunityBase". */
export const commonGrantsErrors = (value: unknown, name: string): string[] =>
  schemaErrors(value, { $ref: `${name}.yaml` }, '', resolve)

export type OpenApi = {
  paths: Record<string, Record<string, Operation>>
  components: { [part: string]: unknown }
}
export type Operation = {
  tags?: string[]
  parameters?: { name?: string; in?: string; required?: boolean; $ref?: string }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
}

export const commonGrantsOpenApi = (): OpenApi =>
  parse(readFileSync(dataFile('standard-commongrants/openapi/openapi.0.4.0.yaml'), 'utf8')) as OpenApi
