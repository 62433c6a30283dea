// Solves portfolio problems in a worker of the browser. Only pages that need it fetch it; portfolio-solver.ts asks.
import { type Asked, createListener } from '../engine/portfolio/index.ts'

const { port1, port2 } = new MessageChannel()
const waiting: (() => void)[] = []
port1.onmessage = () => waiting.shift()?.()

const hear = createListener({
  tell: (told) => postMessage(told),
  now: () => performance.now(),
  turn: () =>
    new Promise((resolve) => {
      waiting.push(resolve)
      port2.postMessage(null)
    }),
})
addEventListener('message', ({ data }: MessageEvent<Asked>) => hear(data))
