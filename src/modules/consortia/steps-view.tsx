import { formatCount } from '../../kernel/text.ts'
import { Section, Tag } from '../../ui/index.ts'
import type { ViewProps } from './cover-view.tsx'
import { letterText } from './letter-text.ts'
import { pathOf } from './rights.ts'
import { isIn, type Step, stepStates, steps } from './rules.ts'
import { text } from './text.ts'

const tones = { done: 'ok', begun: 'warm', waiting: 'plain' } as const

/** What there is to do before the deadline, and how far each is. */
export function Steps({ kept, cover, request: { language, link } }: ViewProps) {
  const t = text[language]
  const { consortium } = kept
  const partners = kept.partners.filter((p) => isIn(p.state))
  // The lead signs no letter to itself.
  const signing = partners.filter((p) => p.organisation === null || p.organisation !== consortium.lead?.id)
  const now = {
    lead: consortium.lead !== null,
    demands: cover.rows.length,
    shown: cover.rows.filter(({ state }) => state === 'met').length,
    missing: cover.rows.filter(({ state }) => state === 'missing' || state === 'partly').length,
    partners: signing.length,
    committed: signing.filter((p) => p.signed).length,
    priced: signing.filter((p) => p.share !== null).length,
    applied: consortium.state === 'applied',
  }
  const states = stepStates(now)
  const n = (count: number) => formatCount(count, language)
  const says: Record<Step, string> = {
    lead: consortium.lead?.name ?? '',
    demands: t.stepSays.demands(n(now.demands)),
    evidence: t.stepSays.evidence(n(now.shown), n(now.demands)),
    roles: now.missing > 0 ? t.stepSays.roles(n(now.missing)) : '',
    letters: letterText[language].count(n(now.committed), n(now.partners)),
    budget: t.stepSays.budget(n(now.priced), n(now.partners)),
    text: '',
  }
  const home = link(pathOf(consortium.id))
  const where: Partial<Record<Step, string>> = {
    lead: `${home}/edit`,
    demands: `${home}/demands`,
    evidence: '#matrix',
    roles: '#next',
    letters: '#partners',
    budget: '#partners',
    text: `${home}/apply`,
  }
  const done = steps.filter((step) => states[step] === 'done').length
  return (
    <Section title={t.toDeadline} id="steps" note={t.doneOf(n(done), n(steps.length))}>
      <ul class="cons-steps">
        {steps.map((step) => (
          <li>
            {where[step] && (kept.may.gather || where[step].startsWith('#') || step === 'demands') ? (
              <a href={where[step]}>{t.steps[step]}</a>
            ) : (
              <span>{t.steps[step]}</span>
            )}
            <span class="cons-how">
              <span class="quiet">{says[step]}</span>{' '}
              <Tag tone={tones[states[step]]}>{t.stepStates[states[step]]}</Tag>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
