import { z } from 'zod'
import type { Action, ErrorShape } from '../kernel/action.ts'
import { scopeOf } from '../kernel/scope.ts'
import { pathNames, routeOf } from './routes.ts'

type Schema = {
  properties?: Record<string, Schema & { description?: string }>
  required?: string[]
  [key: string]: unknown
}

const schemaOf = (type: z.ZodType, io: 'input' | 'output'): Schema => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'date')
        Object.assign(jsonSchema, { type: 'string', format: 'date-time' })
    },
  })
  return schema as Schema
}

const problemReference = { $ref: '#/components/responses/Problem' }

/** The OpenAPI 3.1 description of every action, made from the same schemas that check its input. */
export function openApi(actions: readonly Action[], baseUrl: string, version: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const action of actions) {
    const { method, path, errors } = routeOf(action)
    const entry = paths[path] ?? {}
    entry[method.toLowerCase()] = operation(action, method, path, errors)
    paths[path] = entry
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Talkoot',
      version,
      description:
        'Everything a page shows can be read here with the same words as in the page addresses. Amounts are exact decimal strings with their currency; days are YYYY-MM-DD; instants are UTC.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: `${baseUrl}/api` }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'talkoot_session' },
        token: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'tlk_',
          description:
            'A token made at /account/tokens. Acts as the person who made it, within its scopes: "read", or groups of actions such as "import:write".',
        },
      },
      responses: {
        Problem: {
          description: 'What is wrong, where, and what to do (RFC 9457)',
          content: {
            'application/problem+json': {
              schema: {
                type: 'object',
                required: ['type', 'title', 'status'],
                properties: {
                  type: { type: 'string' },
                  title: { type: 'string' },
                  status: { type: 'integer' },
                  errors: {
                    type: 'array',
                    items: {
                      type: 'object',
                      properties: { field: { type: 'string' }, detail: { type: 'string' } },
                    },
                  },
                  requestId: { type: 'string' },
                },
              },
            },
          },
        },
      },
    },
  }
}

/** What everybody may do needs nobody; the rest a session or, unless it is for the person alone, a token. */
function securityOf(action: Action): object {
  const token = action.inPerson ? [] : [{ token: [scopeOf(action)] }]
  if (action.allow.who.includes('everyone')) return { security: [{}, { session: [] }, ...token] }
  return { security: [{ session: [] }, ...token] }
}

function operation(action: Action, method: string, path: string, errors: ErrorShape | undefined): object {
  const input = schemaOf(action.input, 'input')
  const inPath = pathNames(path)
  const properties = Object.entries(input.properties ?? {})
  const parameters = properties
    .filter(([name]) => method === 'GET' || inPath.includes(name))
    .map(([name, { description, ...schema }]) => ({
      name,
      in: inPath.includes(name) ? 'path' : 'query',
      required: inPath.includes(name) || (input.required ?? []).includes(name),
      ...(description && { description }),
      schema,
    }))
  return {
    operationId: action.name,
    summary: action.summary.en,
    tags: [action.name.split('.')[0]],
    ...(parameters.length > 0 && { parameters }),
    ...(method !== 'GET' && { requestBody: { content: { 'application/json': { schema: input } } } }),
    ...securityOf(action),
    responses: {
      200: {
        description: 'The answer',
        content: { 'application/json': { schema: schemaOf(action.output, 'output') } },
      },
      ...(errors ? ownErrors(errors) : { default: problemReference }),
    },
  }
}

/** The refusals of a route whose standard has its own shape for them. */
function ownErrors({ statuses, schema }: ErrorShape): object {
  const content = { 'application/json': { schema: schemaOf(schema, 'output') } }
  return Object.fromEntries(statuses.map((status) => [status, { description: 'What is wrong', content }]))
}
