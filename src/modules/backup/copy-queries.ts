import type pg from 'pg'

/** The parts of pg's connection that a copy needs; its typings leave them out. */
type Wire = {
  query: (text: string) => void
  sendCopyFromChunk: (chunk: Uint8Array) => void
  endCopyFrom: () => void
  sendCopyFail: (why: string) => void
  stream: NodeJS.WritableStream & NodeJS.ReadableStream & { writableNeedDrain: boolean }
}

/** What pg calls while a query of one's own runs. */
type Copying = {
  submit: (wire: Wire) => void
  handleRowDescription: () => void
  handleDataRow: () => void
  handlePortalSuspended: () => void
  handleEmptyQuery: () => void
  handleCommandComplete: (message: { text: string }) => void
  handleCopyInResponse: (wire: Wire) => void
  handleCopyData: (message: { chunk: Buffer }, wire: Wire) => void
  handleReadyForQuery: () => void
  handleError: (error: Error) => void
}

const nothing = () => undefined
const silent: Copying = {
  submit: nothing,
  handleRowDescription: nothing,
  handleDataRow: nothing,
  handlePortalSuspended: nothing,
  handleEmptyQuery: nothing,
  handleCommandComplete: nothing,
  handleCopyInResponse: (wire) => wire.sendCopyFail('no rows were expected'),
  handleCopyData: nothing,
  handleReadyForQuery: nothing,
  handleError: nothing,
}

const begin = (client: pg.Client, copying: Copying) => {
  client.query(copying as unknown as pg.Submittable)
}

const batchBytes = 1024 * 1024

/** Runs `COPY … TO STDOUT` and answers its rows, as they are on the wire, some at a time. */
export async function* copyOut(client: pg.Client, text: string): AsyncGenerator<Buffer[]> {
  let rows: Buffer[] = []
  let bytes = 0
  let ended = false
  let failure: Error | undefined
  let wake: () => void = nothing
  let paused: Wire | undefined
  begin(client, {
    ...silent,
    submit: (wire) => wire.query(text),
    handleCopyData({ chunk }, wire) {
      // The chunk is a view of a buffer that pg may use again.
      rows.push(Buffer.from(chunk))
      bytes += chunk.length
      if (bytes < batchBytes) return
      wire.stream.pause()
      paused = wire
      wake()
    },
    handleReadyForQuery() {
      ended = true
      wake()
    },
    handleError(error) {
      failure = error
      ended = true
      wake()
    },
  })
  for (;;) {
    if (rows.length === 0 && !ended) await new Promise<void>((resolve) => (wake = resolve))
    if (failure) throw failure
    const batch = rows
    rows = []
    bytes = 0
    paused?.stream.resume()
    paused = undefined
    if (batch.length > 0) yield batch
    else if (ended) return
  }
}

/** Runs `COPY … FROM STDIN` with the pieces given; answers how many rows the database took. */
export async function copyIn(
  client: pg.Client,
  text: string,
  pieces: AsyncIterable<Buffer>,
): Promise<number> {
  let failed = false
  const send = async (wire: Wire) => {
    try {
      for await (const piece of pieces) {
        if (failed) return
        wire.sendCopyFromChunk(piece)
        if (wire.stream.writableNeedDrain) await new Promise((resolve) => wire.stream.once('drain', resolve))
      }
      wire.endCopyFrom()
    } catch (error) {
      fault = error as Error
      wire.sendCopyFail('the rows could not be read')
    }
  }
  let fault: Error | undefined
  return new Promise<number>((resolve, reject) => {
    let count = 0
    begin(client, {
      ...silent,
      submit: (wire) => wire.query(text),
      handleCopyInResponse: (wire) => void send(wire),
      handleCommandComplete: (message) => {
        count = Number(/^COPY (\d+)$/.exec(message.text)?.[1] ?? 0)
      },
      handleReadyForQuery: () => resolve(count),
      handleError: (error) => {
        failed = true
        reject(fault ?? error)
      },
    })
  })
}
