import type { Language } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Section, StateChart, Table, Tag } from '../../ui/index.ts'
import { officeNames } from '../people/index.ts'
import { lifeText } from './life-text.ts'
import { type AssessmentState, assessmentMachine } from './rules.ts'
import type { Seal } from './seal.ts'
import { text } from './text.ts'

/** The states drawn from the machine, folded: where it is now, and who can move it. */
export function LifeView({ now, language }: { now?: AssessmentState; language: Language }) {
  const t = lifeText[language]
  return (
    <Section title={t.life} id="life">
      <details>
        <summary>{t.lifeCaption}</summary>
        <StateChart
          machine={assessmentMachine}
          now={now}
          caption={t.lifeCaption}
          office={(who) =>
            who === 'system' ? t.product : ((officeNames[language] as Record<string, string>)[who] ?? who)
          }
          words={t}
          language={language}
        />
      </details>
    </Section>
  )
}

/** Each giving with its hash, computed anew. */
export function SealsView({ seals, language }: { seals: readonly Seal[]; language: Language }) {
  if (seals.length === 0) return null
  const t = lifeText[language]
  return (
    <Section title={t.seals} id="seals">
      <p class="note">{t.sealsLead}</p>
      <Table<Seal>
        caption={t.seals}
        cards
        language={language}
        rows={seals}
        columns={[
          { label: text[language].assessor, heading: true, cell: (s) => s.name },
          { label: text[language].when, phone: 'labelled', cell: (s) => formatInstant(s.at, language) },
          { label: t.version, numeric: true, phone: 'labelled', cell: (s) => String(s.version) },
          {
            label: t.sealed,
            cell: (s) => (
              <Tag tone={s.holds ? 'ok' : 'bad'} sign={s.holds ? 'done' : 'stopped'}>
                {s.holds ? t.holds : t.broken}
              </Tag>
            ),
          },
          {
            label: t.seal,
            phone: 'wide',
            cell: (s) => <code title={s.hash}>{s.hash.slice(0, 16)}…</code>,
          },
        ]}
      />
    </Section>
  )
}
