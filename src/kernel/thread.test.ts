import { afterEach, describe, expect, it } from 'vitest'
import { createThread } from './thread.ts'

type Said = { readonly number: number; readonly last: boolean; readonly kind: string }
const open = () => createThread<{ kind: string }, Said>('../../test/breaking-thread', { memory: 32 })
let thread = open()
afterEach(async () => {
  await thread.close()
  thread = open()
})

describe('a thread', () => {
  it('answers one question after another, and tells on the way', async () => {
    const told: string[] = []
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((kind) => thread.ask({ kind }, { onTold: (one) => told.push(one.kind) })),
    )
    expect(answers.map(({ kind }) => kind)).toEqual(['a', 'b', 'c'])
    expect(told).toEqual(['heard a', 'heard b', 'heard c'])
  })

  it.each(['break', 'fill'])('that ends (%s) fails the question under way alone', async (kind) => {
    const failing = thread.ask({ kind })
    const next = thread.ask({ kind: 'after' })
    await expect(failing).rejects.toThrow()
    expect(await next).toMatchObject({ kind: 'after' })
  })

  it('that does not let go of a question is ended; the next is answered by another', async () => {
    const stop = new AbortController()
    const never = thread.ask({ kind: 'never' }, { signal: stop.signal })
    const next = thread.ask({ kind: 'after' })
    stop.abort(new Error('enough'))
    await expect(never).rejects.toThrow('enough')
    expect(await next).toMatchObject({ kind: 'after' })
  })

  it('that is closed fails what it was asked, and may be asked again', async () => {
    const waiting = ['never', 'after'].map((kind) => thread.ask({ kind }))
    const all = Promise.allSettled(waiting)
    await thread.close()
    expect((await all).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await thread.ask({ kind: 'again' })).toMatchObject({ kind: 'again' })
  })
})
