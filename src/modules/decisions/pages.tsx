import { deedsAt, type Page, type PageAnswer, type PageRequest } from '../../kernel/page.ts'
import { Talk, talkOn } from '../talk/index.ts'
import { publishDecision } from './actions.ts'
import { DecisionPage } from './decision-view.tsx'
import { figuresPages } from './figures.tsx'
import { formPages } from './form-pages.tsx'
import { crumbsOf } from './frame.ts'
import { groupPages } from './group-pages.tsx'
import { halfOf, numberOf } from './head.ts'
import { letterPages } from './letter-pages.tsx'
import { listPages } from './list-pages.tsx'
import { manyPages } from './many-pages.tsx'
import { meetingPages } from './meeting-pages.tsx'
import { readDecision } from './reading.ts'
import { registerPages } from './register.tsx'
import { signaturePages } from './signature-page.tsx'
import { text } from './text.ts'

async function decisionPage(request: PageRequest): Promise<PageAnswer> {
  const view = await request.perform(readDecision, { decision: request.params.id })
  const { head, sight } = view
  const talked =
    sight === 'whole' ? await talkOn(request, { kind: 'decision', id: head.application }) : undefined
  const granted = halfOf(head, 'legal')?.outcome === 'yes'
  return {
    as: 'page',
    title: `${text[request.language].one(numberOf(head))}: ${head.title}`,
    nav: 'calls',
    ...((sight !== 'public' || !granted || head.call.exercise) && { robots: 'noindex' as const }),
    crumbs: crumbsOf(request, head, undefined, sight),
    body: (
      <>
        <DecisionPage view={view} request={request} />
        {talked && <Talk talked={talked} request={request} />}
      </>
    ),
  }
}

const deed = deedsAt('/decisions')

export const pages: readonly Page[] = [
  ...listPages,
  ...manyPages,
  { method: 'GET', path: '/decisions/{id}', run: decisionPage },
  deed('publish', (request, id) => request.perform(publishDecision, { decision: id })),
  ...formPages,
  ...groupPages,
  ...signaturePages,
  ...meetingPages,
  ...letterPages,
  ...registerPages,
  ...figuresPages,
]
