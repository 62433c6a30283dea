import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import { signedIn } from '../../kernel/rule.ts'

/** The rule of every action, as the matrix tells it. */
export const listPermissions = query({
  name: 'permissions.list',
  summary: 'Who may do what: the rule of every action',
  route: { method: 'GET', path: '/permissions' },
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(['query', 'command']),
        summary: z.string(),
        who: z.array(z.string()),
        inEcosystem: z
          .boolean()
          .describe('The office must be held in the ecosystem that the action is about.'),
        onRecord: z.boolean().describe('The share level of the record decides too.'),
        only: z.object({ fi: z.string(), sv: z.string(), en: z.string() }).exactOptional(),
      }),
    ),
  }),
  allow: signedIn,
  run: async (ctx) => ({ items: ctx.permissions.map((p) => ({ ...p, who: [...p.who] })) }),
})
