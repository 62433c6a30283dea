import type { Context as HonoContext } from 'hono'
import type { ErrorShape } from '../kernel/action.ts'
import { httpStatusOf, type Refusal } from '../kernel/refusal.ts'
import type { Language } from '../kernel/text.ts'

type Status = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 421 | 422 | 429 | 500 | 503 | 507

/** Answers with problem details (RFC 9457). `type` names our reason; it is a word, not an address that must answer. */
export function problem(
  c: HonoContext,
  status: Status,
  reason: string,
  title: string,
  more: object = {},
): Response {
  const requestId = c.res.headers.get('x-request-id') ?? undefined
  return c.body(
    JSON.stringify({
      type: `urn:talkoot:${reason}`,
      title,
      status,
      ...more,
      ...(requestId && { requestId }),
    }),
    status,
    { 'content-type': 'application/problem+json; charset=utf-8' },
  )
}

export function problemOf(
  c: HonoContext,
  refusal: Refusal,
  language: Language,
  status: Status = httpStatusOf(refusal.kind),
): Response {
  const errors = refusal.complaints.map((complaint) => ({
    ...(complaint.field && { field: complaint.field }),
    detail: complaint.text[language],
  }))
  const title = errors[0]?.detail ?? refusal.reason
  return problem(c, status, refusal.reason, title, { errors })
}

/** Tells refusals in the shape of a route's own standard. */
export const refusalAs =
  (shape: ErrorShape) =>
  (c: HonoContext, refusal: Refusal, language: Language): Promise<Response> =>
    asTold(shape, problemOf(c, refusal, language))

/** Problem details said in the shape of a standard, headers and all. */
export async function asTold(shape: ErrorShape, answer: Response): Promise<Response> {
  const { title, errors = [] } = (await answer.json()) as { title: string; errors?: object[] }
  const { status, body } = shape.of(answer.status, title, errors)
  const headers = new Headers(answer.headers)
  headers.set('content-type', 'application/json; charset=utf-8')
  return new Response(JSON.stringify(body), { status, headers })
}
