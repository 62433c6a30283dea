import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'

export type Received = { to: string; subject: string; text: string; html: string; raw: string }

export type MailServer = {
  /** What TALKOOT_MAIL is set to. */
  setting: string
  received: Received[]
  /** What the next mails are answered with instead of being taken: an SMTP code and text. */
  refuseWith: (answer: { code: number; text: string } | undefined) => void
  /** Waits for a mail to the address that came after those seen before. */
  next: (to: string, subject?: RegExp) => Promise<Received>
  stop: () => Promise<void>
}

/** A real mail server with a user and a password, which keeps what it gets. */
export async function startMailServer(): Promise<MailServer> {
  const received: Received[] = []
  const seen = new Set<Received>()
  let refusal: { code: number; text: string } | undefined
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) =>
      auth.username === 'talkoot' && auth.password === 'secret'
        ? done(null, { user: 'talkoot' })
        : done(new Error('wrong user or password')),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (refusal) return done(Object.assign(new Error(refusal.text), { responseCode: refusal.code }))
        const raw = Buffer.concat(chunks).toString('latin1')
        received.push({ to: session.envelope.rcptTo[0]!.address, raw, ...partsOf(raw) })
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.server.address() as AddressInfo
  return {
    setting: `smtp://talkoot:secret@127.0.0.1:${port}`,
    received,
    refuseWith: (answer) => {
      refusal = answer
    },
    async next(to, subject) {
      for (let i = 0; i < 400; i++) {
        const found = received.find((m) => !seen.has(m) && m.to === to && (subject?.test(m.subject) ?? true))
        if (found) {
          seen.add(found)
          return found
        }
        await pause(50)
      }
      throw new Error(`no mail to ${to} came; there are ${received.map((m) => `${m.to}: ${m.subject}`)}`)
    },
    stop: () => new Promise((done) => server.close(() => done())),
  }
}

/** The only link with a secret in a mail. */
export const linkIn = (mail: Received): string => /https?:\/\/\S+token=[\w-]+\S*/.exec(mail.text)![0]

function partsOf(raw: string): { subject: string; text: string; html: string } {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n\s+/g, ' ')
  const subject = words(/^Subject: (.*)$/im.exec(head)?.[1] ?? '')
  const boundary = /boundary="([^"]+)"/i.exec(head)?.[1] ?? ''
  const parts = raw.split(`--${boundary}`).slice(1, -1)
  const body = (type: string) => {
    const part = parts.find((p) => p.includes(`Content-Type: ${type}`)) ?? ''
    const cut = part.indexOf('\r\n\r\n')
    return decoded(part.slice(cut + 4), /base64/i.test(part.slice(0, cut)))
  }
  return { subject, text: body('text/plain'), html: body('text/html') }
}

const decoded = (text: string, base64: boolean) =>
  base64 ? Buffer.from(text, 'base64').toString() : unquoted(text.replaceAll(/=\r\n/g, ''))

const unquoted = (text: string) =>
  Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()

/** "=?UTF-8?Q?...?=" of a subject. */
const words = (text: string) =>
  text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?([QB])\?(.*?)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString()
        : unquoted(word.replaceAll('_', ' ')),
    )
