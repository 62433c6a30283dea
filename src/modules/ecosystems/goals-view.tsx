import { Ref, Section, Table } from '../../ui/index.ts'
import type { Ecosystem } from './record.ts'
import { targetText, text } from './text.ts'
import { nameOf, type View } from './view.ts'

type PartProps = View & { ecosystem: Ecosystem; numberOf: (source: string) => number }

/** What is to be reached, as numbers. */
export function Goals({ ecosystem, numberOf, language }: PartProps) {
  const t = text[language]
  const { goals } = ecosystem
  if (!goals) return null
  const when = (from: number | undefined, by: number | undefined) =>
    from && by ? `${from}–${by}` : by ? t.by(String(by)) : ''
  return (
    <Section title={t.goals}>
      <Table
        caption={t.goals}
        rows={goals}
        columns={[
          {
            label: t.goal,
            heading: true,
            cell: (goal) => (
              <>
                {nameOf(goal.name, language)}
                <Ref n={numberOf(goal.source)} language={language} />
              </>
            ),
          },
          { label: t.target, numeric: true, cell: (goal) => targetText(goal, language) },
          { label: t.when, cell: (goal) => when(goal.from, goal.by) },
        ]}
        language={language}
      />
    </Section>
  )
}

/** Whom it is for: those it works with and those who gain. */
export function TargetGroups({ ecosystem, numberOf, language }: PartProps) {
  const t = text[language]
  const groups = ecosystem.targetGroups
  if (!groups) return null
  return (
    <Section title={t.targetGroups} class="lists">
      {(['direct', 'indirect'] as const).map((reach) => {
        const those = groups.filter((g) => g.reach === reach)
        if (those.length === 0) return null
        return (
          <>
            <h3>{t.reach[reach]}</h3>
            <ul class="ruled">
              {those.map((group) => (
                <li>
                  {nameOf(group.name, language)}
                  <Ref n={numberOf(group.source)} language={language} />
                </li>
              ))}
            </ul>
          </>
        )
      })}
    </Section>
  )
}
