import { centsOf, decimalOf } from '../../kernel/money.ts'
import type { PageRequest } from '../../kernel/page.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import { Facts, Section, Table } from '../../ui/index.ts'
import { fundName, objectiveName, programmeName } from '../codes/index.ts'
import type { ValueOfFrame } from '../ecosystems/index.ts'
import { kindName } from '../organisations/index.ts'
import type { Call } from './call.ts'
import { InTheirs, Long } from './said.tsx'
import { eurosIn, nameIn, percentIn } from './saying.ts'
import { text } from './text.ts'

type Props = { call: Call; request: PageRequest }

/** When applications are taken, and what happens after that. */
export function Timing({ call, request }: Props) {
  const { language } = request
  const t = text[language]
  const { twoSteps, timetable } = call.settings
  const at = (instant: Date | null) => (instant ? formatInstant(instant, language) : '–')
  return (
    <Section title={t.timing} id="timing" class="call-says">
      {twoSteps && <p>{t.twoSteps}</p>}
      <Facts
        items={[
          { label: t.opening, value: at(call.opensAt) },
          { label: twoSteps ? t.ideaDeadline : t.closing, value: at(call.closesAt) },
          ...(twoSteps ? [{ label: t.fullDeadline, value: at(call.fullClosesAt) }] : []),
          ...timetable.map((row) => ({
            label: formatDay(row.on, language),
            value: <InTheirs of={row.what} request={request} />,
          })),
        ]}
        language={language}
      />
    </Section>
  )
}

/** What decides whether one applies at all: how much there is, how much of the cost, for whom. */
export function InBrief({ call, request: { language } }: Props) {
  const t = text[language]
  const { moneyTotal, rates, mostGrant, leastGrant, mostMonths, leastPartners } = call.settings
  const shares = rates.map((r) => r.most).toSorted((a, b) => Number(a) - Number(b))
  const ends = [...new Set([shares[0], shares.at(-1)])].filter((share) => share !== undefined)
  const euros = (amount: string) => `${eurosIn(amount, language)} €`
  return (
    <section>
      <h2>{t.inBrief}</h2>
      <Facts
        items={[
          ...(moneyTotal ? [{ label: t.money, value: euros(moneyTotal) }] : []),
          ...(ends.length > 0
            ? [{ label: t.rate, value: ends.map((share) => percentIn(share, language)).join(' – ') }]
            : []),
          ...(leastGrant || mostGrant
            ? [
                {
                  label: t.grantBetween,
                  value: [leastGrant, mostGrant].map((of) => (of ? euros(of) : '')).join(' – '),
                },
              ]
            : []),
          ...(mostMonths ? [{ label: t.duration, value: t.months(mostMonths) }] : []),
          ...(leastPartners > 1 ? [{ label: t.partnersLeast, value: String(leastPartners) }] : []),
        ]}
        language={language}
      />
    </section>
  )
}

/** Euros by year and fund with their sum, and the limits of one grant. */
export function Money({ call, request }: Props) {
  const { language } = request
  const t = text[language]
  const { money, moneyTotal, leastGrant, mostGrant, mostMonths } = call.settings
  const sum = decimalOf(money.reduce((all, m) => all + centsOf(m.amount), 0n))
  const euros = (amount: string) => eurosIn(amount, language)
  const limits = [leastGrant && t.atLeast(euros(leastGrant)), mostGrant && t.atMost(euros(mostGrant))]
  const facts = [
    ...(moneyTotal && money.length === 0 ? [{ label: t.money, value: `${euros(moneyTotal)} €` }] : []),
    ...(leastGrant || mostGrant ? [{ label: t.grantBetween, value: limits.filter(Boolean).join(', ') }] : []),
    ...(mostMonths ? [{ label: t.duration, value: t.months(mostMonths) }] : []),
  ]
  if (money.length === 0 && facts.length === 0) return null
  return (
    <Section title={t.moneyTitle} id="money" class="call-says">
      {money.length > 0 && (
        <Table
          caption={t.moneyTitle}
          columns={[
            { label: t.year, heading: true, cell: (m) => m.year ?? t.wholeCall, foot: t.total },
            { label: t.fund, cell: (m) => fundName(m.fund, language) },
            { label: t.amount, numeric: true, cell: (m) => euros(m.amount), foot: euros(sum) },
          ]}
          rows={money}
          language={language}
        />
      )}
      {facts.length > 0 && <Facts items={facts} language={language} />}
    </Section>
  )
}

/** Who may apply, in what company. */
export function Who({ call, request }: Props) {
  const { language } = request
  const t = text[language]
  const { applicants, applicantsText, roles, leastPartners } = call.settings
  return (
    <Section title={t.who} id="who" class="call-says">
      {applicants.length > 0 && (
        <>
          <p>{t.whoKinds}:</p>
          <ul>
            {applicants.map((kind) => (
              <li>{kindName(kind, language)}</li>
            ))}
          </ul>
        </>
      )}
      {Object.keys(applicantsText).length > 0 && <Long of={applicantsText} request={request} />}
      {leastPartners > 1 && <p>{t.partners(leastPartners)}</p>}
      {roles.length > 0 && (
        <>
          <p>{t.roles}:</p>
          <ul>
            {roles.map(({ role, least }) => (
              <li>
                <InTheirs of={role} request={request} />
                {least > 0 && <span class="quiet"> ({t.roleLeast(least)})</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

/** To which programme, objectives and priorities the call belongs. */
export function Frame({ call, frame, request }: Props & { frame: readonly ValueOfFrame[] }) {
  const { language } = request
  const t = text[language]
  const { programme, objectives: chosen, frame: values } = call.settings
  const nameOfValue = ({ dimension, code }: { dimension: string; code: string }) =>
    nameIn(frame.find((f) => f.value === `${dimension}/${code}`)?.name ?? {}, language, code)
  const nameOfDimension = (dimension: string) =>
    nameIn(frame.find((f) => f.value.startsWith(`${dimension}/`))?.dimension ?? {}, language, t.priorities)
  if (!programme && chosen.length === 0 && values.length === 0) return null
  return (
    <Section title={t.frame} id="frame" class="call-says">
      <Facts
        items={[
          ...(programme ? [{ label: t.programme, value: programmeName(programme, language) }] : []),
          ...(chosen.length > 0
            ? [{ label: t.objectives, value: <Listed of={chosen.map((c) => objectiveName(c, language))} /> }]
            : []),
          ...[...new Set(values.map((v) => v.dimension))].map((dimension) => ({
            label: nameOfDimension(dimension),
            value: <Listed of={values.filter((v) => v.dimension === dimension).map(nameOfValue)} />,
          })),
        ]}
        language={language}
      />
    </Section>
  )
}

const Listed = ({ of }: { of: readonly string[] }) => (
  <ul class="plain">
    {of.map((item) => (
      <li>{item}</li>
    ))}
  </ul>
)
