import { countsSaid } from '../../kernel/machine.ts'
import type { Supplement } from '../../kernel/page.ts'
import { unlessRefused } from '../../kernel/supplement.ts'
import { figuresText } from './figures-text.ts'
import { listDecisions } from './reading.ts'
import { type DecisionState, decisionMachine } from './rules.ts'
import { text } from './text.ts'

/** On the office's page of a call: how far its decisions are. */
export const decisionsOfCall: Supplement = {
  kind: 'call',
  show: async (request, call) => {
    const found = await request.perform(listDecisions, { call }).catch(unlessRefused)
    if (!found) return undefined
    const counts: Partial<Record<DecisionState, number>> = {}
    for (const { head } of found.items) counts[head.state] = (counts[head.state] ?? 0) + 1
    return {
      id: 'decisions',
      label: text[request.language].title,
      body: countsSaid(decisionMachine.states, counts, request.language),
    }
  },
}

/** And the way to how long it all took. */
export const figuresOfCall: Supplement = {
  kind: 'call',
  show: async ({ language }) => ({ id: 'figures', label: figuresText[language].title, body: '' }),
}
