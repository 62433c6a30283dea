import type { PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import { type FactItem, Facts } from '../../ui/index.ts'
import { answerText } from './answer-text.ts'
import type { PartnerView, ToldConsortium, ToldInvitation } from './answer-view.ts'
import { partnerMachine } from './rules.ts'
import { text } from './text.ts'

/** What the consortium is, to whoever is asked: the call, the aim, who is in. */
export function AskedFacts({
  view,
  invitation,
  request: { language, link },
}: {
  view: PartnerView
  invitation: ToldInvitation | undefined
  request: PageRequest
}) {
  const t = answerText[language]
  const { consortium: c, demands, others } = view
  const address = c.callCode ? link(`/calls/${c.callCode}`) : c.callAddress
  const call = c.callName ?? c.callCode
  const items: (FactItem | false)[] = [
    call !== null && { label: t.facts.call, value: address ? <a href={address}>{call}</a> : call },
    c.programme !== null && { label: t.facts.programme, value: c.programme },
    c.deadline !== null && { label: t.facts.deadline, value: formatInstant(c.deadline, language) },
    invitation?.answerBy != null && {
      label: t.facts.answerBy,
      value: formatDay(invitation.answerBy, language),
    },
    c.lead !== null && { label: t.facts.lead, value: c.lead.name },
    c.aim !== '' && { label: t.facts.aim, value: c.aim },
    demands.length > 0 && { label: t.facts.demands, value: demands.join(', ') },
    others.length > 0 && {
      label: t.facts.partners,
      value: (
        <ul class="cons-plain">
          {others.map(({ name, state, lead }) => (
            <li>
              {name}{' '}
              <span class="quiet">
                · {lead ? text[language].leads : partnerMachine.states[state][language].toLowerCase()}
              </span>
            </li>
          ))}
        </ul>
      ),
    },
  ]
  return <Facts items={items.filter((item): item is FactItem => item !== false)} language={language} />
}

/** The paragraphs of a text that people wrote. */
export const Paragraphs = ({ of }: { of: string }) => (
  <>
    {of.split(/\n{2,}/).map((p) => (
      <p class="cons-said">{p}</p>
    ))}
  </>
)

export const overOf = ({ ecosystem }: ToldConsortium, language: PageRequest['language']): string =>
  pick(ecosystem.name, language)?.text ?? ecosystem.key

export const Practice = ({ of, request: { language } }: { of: ToldConsortium; request: PageRequest }) =>
  of.exercise ? (
    <p class="exercise">
      <b>{text[language].exercise}</b> {text[language].exerciseSays}
    </p>
  ) : null
