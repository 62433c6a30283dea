import type { Supplement } from '../../kernel/page.ts'
import { isAmong } from '../../kernel/rule.ts'
import { unlessRefused } from '../../kernel/supplement.ts'
import { Facts, LinkList, Section } from '../../ui/index.ts'
import { projectPath } from '../projects/index.ts'
import { agendaText } from './agenda-text.ts'
import { StateTag } from './decision-view.tsx'
import { halfOf, pathOf } from './head.ts'
import { letterKeepers } from './letter-actions.ts'
import { letterText } from './letter-text.ts'
import { meetingMachine } from './meeting-rules.ts'
import { readFunding } from './project-funding.ts'
import { FundingView } from './project-funding-view.tsx'
import { projectText } from './project-text.ts'
import { readDecision } from './reading.ts'
import { text } from './text.ts'

/** What a project has its money by. */
export const fundingOfProject: Supplement = {
  kind: 'project',
  show: async (request, project) => {
    const found = await request.perform(readFunding, { project }).catch(unlessRefused)
    if (!found || found.items.length === 0) return undefined
    return {
      id: 'funding',
      label: projectText[request.language].title,
      ...(found.items.length > 1 && { count: found.items.length }),
      body: <FundingView items={found.items} request={request} />,
    }
  },
}

/** Where its decisions are made: for those who keep its meetings and write its letters. */
export const decidingInEcosystem: Supplement = {
  kind: 'ecosystem',
  show: async ({ actor, language, link, params }, ecosystem) => {
    const keeps = isAmong(meetingMachine.events.call.by, actor, ecosystem)
    if (!keeps || !params.key) return undefined
    const writes = isAmong(letterKeepers, actor, ecosystem)
    const path = `/ecosystems/${params.key}`
    return {
      id: 'deciding',
      label: text[language].deciding,
      body: (
        <Section title={text[language].deciding} id="deciding">
          <LinkList
            items={[
              { href: link('/meetings'), label: text[language].meetings },
              { href: link(`${path}/organs`), label: agendaText[language].organsTitle },
              ...(writes ? [{ href: link(`${path}/letters`), label: letterText[language].templates }] : []),
            ]}
          />
        </Section>
      ),
    }
  },
}

/** What was decided of an application, and the project that it is in. */
export const decisionOfApplication: Supplement = {
  kind: 'application',
  show: async (request, application) => {
    const found = await request.perform(readDecision, { decision: application }).catch(unlessRefused)
    if (!found || found.sight === 'kept-out' || found.head.decision === null) return undefined
    const { head, project } = found
    const { language, link } = request
    const [t, p] = [text[language], projectText[language]]
    const legal = halfOf(head, 'legal')
    return {
      id: 'decision',
      label: p.onApplication,
      body: (
        <Section title={p.onApplication} id="decision">
          <Facts
            language={language}
            items={[
              {
                label: p.state,
                value: (
                  <>
                    <StateTag state={head.state} language={language} />{' '}
                    <a href={link(pathOf(head))}>{p.decision}</a>
                  </>
                ),
              },
              ...(legal ? [{ label: p.outcome, value: legal.outcome === 'yes' ? t.yes : t.no }] : []),
              ...(project
                ? [
                    {
                      label: p.becameProject,
                      value: <a href={link(projectPath(project))}>{project.title}</a>,
                    },
                  ]
                : []),
            ]}
          />
        </Section>
      ),
    }
  },
}
