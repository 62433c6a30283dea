import type { Supplement } from '../../kernel/page.ts'
import { unlessRefused } from '../../kernel/supplement.ts'
import { formatDay } from '../../kernel/time.ts'
import { LinkList, Section } from '../../ui/index.ts'
import { listPath } from './list-pages.tsx'
import { reportPath } from './news.ts'
import { listReports, reportsOnProject } from './read-actions.ts'
import { periodSaid } from './report-view.tsx'
import { reportMachine } from './rules.ts'
import { text } from './text.ts'

/** The reports of a project on its page, for those who see them. */
export const reportsOfProjectPage: Supplement = {
  kind: 'project',
  show: async (request, project) => {
    const { language, link } = request
    const { items } = await request.perform(reportsOnProject, { project })
    if (items.length === 0) return undefined
    const t = text[language]
    return {
      id: 'reports',
      label: t.onProject,
      count: items.length,
      body: (
        <Section title={t.onProject} id="reports">
          <LinkList
            items={items.map((report) => ({
              href: link(reportPath(report.id)),
              label: t.reportOf(periodSaid(report, language)),
              note: `${reportMachine.states[report.state][language]}, ${t.dueOn(formatDay(report.dueOn, language))}`,
            }))}
          />
        </Section>
      ),
    }
  },
}

/** The way from an ecosystem's page to the reports of its projects. */
export const reportsOfEcosystemPage: Supplement = {
  kind: 'ecosystem',
  show: async (request) => {
    const { language, link, params, actor } = request
    if (!params.key || actor.kind !== 'person') return undefined
    const found = await request.perform(listReports, { key: params.key }).catch(unlessRefused)
    if (!found || (found.items.length === 0 && !found.settles)) return undefined
    const t = text[language]
    const counts = (['sent', 'open', 'returned', 'approved'] as const)
      .map((state) => ({ state, n: found.items.filter((one) => one.state === state).length }))
      .filter(({ n }) => n > 0)
      .map(({ state, n }) => `${reportMachine.states[state][language]} ${n}`)
    return {
      id: 'reports',
      label: t.title,
      ...(found.items.length > 0 && { count: found.items.length }),
      body: (
        <Section title={t.title} id="reports">
          <LinkList
            items={[
              {
                href: link(listPath(params.key)),
                label: t.openList,
                note: counts.join(' · ') || t.notSettled,
              },
            ]}
          />
        </Section>
      ),
    }
  },
}
