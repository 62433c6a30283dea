import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Resolve, type Schema, schemaErrors } from '../json-schema.ts'

const folder = path.join(import.meta.dirname, '../../data/schemas')

/** What the published schema finds wrong with a problem or a result. */
export function schemaFaults(value: unknown, of: 'problem' | 'result'): string[] {
  const schema = schemas[of]
  const resolve: Resolve = (reference, base) => {
    const name = reference.replace('#/$defs/', '')
    const found = (schema.$defs as Record<string, Schema>)[name]
    if (!found) throw new Error(`${reference} is not in the schema of a ${of}`)
    return { schema: found, base }
  }
  return schemaErrors(value, schema, '', resolve)
}

const read = (name: string) =>
  JSON.parse(readFileSync(path.join(folder, `portfolio-${name}.schema.json`), 'utf8')) as Schema
const schemas = { problem: read('problem'), result: read('result') }
