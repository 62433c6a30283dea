import type { Context as HonoContext } from 'hono'
import { perform } from '../kernel/action.ts'
import type { Person } from '../kernel/actor.ts'
import { noteRefusal } from '../modules/people/index.ts'
import { addressOf, networkOf } from './client.ts'
import type { Shell } from './shell.ts'

type Watching = Pick<Shell, 'stage' | 'log'>

/** Counts a refusal. That it cannot be counted is no reason to answer otherwise. */
async function note(shell: Watching, what: 'sign-in' | 'forbidden', whose: string): Promise<void> {
  const stage = shell.stage({ kind: 'system', name: 'door' }, 'fi')
  await perform(noteRefusal, stage, { what, whose }).catch((err) =>
    shell.log.warn({ err }, 'a refusal was not counted'),
  )
}

/** Somebody signed in asked for what they may not. Looking about as another office, one meets a no now and then. */
export const watchForbidden = async (shell: Watching, actor: Person): Promise<void> => {
  if (!actor.previewing) await note(shell, 'forbidden', actor.id)
}

/** A link, code, passkey or token that was not right. */
export const watchSignIn = (shell: Shell, c: HonoContext): Promise<void> =>
  note(shell, 'sign-in', networkOf(addressOf(c, shell.config.behindProxy)))
