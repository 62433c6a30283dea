import { isMainThread } from 'node:worker_threads'
import { runCommandLine } from './cli/run.ts'
import { type Config, readConfig } from './config.ts'
import { createLog } from './kernel/log.ts'
import { serve } from './web/serve.ts'
import { work } from './worker/work.ts'

/** The one entry: the server and its worker thread, or a verb of the command line. */
async function main(): Promise<void> {
  const [verb = 'serve', ...rest] = process.argv.slice(2)
  let config: Config
  try {
    config = readConfig()
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exit(2)
  }
  if (!isMainThread) return work(config, createLog(config.logLevel))
  if (verb === 'serve' && rest.length === 0) return serve(config, createLog(config.logLevel))
  process.exitCode = await runCommandLine([verb, ...rest], config)
}

await main()
