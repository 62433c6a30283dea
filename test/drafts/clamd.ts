import { createServer, type Socket } from 'node:net'

/** The test file that every scanner knows, in two halves so that no scanner finds it here. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

/** A server that speaks clamd's INSTREAM over TCP, and knows one virus. */
export async function startClamd(): Promise<{
  address: string
  asked: () => number
  stop: () => Promise<void>
}> {
  let asked = 0
  const server = createServer((socket) => {
    let data = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (piece: Buffer) => {
      data = Buffer.concat([data, piece])
      const content = contentOf(data, socket)
      if (!content) return
      asked += 1
      socket.end(content.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  return {
    address: `127.0.0.1:${port}`,
    asked: () => asked,
    stop: () => new Promise((done) => server.close(() => done())),
  }
}

/** The content when it has come whole: "zINSTREAM\0", then pieces after their lengths, then a length of zero. */
function contentOf(data: Buffer, socket: Socket): Buffer | undefined {
  const command = 'zINSTREAM\0'
  if (data.length < command.length) return undefined
  if (data.subarray(0, command.length).toString() !== command) {
    socket.end('UNKNOWN COMMAND\0')
    return undefined
  }
  const pieces: Buffer[] = []
  let at = command.length
  while (data.length >= at + 4) {
    const length = data.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    if (data.length < at + 4 + length) return undefined
    pieces.push(data.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}
