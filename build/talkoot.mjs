// The command: builds what is stale, then runs the server or a verb in this same process.
import { buildIfStale } from './build.mjs'

await buildIfStale()
process.setSourceMapsEnabled(true)
await import('../dist/main.js')
