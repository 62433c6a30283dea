import { connect } from '../../kernel/db.ts'
import { reachDatabase } from '../../kernel/installation.ts'
import type { BareContext } from '../../kernel/module.ts'
import type { Verb } from '../../kernel/verb.ts'
import { examine } from './doctor.ts'
import { healthText, saidOf } from './health-text.ts'
import { exitCodeOf } from './rules.ts'

const marks = { ok: 'ok  ', warn: 'see ', bad: 'BAD ' }

export const verbs: Verb<BareContext>[] = [
  {
    name: 'doctor',
    summary:
      'Say what is wrong with this installation and what to do; exit code 0 nothing, 1 something to see to, 3 something is broken',
    database: false,
    run: async ({ installation }, io) => {
      const opened = await open(installation)
      try {
        const findings = await examine({ installation, now: io.now, ...opened }, { whole: true })
        const said = findings.map((f) => ({
          ...f,
          name: healthText.en.names[f.check],
          said: saidOf(f, 'en'),
        }))
        if (io.json) io.out(JSON.stringify({ version: installation.version, findings: said }))
        else {
          io.out(`Talkoot ${installation.version}`)
          for (const f of said) io.out(`${marks[f.health]} ${f.name}: ${f.said}`)
        }
        return exitCodeOf(findings)
      } finally {
        await opened.close()
      }
    },
  },
]

/** The database as it is, neither made nor brought up to date by being looked at. */
async function open(installation: BareContext['installation']) {
  try {
    const { connectionString, leave } = await reachDatabase(installation)
    const { db, close } = connect(connectionString, () => undefined, 2)
    await db.selectNoFrom((eb) => eb.lit(1).as('one')).execute()
    return {
      db,
      close: async () => {
        await close()
        await leave()
      },
    }
  } catch (error) {
    const { message, code } = error as { message: string; code?: string }
    return { db: undefined, unreachable: message || code || 'unknown', close: async () => undefined }
  }
}
