import { connect } from 'node:net'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** What the scanner says of a file: nothing found, or the name of what it found. Throws when it cannot be asked. */
export type VirusScan = (content: Readable) => Promise<{ clean: true } | { clean: false; found: string }>

const patience = 60_000 // ms without a sign of life

/**
 * Asks a clamd over TCP with its INSTREAM command: pieces, each after its length in four bytes, and an empty one at
 * the end. Source: the manual page clamd(8).
 */
export const clamdScan =
  (at: { host: string; port: number }): VirusScan =>
  async (content) => {
    const socket = connect(at)
    socket.setTimeout(patience, () => socket.destroy(new Error('clamd does not answer')))
    let said = ''
    const answer = new Promise<string>((resolve, reject) => {
      socket.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
      socket.once('end', () => resolve(said))
      socket.once('error', reject)
    })
    answer.catch(() => undefined)
    const framed = new Transform({
      transform(piece: Buffer, _encoding, done) {
        const length = Buffer.alloc(4)
        length.writeUInt32BE(piece.length)
        done(null, Buffer.concat([length, piece]))
      },
      flush(done) {
        done(null, Buffer.alloc(4))
      },
    })
    socket.write('zINSTREAM\0')
    // clamd answers early and closes when the file is longer than it wants: then its answer says so.
    const sent = pipeline(content, framed, socket, { end: false }).catch((error: Error) => error)
    const verdict = (await answer).replace(/\0.*$/s, '').trim()
    await sent
    socket.destroy()
    const found = /^stream: (.+) FOUND$/.exec(verdict)?.[1]
    if (found) return { clean: false, found }
    if (verdict === 'stream: OK') return { clean: true }
    throw new Error(`clamd says: ${verdict || 'nothing'}`)
  }
