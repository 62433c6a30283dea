import type { Supplement } from '../../kernel/page.ts'
import { unlessRefused } from '../../kernel/supplement.ts'
import { formatCount } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { type FactItem, Facts, LinkList, Section, Tag } from '../../ui/index.ts'
import { formatExactDecimal, indicatorPath } from '../indicators/index.ts'
import { listText } from './list-text.ts'
import { partsOf } from './packet-content.ts'
import { followupPath, listPath } from './paths.ts'
import { followupOfProject, listFollowed, type ToldFollowup } from './read-actions.ts'
import { levels } from './rules.ts'
import { text } from './text.ts'
import { euros, FiguresView, StateTag } from './views.tsx'

type Request = Parameters<Supplement['show']>[0]

/** How a project goes, on its page: its indicators and public deliverables for all, the rest for those who see it. */
export const followupOfProjectPage: Supplement = {
  kind: 'project',
  show: async (request, project) => {
    const { language, link } = request
    const { found } = await request.perform(followupOfProject, { project })
    if (!found || (!found.whole && found.deliverables.length === 0 && found.figures.length === 0))
      return undefined
    const { whole, deliverables, figures } = found
    const t = text[language]
    return {
      id: 'followup',
      label: t.title,
      body: (
        <Section
          title={t.title}
          id="followup"
          note={whole && <a href={link(followupPath(project))}>{t.open}</a>}
        >
          {whole && <Facts items={standingFacts(whole, request)} language={language} />}
          {figures.length > 0 && (
            <FiguresView
              rows={figures}
              language={language}
              hrefOf={(code) => {
                const one = figures.find((figure) => figure.code === code)
                return whole && one ? link(indicatorPath(whole.followed.ecosystemKey, one.id)) : undefined
              }}
            />
          )}
          {!whole && deliverables.length > 0 && (
            <>
              <h3>{t.deliverables}</h3>
              <LinkList
                items={deliverables.flatMap(({ content: { title, url, form, due, reached } }) =>
                  url
                    ? [
                        {
                          href: url,
                          label: title,
                          over: t.forms[form ?? 'other'],
                          note: formatDay(reached ?? due!, language),
                        },
                      ]
                    : [],
                )}
              />
            </>
          )}
        </Section>
      ),
    }
  },
}

/** Milestones by state, open risks by level, use of the budget: one line each, with the way on. */
function standingFacts(told: ToldFollowup, { language, link, now }: Request): FactItem[] {
  const t = text[language]
  const { milestones, risks, budget } = partsOf(told, dayIn(now), dayIn)
  const at = (part: string) => link(`${followupPath(told.followed.project)}#${part}`)
  const states = (['late', 'planned', 'reached', 'dropped'] as const)
    .map((state) => ({ state, count: milestones.filter((one) => one.state === state).length }))
    .filter(({ count }) => count > 0)
  const open = risks.filter(({ risk }) => risk !== 'closed')
  const byLevel = levels
    .map((level) => ({ level, count: open.filter((one) => one.level === level).length }))
    .filter(({ count }) => count > 0)
  return [
    {
      label: t.milestones,
      value:
        states.length === 0 ? (
          <a href={at('milestones')}>{t.none.milestone}</a>
        ) : (
          <span class="fol-tags">
            {states.map(({ state, count }) => (
              <a href={at('milestones')}>
                <StateTag state={state}>
                  {t.milestoneStates[state]} {formatCount(count, language)}
                </StateTag>
              </a>
            ))}
          </span>
        ),
    },
    {
      label: t.risks,
      value:
        byLevel.length === 0 ? (
          <a href={at('risks')}>{t.none.risk}</a>
        ) : (
          <span class="fol-tags">
            {byLevel.map(({ level, count }) => (
              <a href={at('risks')}>
                <Tag tone={level === 'high' ? 'bad' : level === 'medium' ? 'warm' : 'plain'}>
                  {t.levels[level]} {formatCount(count, language)}
                </Tag>
              </a>
            ))}
          </span>
        ),
    },
    {
      label: t.budget,
      value: (
        <a href={at('budget')}>
          {euros(budget.all.used, language)} / {euros(budget.all.planned, language)}
          {budget.all.share !== null && `, ${formatExactDecimal(budget.all.share, language)}\u00a0%`}
          {budget.all.over && ` (${t.over.toLowerCase()})`}
        </a>
      ),
    },
  ]
}

/** The way from an ecosystem's page to its followed projects. */
export const followupOfEcosystemPage: Supplement = {
  kind: 'ecosystem',
  show: async (request) => {
    const { language, link, params, actor } = request
    if (!params.key || actor.kind !== 'person') return undefined
    const found = await request.perform(listFollowed, { key: params.key }).catch(unlessRefused)
    if (!found || (found.items.length === 0 && !found.begins)) return undefined
    const t = listText[language]
    const { items } = found
    const sum = (of: (one: (typeof items)[number]) => number) => items.reduce((n, one) => n + of(one), 0)
    const said = [
      [t.views.late, sum((one) => one.lateMilestones + one.lateDeliverables)],
      [t.views['risk-high'], sum((one) => one.risks.high)],
      [t.views.waiting, sum((one) => one.waiting)],
    ] as const
    return {
      id: 'followup',
      label: t.ofEcosystem,
      ...(found.items.length > 0 && { count: found.items.length }),
      body: (
        <Section title={t.ofEcosystem} id="followup">
          <LinkList
            items={[
              {
                href: link(listPath(params.key)),
                label: t.openList,
                note: said
                  .filter(([, count]) => count > 0)
                  .map(([label, count]) => `${label} ${formatCount(count, language)}`)
                  .join(' · '),
              },
            ]}
          />
        </Section>
      ),
    }
  },
}
