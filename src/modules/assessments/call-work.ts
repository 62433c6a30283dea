import { countsSaid } from '../../kernel/machine.ts'
import type { Supplement } from '../../kernel/page.ts'
import { unlessRefused } from '../../kernel/supplement.ts'
import { listText } from './list-text.ts'
import { listAssessments } from './read-actions.ts'
import { assessmentMachine } from './rules.ts'

/** On the office's page of a call: how far its assessments are. */
export const assessmentsOfCall: Supplement = {
  kind: 'call',
  show: async (request, call) => {
    const found = await request.perform(listAssessments, { call, limit: 1 }).catch(unlessRefused)
    if (!found) return undefined
    return {
      id: 'assessment',
      label: listText[request.language].title,
      body: countsSaid(assessmentMachine.states, found.counts, request.language),
    }
  },
}
