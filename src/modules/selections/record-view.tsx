import type { Language } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Facts, Section, Table } from '../../ui/index.ts'
import { groundText } from '../conflicts/index.ts'
import type { SelectionRecord } from './record.ts'
import { recordText } from './record-text.ts'
import { writeScore } from './scores.ts'
import { euros, said } from './selection-frame.tsx'
import type { WeightStatementSaid } from './settings.ts'
import { text } from './text.ts'

type Props = { record: SelectionRecord; language: Language }

const shown = (number: string | undefined, language: Language): string =>
  language === 'en' ? (number ?? '') : (number ?? '').replace('.', ',')

/** A statement of the weights in words, with the names of the record's criteria. */
function sentence(s: WeightStatementSaid, { record, language }: Props): string {
  const t = recordText[language]
  const name = (id: string) => {
    const found = record.settings.criteria.find((c) => c.id === id)
    return found ? said(found.name, language) : id
  }
  const n = (number: string | undefined) => shown(number, language)
  switch (s.kind) {
    case 'atLeast':
      return t.atLeast(name(s.a), name(s.b))
    case 'bounds':
      return t.bounds(name(s.criterion), n(s.min ?? '0'), n(s.max ?? '1'))
    case 'ratio':
      return t.ratio(name(s.a), name(s.b), n(s.min ?? '0'), s.max === undefined ? '∞' : n(s.max))
    case 'rank':
      return t.rank(s.order.map(name).join(', '))
  }
}

/** The record as minutes are read: what was chosen and why first, what it rests on after. */
export function RecordView(props: Props) {
  return (
    <>
      <Chosen {...props} />
      <Present {...props} />
      <Basis {...props} />
      <Computed {...props} />
    </>
  )
}

function Chosen({ record, language }: Props) {
  const t = recordText[language]
  const { chosen, candidates, settings, result } = record
  const taken = candidates.filter((c) => chosen.candidates.includes(c.code))
  const standing =
    chosen.nonDominated === null
      ? t.unknown
      : chosen.nonDominated
        ? t.best
        : t.dominated(shown(chosen.loss ?? '', language))
  const behind = chosen.nonDominated === true && chosen.loss !== null && chosen.loss !== '0.00'
  return (
    <Section title={t.chosen}>
      <Table
        caption={t.chosen}
        language={language}
        cards
        rows={taken}
        columns={[
          { label: t.code, class: 'num', cell: (c) => c.code, foot: '' },
          {
            label: t.project,
            heading: true,
            phone: 'wide',
            cell: (c) => said(c.title, language),
            foot: t.total,
          },
          ...settings.budgets.map((b) => ({
            label: said(b.name, language),
            unit: '€',
            numeric: true,
            phone: 'labelled' as const,
            cell: (c: (typeof taken)[number]) => euros(c.costs[b.id] ?? '0', language),
            foot: euros(chosen.costs[b.id] ?? '0', language),
          })),
          {
            label: t.core,
            numeric: true,
            phone: 'labelled',
            cell: (c) => shown(Number(result?.core[c.code]?.index ?? 0).toFixed(2), language),
            foot: '',
          },
        ]}
      />
      <p>
        {standing} {behind && t.loss(shown(chosen.loss ?? '', language))}
      </p>
      <h3>{t.reasons}</h3>
      <p class="pre">{chosen.reasons}</p>
    </Section>
  )
}

const clock = (at: string | null, language: Language): string =>
  at === null
    ? ''
    : (formatInstant(new Date(at), language)
        .split(/ klo | kl\. |, /)
        .at(-1) ?? '')

function Present({ record, language }: Props) {
  const [t, m] = [recordText[language], text[language]]
  return (
    <Section title={t.present}>
      <ul>
        {record.members.map(({ name, role, came, left }) => (
          <li>
            {name}, {m.roles[role].toLowerCase()},{' '}
            {came === null ? t.absent : t.from(clock(came, language), clock(left, language))}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What the meeting knew and said: weights, money, rules, forces, conflicts, votes. */
function Basis(props: Props) {
  const { record, language } = props
  const t = recordText[language]
  const { settings, statements, forces, recusals, votes, members, chosen } = record
  const own = members.filter((m) => m.weights.length > 0)
  return (
    <Section title={t.basis}>
      <h3>{t.weights}</h3>
      {statements.length === 0 && <p>{t.noWeights}</p>}
      <ul>
        {statements.map((s) => (
          <li>
            {t.said(sentence(s.said, props), s.by)} {s.reason && t.because(s.reason)}
          </li>
        ))}
      </ul>
      <Table
        caption={t.budgets}
        showCaption
        language={language}
        rows={settings.budgets}
        columns={[
          { label: t.budgets, heading: true, cell: (b) => said(b.name, language) },
          { label: t.limit, numeric: true, cell: (b) => euros(b.limit, language) },
          { label: t.used, numeric: true, cell: (b) => euros(chosen.costs[b.id] ?? '0', language) },
        ]}
      />
      <Listed
        title={t.rules}
        items={[...settings.rules, ...settings.synergies].map(
          (r) => `${said(r.name, language)}${r.off ? ` (${t.off})` : ''}`,
        )}
      />
      <Listed
        title={t.forces}
        items={forces.map((f) => `${t.said(`${f.candidate} ${t[f.way]}`, f.by)} ${t.because(f.reason)}`)}
      />
      <Listed
        title={t.recusals}
        items={recusals.map(
          (r) => `${r.candidate}: ${r.name}, ${groundText((r.ground ?? 7) as 7, language)}`,
        )}
      />
      <Listed
        title={t.votes}
        items={votes.map(
          (v) =>
            `${v.question} ${v.options
              .map((o) => t.ballots(o.name, v.ballots.filter((b) => b.option === o.id).length))
              .join(', ')}`,
        )}
      />
      <Listed
        title={t.individual}
        items={own.map((m) => `${m.name}: ${m.weights.map((w) => sentence(w.said, props)).join(' ')}`)}
      />
    </Section>
  )
}

/** A list under its heading; nothing where there is nothing. */
function Listed({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </>
  )
}

function Computed({ record, language }: Props) {
  const t = recordText[language]
  const { result, candidates, settings } = record
  if (!result) return null
  return (
    <Section title={t.result}>
      <p>{result.status === 'exact' ? t.exact(result.count) : t.bounded(result.count)}</p>
      <Facts
        language={language}
        items={[
          ...(result.digest
            ? [{ label: t.digest, value: <code class="selection-hash">{result.digest}</code> }]
            : []),
          { label: t.engine, value: record.engine },
        ]}
      />
      <h3>{t.all}</h3>
      <Table
        caption={t.all}
        language={language}
        cards
        density="tight"
        rows={candidates}
        columns={[
          { label: t.code, class: 'num', cell: (c) => c.code },
          {
            label: t.project,
            heading: true,
            phone: 'wide',
            cell: (c) => (
              <>
                {said(c.title, language)}
                <span class="sub">{[c.lead, c.source].filter(Boolean).join(' · ')}</span>
              </>
            ),
          },
          ...settings.criteria.map((k) => ({
            label: said(k.name, language),
            numeric: true,
            phone: 'labelled' as const,
            cell: (c: (typeof candidates)[number]) => {
              const score = c.scores[k.id]
              return score ? writeScore(score, language !== 'en') : ''
            },
          })),
          {
            label: t.core,
            numeric: true,
            phone: 'labelled',
            cell: (c) => shown(Number(result.core[c.code]?.index ?? 0).toFixed(2), language),
          },
          {
            label: t.result,
            quiet: true,
            class: 'selection-class',
            cell: (c) => t.classes[result.core[c.code]?.class ?? 'no'],
          },
        ]}
      />
    </Section>
  )
}
