import { perform } from '../../kernel/action.ts'
import type { VerbContext } from '../../kernel/module.ts'
import type { Verb } from '../../kernel/verb.ts'
import { createSignInLink } from './actions.ts'

export const verbs: Verb<VerbContext>[] = [
  {
    name: 'sign-in-link',
    summary:
      'Print a one-time link with which the coordinator, or the person named, signs in (valid for an hour)',
    arguments: [{ name: 'email', summary: 'mail address of the person', optional: true }],
    database: true,
    run: async ({ stage, baseUrl }, io, [email]) => {
      const { token, expiresAt } = await perform(createSignInLink, stage, { ...(email && { email }) })
      const url = `${baseUrl}/sign-in?token=${token}`
      io.out(io.json ? JSON.stringify({ url, expiresAt }) : url)
      return 0
    },
  },
]
