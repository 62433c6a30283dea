/**
 * The items of a source in batches, one batch ahead: while the caller does something with one, the next is being read.
 * Never more than two are held. A fault of the source is told after the batches that it gave before.
 */
export async function* batchesAhead<T>(source: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  const batches = inBatches(source, size)
  let coming = batches.next()
  try {
    for (;;) {
      const { done, value } = await coming
      if (done) return
      coming = batches.next()
      // Whoever awaits it hears of a fault; until then nobody does, which must not end the process.
      coming.catch(() => undefined)
      yield value
    }
  } finally {
    await batches.return(undefined)
  }
}

async function* inBatches<T>(source: AsyncIterable<T>, size: number): AsyncGenerator<T[], undefined> {
  let batch: T[] = []
  for await (const item of source) {
    batch.push(item)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
