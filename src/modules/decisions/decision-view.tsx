import { pointsText } from '../../engine/assessment/index.ts'
import type { Machine } from '../../kernel/machine.ts'
import { decimalOf } from '../../kernel/money.ts'
import type { PageRequest } from '../../kernel/page.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import { Alert, Facts, PageHead, Scroll, Section, StateChart, Table, Tag } from '../../ui/index.ts'
import { GateView, StandingTag } from '../conflicts/index.ts'
import { officeNames } from '../people/index.ts'
import { DecisionAside } from './decision-aside.tsx'
import { type Half, type Head, halfOf, numberOf, outcomeIn, pathOf } from './head.ts'
import { euros, rateText } from './money.ts'
import type { DecisionView } from './reading.ts'
import { type DecisionEvent, type DecisionState, decisionMachine, decisionStates } from './rules.ts'
import { isOutside } from './sight.ts'
import { sumsOf } from './terms.ts'
import { text } from './text.ts'
import { chartText, trailText } from './trail-text.ts'

type Shown = Pick<PageRequest, 'language' | 'link'>

const formOf: Partial<Record<DecisionEvent, string>> = {
  propose: 'proposal',
  select: 'selection',
  decide: 'decision',
}

export function DecisionPage({ view, request }: { view: DecisionView; request: Shown }) {
  const { head, sight, standing, may } = view
  const { language, link } = request
  const t = text[language]
  const here = pathOf(head)
  return (
    <>
      <PageHead
        over={
          <>
            <span class="num">{numberOf(head)}</span> ·{' '}
            <a href={link(`/calls/${head.call.code}`)}>{pick(head.call.title, language)?.text}</a>
          </>
        }
        title={<span lang={head.language === language ? undefined : head.language}>{head.title}</span>}
        state={
          <>
            <StateTag state={head.state} language={language} />
            {sight === 'whole' && <OutcomeWords head={head} language={language} />}
            {standing && sight === 'whole' && <StandingTag is={standing} language={language} />}
          </>
        }
        actions={
          may.length > 0 &&
          may.map((event, i) =>
            event === 'publish' ? (
              <form method="post" action={link(`${here}/publish`)}>
                <button class="btn main" type="submit">
                  {decisionMachine.events.publish.says[language]}
                </button>
              </form>
            ) : (
              <a class={i === 0 ? 'btn main' : 'btn'} href={link(`${here}/${formOf[event] ?? event}`)}>
                {decisionMachine.events[event].says[language]}
              </a>
            ),
          )
        }
      />
      {head.call.exercise && <Alert tone="warm" title={t.exercise} />}
      <Closed view={view} request={request} />
      {!isOutside(sight) && <States view={view} request={request} />}
      <div class="with-aside">
        <div>
          {sight === 'whole' && <Proposal head={head} request={request} />}
          {sight !== 'kept-out' && (
            <div class="halves">
              {sight === 'whole' && (
                <HalfView half={halfOf(head, 'selection')} title={t.city} head={head} request={request} />
              )}
              <HalfView half={halfOf(head, 'legal')} title={t.council} head={head} request={request} />
            </div>
          )}
          {sight === 'whole' && <Trail view={view} request={request} />}
          {!isOutside(sight) && <Chart head={head} request={request} />}
        </div>
        <DecisionAside view={view} request={request} />
      </div>
    </>
  )
}

/** How it came to be is closed to who handles it and is not free: why, and who applies, so that one can say. */
function Closed({ view: { head, gate, sight }, request }: { view: DecisionView; request: Shown }) {
  if (!gate || (isOutside(sight) && gate.is === 'barred')) return null
  return (
    <>
      <GateView gate={gate} application={head.application} call={head.call.code} request={request} />
      {sight === 'kept-out' && (
        <Facts
          language={request.language}
          items={[
            { label: text[request.language].applicants, value: head.partners.map((p) => p.name).join(', ') },
          ]}
        />
      )}
    </>
  )
}

export function StateTag({ state, language }: { state: Head['state']; language: Language }) {
  const tone = state === 'published' || state === 'decided' ? 'ok' : 'on'
  return <Tag tone={tone}>{decisionMachine.states[state][language]}</Tag>
}

/** "Meets the criteria, 12.00 / 15.00 points" */
export function OutcomeWords({ head, language }: { head: Head; language: Language }) {
  const t = text[language]
  const outcome = outcomeIn(head)
  const points = 'points' in outcome ? outcome.points : undefined
  const decimal = (n: bigint) => (language === 'en' ? pointsText(n) : pointsText(n).replace('.', ','))
  return (
    <span>
      {t.outcomes[outcome.is]}
      {points && <span class="quiet num"> {t.points(decimal(points.got), decimal(points.most))}</span>}
    </span>
  )
}

/** The states in their order, with the day when each was last reached in this round. */
function States({ view: { head, trail }, request: { language } }: { view: DecisionView; request: Shown }) {
  const at = decisionStates.indexOf(head.state)
  return (
    <ol class="states">
      {decisionStates.map((state, i) => {
        const reached = i <= at && trail.findLast((e) => e.to === state && e.round === head.round)
        return (
          <li aria-current={i === at ? 'step' : undefined} class={i > at ? 'quiet' : undefined}>
            {decisionMachine.states[state][language]}
            {reached && <small>{formatInstant(reached.at, language)}</small>}
          </li>
        )
      })}
    </ol>
  )
}

/** What may happen to it now, and by whom. */
function Chart({ head, request: { language } }: { head: Head; request: Shown }) {
  const t = chartText[language]
  return (
    <Section title={t.title} id="course">
      <StateChart
        machine={decisionMachine satisfies Machine<DecisionState, DecisionEvent>}
        now={head.state}
        caption={t.caption}
        office={(who) => officeName(who, language)}
        words={t}
        language={language}
      />
    </Section>
  )
}

function Proposal({ head, request: { language } }: { head: Head; request: Shown }) {
  const t = text[language]
  const { proposal } = head
  return (
    <Section title={t.proposal} id="proposal">
      {proposal ? (
        <Facts
          language={language}
          items={[
            { label: t.outcome, value: proposal.outcome === 'yes' ? t.yes : t.no },
            ...(proposal.outcome === 'yes'
              ? [
                  { label: t.cost, value: euros(decimalOf(sumsOf(proposal).cost), language) },
                  { label: t.grant, value: euros(decimalOf(sumsOf(proposal).grant), language) },
                ]
              : []),
            { label: t.grounds, value: <Words said={proposal.grounds} language={head.language} /> },
            ...(proposal.conditions
              ? [
                  {
                    label: t.conditions,
                    value: <Words said={proposal.conditions} language={head.language} />,
                  },
                ]
              : []),
          ]}
        />
      ) : (
        <p class="quiet">{t.notYet}</p>
      )}
    </Section>
  )
}

export const Words = ({ said, language }: { said: string; language: string }) => (
  <span class="pre" lang={language}>
    {said}
  </span>
)

type HalfProps = { half: Half | undefined; title: string; head: Head; request: Shown }

/** One half as it was signed: what, why, how much, by whom, and the hash of all of it. */
function HalfView({ half, title, head, request: { language, link } }: HalfProps) {
  const t = text[language]
  const { starts, ends } = half?.content ?? {}
  return (
    <Section title={title} id={half?.part}>
      {half ? (
        <>
          <Facts
            language={language}
            items={[
              {
                label: t.outcome,
                value: (
                  <Tag tone={half.outcome === 'yes' ? 'ok' : 'plain'}>
                    {half.outcome === 'yes' ? t.yes : t.no}
                  </Tag>
                ),
              },
              ...(half.outcome === 'yes'
                ? [
                    {
                      label: t.grant,
                      value: `${euros(half.grant, language)} / ${euros(half.cost, language)} (${rateText(half.grant, half.cost, language)})`,
                    },
                  ]
                : []),
              ...(half.outcome === 'yes' && starts && ends
                ? [
                    { label: t.starts, value: formatDay(starts, language) },
                    { label: t.ends, value: formatDay(ends, language) },
                  ]
                : []),
              {
                label: t.grounds,
                // Why an application was refused is told to who applied.
                value: half.grounds ? (
                  <Words said={half.grounds} language={half.content.language} />
                ) : (
                  <span class="quiet">{t.groundsToApplicant}</span>
                ),
              },
              ...(half.conditions
                ? [
                    {
                      label: t.conditions,
                      value: <Words said={half.conditions} language={half.content.language} />,
                    },
                  ]
                : []),
              {
                label: t.signature,
                value: (
                  <>
                    {t.signedBy(half.by, officeName(half.office, language))}
                    <br />
                    <span class="num">{formatInstant(half.at, language)}</span>
                  </>
                ),
              },
              {
                label: t.hash,
                value: (
                  <>
                    <code class="hash">{half.hash}</code>{' '}
                    {half.grounds && <a href={link(`${pathOf(head)}/signature/${half.part}`)}>{t.verify}</a>}
                  </>
                ),
              },
            ]}
          />
          {half.outcome === 'yes' && (
            <Scroll label={`${title}: ${t.partners}`}>
              <ByPartner half={half} language={language} />
            </Scroll>
          )}
        </>
      ) : (
        <p class="quiet">{t.notYet}</p>
      )}
    </Section>
  )
}

export const officeName = (office: string, language: Language): string => {
  const names: Record<string, string> = officeNames[language]
  return names[office] ?? office
}

function ByPartner({ half, language }: { half: Half; language: Language }) {
  const t = text[language]
  return (
    <Table
      caption={t.partners}
      language={language}
      density="tight"
      rows={half.content.parties.filter((p) => p.grant !== null)}
      columns={[
        { label: t.partner, heading: true, cell: (p) => p.name, foot: t.sums },
        {
          label: t.accepted,
          numeric: true,
          cell: (p) => euros(p.cost, language),
          foot: euros(half.cost, language),
        },
        {
          label: t.grant,
          numeric: true,
          cell: (p) => euros(p.grant, language),
          foot: euros(half.grant, language),
        },
      ]}
    />
  )
}

/** Everything that happened, round by round, with what was signed before and counts no more. */
function Trail({ view: { trail, signed }, request: { language } }: { view: DecisionView; request: Shown }) {
  const t = text[language]
  const old = signed.filter((h) => h.voidAt !== null)
  return (
    <Section title={t.trail} id="trail">
      {trail.length === 0 && <p class="quiet">{t.notYet}</p>}
      <ol class="news">
        {trail.map((e) => (
          <li>
            <span class="over">
              {formatInstant(e.at, language)} · {t.round(e.round)}
            </span>
            {trailText[language][e.event]}, {e.by}
            {e.reason && (
              <>
                {': '}
                <span class="pre">{e.reason}</span>
              </>
            )}
            {e.hash && (
              <>
                {' '}
                <code class="hash">{e.hash.slice(0, 12)}…</code>
              </>
            )}
          </li>
        ))}
      </ol>
      {old.length > 0 && (
        <details>
          <summary>{t.earlier}</summary>
          <ul>
            {old.map((h) => (
              <li>
                {h.part === 'selection' ? t.city : t.council}, {t.round(h.round)}:{' '}
                {h.outcome === 'yes' ? `${t.yes}, ${euros(h.grant, language)}` : t.no}. {h.by},{' '}
                {formatInstant(h.at, language)}. {t.voided}. <code class="hash">{h.hash}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}
