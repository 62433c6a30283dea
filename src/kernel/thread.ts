import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { productFolder } from './product.ts'

/** What a thread says of a question, by its number. */
type Said = { readonly number: number; readonly last: boolean }

export type AskOptions<Told> = {
  /** Hears everything that is told before the last. */
  readonly onTold?: (told: Told) => void
  /** Lets go of the question at once, whether it waits or is under way. */
  readonly signal?: AbortSignal
}

export type Thread<Question extends object, Told extends Said> = {
  /** What the thread tells last. @throws the signal's reason, or why the thread has ended */
  readonly ask: (question: Question, options?: AskOptions<Told>) => Promise<Told>
  readonly close: () => Promise<void>
}

type Waiting<Told> = AskOptions<Told> & {
  readonly number: number
  readonly question: object
  readonly resolve: (told: Told) => void
  readonly reject: (error: unknown) => void
}

/** How long a thread may take to let go of a question before it is ended, in milliseconds. */
const patience = 1_000

/**
 * A thread that is asked one question after another; the others wait in a queue. It starts with the first question and
 * stays warm. One that ends (a fault, too little memory) fails the question under way alone: the next is asked of a
 * new one. While nothing is asked it keeps no process alive. `name` is a file of `src/worker/`; `memory` is in MB.
 */
export function createThread<Question extends object, Told extends Said>(
  name: string,
  { memory }: { readonly memory: number },
): Thread<Question, Told> {
  const queue: Waiting<Told>[] = []
  let current: Waiting<Told> | undefined
  let started: Promise<Worker> | undefined
  let live: Worker | undefined
  let numbers = 0

  const start = async (): Promise<Worker> => {
    const resourceLimits = { maxOldGenerationSizeMb: memory }
    const worker = isBundled
      ? new Worker(path.join(productFolder, 'dist', `${name}.js`), { resourceLimits })
      : new Worker(await bundled(name), { eval: true, resourceLimits })
    worker.on('message', (told: Told) => {
      if (told.number !== current?.number) return
      if (told.last) end(({ resolve }) => resolve(told))
      else current.onTold?.(told)
    })
    worker.on('error', (error) => broken(worker, error))
    worker.on('exit', () => broken(worker, new Error(`the thread ${name} has ended`)))
    live = worker
    return worker
  }

  const broken = (worker: Worker, error: unknown) => {
    if (live !== worker) return
    live = undefined
    started = undefined
    end(({ reject }) => reject(error))
  }

  /** Ends the question under way, and goes on with the next. */
  const end = (settle: (question: Waiting<Told>) => void) => {
    const ended = current
    current = undefined
    if (ended) settle(ended)
    void next()
  }

  const next = async () => {
    if (current) return
    current = queue.shift()
    const mine = current
    started ??= mine && start()
    const worker = await started?.catch((error: unknown) => {
      started = undefined
      end(({ reject }) => reject(error))
    })
    if (!worker || current !== mine) return
    if (!mine) return worker.unref()
    worker.ref()
    worker.postMessage({ ...mine.question, number: mine.number })
  }

  const letGo = async (question: Waiting<Told>) => {
    const { number, signal, reject } = question
    const at = queue.indexOf(question)
    if (at >= 0) queue.splice(at, 1)
    reject(signal?.reason)
    if (current !== question) return
    const worker = await started?.catch(() => undefined)
    worker?.postMessage({ kind: 'cancel', number })
    setTimeout(() => current === question && worker?.terminate(), patience).unref()
  }

  return {
    ask: (question, options = {}) =>
      new Promise((resolve, reject) => {
        const { signal } = options
        if (signal?.aborted) return reject(signal.reason)
        const abort = () => void letGo(mine)
        const done = () => signal?.removeEventListener('abort', abort)
        const mine: Waiting<Told> = {
          ...options,
          number: ++numbers,
          question,
          resolve: (told) => {
            done()
            resolve(told)
          },
          reject: (error) => {
            done()
            reject(error)
          },
        }
        signal?.addEventListener('abort', abort)
        queue.push(mine)
        void next()
      }),
    close: async () => {
      const worker = await started?.catch(() => undefined)
      started = undefined
      live = undefined
      const closed = new Error(`the thread ${name} is closed`)
      for (const { reject } of queue.splice(0)) reject(closed)
      end(({ reject }) => reject(closed))
      await worker?.terminate()
    },
  }
}

const isBundled = !import.meta.url.endsWith('.ts')

/** A thread's script when the product runs from its sources. */
async function bundled(name: string): Promise<string> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [path.join(productFolder, 'src', 'worker', `${name}.ts`)],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
  })
  return outputFiles[0]!.text
}
