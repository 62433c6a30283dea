import type { Config } from '../config.ts'
import type { Actor } from '../kernel/actor.ts'
import type { Stage } from '../kernel/context.ts'
import type { Database } from '../kernel/db.ts'
import type { Files } from '../kernel/file.ts'
import type { Log } from '../kernel/log.ts'
import type { Module } from '../kernel/module.ts'
import type { Nudges } from '../kernel/nudges.ts'
import type { Language } from '../kernel/text.ts'
import type { Assets } from './assets.ts'
import type { KeptPages } from './kept-pages.ts'

/** What the web and REST shells are given by `main.ts`. */
export type Shell = {
  config: Config
  database: Database
  files: Files
  log: Log
  modules: readonly Module[]
  assets: Assets
  keptPages: KeptPages
  nudges: Nudges
  /** Whether the demo's one-click sign-in is offered: demo data, on a loopback address. */
  demoSignIn: boolean
  /** `now`: when what is asked came in, where that is earlier than this moment. */
  stage: (actor: Actor, language: Language, now?: Date) => Stage
  now: () => Date
}
