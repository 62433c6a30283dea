import { Agent, type ClientRequest, request } from 'node:http'

export type Answered = {
  status: number
  text: string
  location: string | undefined
  /** Milliseconds of the clock: when the first byte left here, when the last came back. */
  sentAt: number
  answeredAt: number
}

/** Connections that stay open, as browsers keep theirs; lighter than fetch, for the machine is shared with the product. */
const agent = new Agent({ keepAlive: true, maxSockets: 400 })
const streams = new Agent({ maxSockets: 1_000 })

/** Sends one request; an answer that does not come is an error like any other. */
export function ask(
  url: string,
  headers: Record<string, string>,
  body?: { type: string; content: string },
): Promise<Answered> {
  return new Promise((done, fail) => {
    const sentAt = Date.now()
    const sent = request(url, {
      agent,
      method: body ? 'POST' : 'GET',
      headers: {
        ...headers,
        // Pages come packed, and are not opened here: what was kept is looked for in the database.
        ...(body
          ? { 'content-type': body.type, 'content-length': Buffer.byteLength(body.content) }
          : { 'accept-encoding': 'gzip' }),
      },
    })
    sent.once('error', fail)
    sent.once('response', (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.once('error', fail)
      answer.once('end', () =>
        done({
          status: answer.statusCode ?? 0,
          text: answer.headers['content-encoding'] ? '' : Buffer.concat(parts).toString(),
          location: answer.headers.location,
          sentAt,
          answeredAt: Date.now(),
        }),
      )
    })
    sent.end(body?.content)
  })
}

/** Holds a stream open, as each window with a shared form does. */
export function hold(url: string, headers: Record<string, string>): ClientRequest {
  const held = request(url, { agent: streams, headers })
  held.on('response', (answer) => answer.resume())
  held.on('error', () => undefined)
  held.end()
  return held
}
