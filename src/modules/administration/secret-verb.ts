import { readFile } from 'node:fs/promises'
import { perform } from '../../kernel/action.ts'
import { adoptKey, keyFile, prepareKey } from '../../kernel/key.ts'
import type { VerbContext } from '../../kernel/module.ts'
import type { Verb } from '../../kernel/verb.ts'
import { resealAll } from './secret-actions.ts'

export const secretVerb: Verb<VerbContext> = {
  name: 'secret renew',
  summary:
    'Make a new key of the installation and seal everything anew with it; restart the server afterwards',
  options: [
    {
      flags: '--key-out <file>',
      summary: 'where to write the new key, when TALKOOT_SECRET holds the present one',
    },
  ],
  database: true,
  run: async ({ stage, installation }, io, _, options) => {
    const oldSecret = stage.site!.secret
    const own = keyFile(installation.dataFolder)
    const inFolder = (await readFile(own, 'utf8').catch(() => '')).trim() === oldSecret
    const file = inFolder ? own : options.keyOut
    if (typeof file !== 'string') {
      io.err('The present key is in TALKOOT_SECRET. Say with --key-out where to write the new one.')
      return 2
    }
    const newSecret = await prepareKey(file)
    const done = await perform(resealAll, stage, { oldSecret, newSecret })
    await adoptKey(file)
    if (io.json) {
      io.out(JSON.stringify({ file, ...done }))
      return done.lost > 0 ? 1 : 0
    }
    io.out(`The new key is in ${file}.`)
    io.out(
      `Sealed anew: ${done.codes} code apps, ${done.invitations} invitations, ${done.webhooks} webhooks.`,
    )
    if (done.recovery > 0)
      io.out(`The recovery codes of ${done.recovery} people ended; they are told by mail.`)
    if (done.lost > 0) io.err(`${done.lost} could not be opened with the present key and stay as they are.`)
    io.out(
      inFolder
        ? `Restart the server now. Backups from before open with ${file}.old: remove it when you need none of them.`
        : 'Put the new key into TALKOOT_SECRET and restart the server now.',
    )
    return done.lost > 0 ? 1 : 0
  },
}
