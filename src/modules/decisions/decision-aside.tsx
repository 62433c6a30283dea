import type { Point } from '../../engine/conflict/index.ts'
import type { PageRequest } from '../../kernel/page.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import { LinkList, Section } from '../../ui/index.ts'
import { assessmentPath } from '../assessments/index.ts'
import { groundText } from '../conflicts/index.ts'
import { projectPath } from '../projects/index.ts'
import { groupText } from './group-text.ts'
import { halfOf, numberOf, pathOf } from './head.ts'
import type { DecisionView } from './reading.ts'
import { decisionMachine } from './rules.ts'
import { isOutside } from './sight.ts'
import { text } from './text.ts'

/** What stands around a decision: its way back to the application, its project, meetings, letters, and who is apart. */
export function DecisionAside({
  view,
  request: { language, link },
}: {
  view: DecisionView
  request: Pick<PageRequest, 'language' | 'link'>
}) {
  const { head, sight, project } = view
  const t = text[language]
  const inside = sight === 'whole'
  return (
    <aside class="aside">
      {(project || halfOf(head, 'legal')?.outcome !== 'no') && (
        <Section title={t.project}>
          {project ? (
            <p>
              <a href={link(projectPath(project))}>{project.title}</a>
            </p>
          ) : (
            <p class="quiet">{t.noProject}</p>
          )}
        </Section>
      )}
      {!isOutside(sight) && (
        <Section title={t.whatIs}>
          <LinkList
            items={[
              ...(inside
                ? [
                    { href: link(`/applications/${head.application}`), label: t.toApplication },
                    { href: link(assessmentPath(head.application)), label: t.toAssessment },
                  ]
                : []),
              { href: link(`/applications/${head.application}/conflict`), label: t.conflict },
              ...(inside ? [{ href: link(`${pathOf(head)}/group`), label: groupText[language].title }] : []),
              ...(head.decision && inside
                ? [{ href: link(`${pathOf(head)}/letter`), label: t.writeLetter }]
                : []),
            ]}
          />
        </Section>
      )}
      {view.group.length > 0 && (
        <Section title={t.withGroup}>
          <LinkList
            items={view.group.map((g) => ({
              href: link(`/decisions/${g.application}`),
              label: g.title,
              over: numberOf({ call: head.call, number: g.number }),
              note: decisionMachine.states[g.state][language],
            }))}
          />
        </Section>
      )}
      {view.meetings.length > 0 && (
        <Section title={t.meetings}>
          <LinkList
            items={view.meetings.map((m) => ({
              href: link(`/meetings/${m.id}`),
              label: `${m.part === 'selection' ? t.city_ : t.council_} ${m.number}/${m.day.slice(0, 4)}`,
              note: `${formatDay(m.day, language)}, ${m.position} §`,
            }))}
          />
        </Section>
      )}
      {inside && (
        <>
          <Section title={t.recusals}>
            {view.recusals.length === 0 ? (
              <p class="quiet">{t.noRecusals}</p>
            ) : (
              <ul>
                {view.recusals.map((r) => (
                  <li>{t.recused(r.name, groundText(r.point as Point, language))}</li>
                ))}
              </ul>
            )}
          </Section>
          <Section title={t.prepared}>
            <p class="note">{t.preparedLead}</p>
            <p>{view.preparers.join(', ')}</p>
          </Section>
        </>
      )}
      {(inside || view.letters.length > 0) && (
        <Section title={t.letters}>
          {view.letters.length === 0 ? (
            <p class="quiet">{t.noLetters}</p>
          ) : (
            <LinkList
              items={view.letters.map((l) => ({
                href: link(`${pathOf(head)}/letters/${l.id}`),
                label: l.subject,
                language: l.language,
                note: `${t.sentTo(l.people.length)}, ${formatInstant(l.at, language)}`,
              }))}
            />
          )}
        </Section>
      )}
    </aside>
  )
}
