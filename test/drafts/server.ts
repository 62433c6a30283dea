import { isMainThread } from 'node:worker_threads'
import { readConfig } from '../../src/config.ts'
import { createLog } from '../../src/kernel/log.ts'
import type { Module } from '../../src/kernel/module.ts'
import { modules } from '../../src/modules.ts'
import { serve } from '../../src/web/serve.ts'
import { work } from '../../src/worker/work.ts'
import { longFormModule } from './long-form.tsx'

// The product with one form more: a long one, that several people write together.
const all = modules as Module[]
all.push(longFormModule)
const config = readConfig()
const log = createLog(config.logLevel)
await (isMainThread ? serve(config, log) : work(config, log))
