import type { DraftKind } from '../../kernel/draft.ts'
import type { PageRequest } from '../../kernel/page.ts'
import type { FieldError } from '../../ui/index.ts'
import { type Before, type Draft, draftFor } from '../drafts/index.ts'
import { holds } from '../people/index.ts'
import { type Talked, talkOn } from '../talk/index.ts'
import { type ReadApplication, type ReadMoney, readApplication, readMoney } from './application-actions.ts'
import { candidates } from './assign-actions.ts'
import { assignDraft, checkDraft, jointDraft, reasonDrafts, releaseDraft, sheetDraft } from './drafts.ts'
import { checkFields, jointFields, sheetFields } from './form-fields.ts'
import type { Seen } from './looking.ts'
import type { Candidate } from './office-view.tsx'
import { type AssessmentEvent, assessmentMachine } from './rules.ts'

/** Which of the page's forms came back with something wrong. */
export type Wrong = { form: string; errors: readonly FieldError[] }

/** What a page of an assessment shows beside it: the forms that its reader may fill in, and the talk. */
export type Gathered = {
  sheet?: Draft
  joint?: Draft
  checks?: Draft
  assign?: Draft
  release?: Draft
  reasons: Partial<Record<keyof typeof reasonDrafts, Draft>>
  candidates: readonly Candidate[]
  talked?: Talked | undefined
  /** What is judged, as assessors may read it. */
  application?: ReadApplication
  money?: ReadMoney | null
  /** The plain buttons that its reader may press. */
  buttons: readonly ('begin-check' | 'pass' | 'fail')[]
}

/** Whether the reader may cause an event, as far as office, state and standing say. */
function may({ actor }: Pick<PageRequest, 'actor'>, seen: Seen, event: AssessmentEvent): boolean {
  const { from, by } = assessmentMachine.events[event]
  if (!from.includes(seen.state) || seen.own !== 'free') return false
  const office = (['preparer', 'council-officer'] as const).filter((o) => by.includes(o))
  const assesses = by.includes('assessor') && seen.mine?.state === 'given'
  return assesses || holds(actor, office, seen.ecosystem)
}

export async function gather(request: PageRequest, seen: Seen): Promise<Gathered> {
  const { actor } = request
  const { application, template, mine, state, own, ecosystem } = seen
  const draft = (kind: DraftKind, before: Before) => draftFor(request, kind, application, before)
  const going = seen.applicationState !== 'withdrawn' && template !== null
  const events: Gathered['buttons'] = ['begin-check', 'pass', 'fail']
  const found: Gathered = {
    reasons: {},
    candidates: [],
    buttons: going ? events.filter((event) => may(request, seen, event)) : [],
  }
  const checks =
    going &&
    state === 'checking' &&
    own === 'free' &&
    holds(actor, ['preparer', 'council-officer'], ecosystem)
  if ((own === 'free' && mine) || checks) {
    found.application = await request.perform(readApplication, { application })
    found.money = await request.perform(readMoney, { application })
  }
  if (!going) return found
  if (own === 'free' && mine?.state === 'open' && state === 'scoring')
    found.sheet = await draft(sheetDraft, sheetFields(template, mine.scores))
  if (own === 'free' && mine?.state === 'given' && state === 'discussing')
    found.joint = await draft(jointDraft, jointFields(seen))
  if (own === 'free' && mine?.state === 'given' && seen.opened)
    found.talked = await talkOn(request, { kind: 'assessment', id: application })
  if (checks) found.checks = await draft(checkDraft, checkFields(seen))
  for (const [event, kind] of Object.entries(reasonDrafts))
    if (may(request, seen, event as AssessmentEvent))
      found.reasons[event as keyof typeof reasonDrafts] = await draft(kind, { reason: '' })
  if (holds(actor, ['coordinator', 'preparer'], ecosystem) && !seen.opened && state !== 'failed') {
    found.candidates = (await request.perform(candidates, { application })).items
    const people = found.candidates.filter((c) => c.proposed).map((c) => c.person)
    found.assign = await draft(assignDraft, { people, due: '' })
    if (seen.holders > 0) found.release = await draft(releaseDraft, { person: '', reason: '' })
  }
  return found
}
