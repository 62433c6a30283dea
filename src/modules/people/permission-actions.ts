import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import { signedIn } from '../../kernel/rule.ts'

const inThree = z.object({ fi: z.string(), sv: z.string(), en: z.string() })

/** The rule of every action, as the matrix tells it. */
export const listPermissions = query({
  name: 'permissions.list',
  summary: {
    fi: 'Kuka saa tehdä mitä: jokaisen toiminnon sääntö',
    sv: 'Vem får göra vad: regeln för varje åtgärd',
    en: 'Who may do what: the rule of every action',
  },
  route: { method: 'GET', path: '/permissions' },
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(['query', 'command']),
        summary: inThree,
        who: z.array(z.string()),
        inEcosystem: z
          .boolean()
          .describe('The office must be held in the ecosystem that the action is about.'),
        onRecord: z.boolean().describe('The share level of the record decides too.'),
        only: inThree.exactOptional(),
      }),
    ),
  }),
  allow: signedIn,
  run: async (ctx) => ({ items: ctx.permissions.map((p) => ({ ...p, who: [...p.who] })) }),
})
