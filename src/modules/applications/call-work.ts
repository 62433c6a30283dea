import { countsSaid } from '../../kernel/machine.ts'
import type { Supplement } from '../../kernel/page.ts'
import { unlessRefused } from '../../kernel/supplement.ts'
import { listSent } from './list-actions.ts'
import { pageText } from './page-text.ts'
import { applicationMachine } from './rules.ts'

const sent = ['submitted', 'reopened', 'withdrawn'] as const

/** On the office's page of a call: where the applications stand that were sent. */
export const applicationsOfCall: Supplement = {
  kind: 'call',
  show: async (request, call) => {
    const totals = sent.map((state) => request.perform(listSent, { call, state: [state], limit: 1 }))
    const found = await Promise.all(totals).catch(unlessRefused)
    if (!found) return undefined
    const counts = Object.fromEntries(sent.map((state, i) => [state, found[i]?.total ?? 0]))
    return {
      id: 'applications',
      label: pageText[request.language].office.list,
      body: countsSaid(applicationMachine.states, counts, request.language),
    }
  },
}
