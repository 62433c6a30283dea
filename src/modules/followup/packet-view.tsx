import type { ComponentChildren } from 'preact'
import type { Language } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { Facts, InLanguage, Section } from '../../ui/index.ts'
import { type PacketContent, wordsOf } from './packet-content.ts'
import { packetText } from './packet-text.ts'
import { text } from './text.ts'
import {
  BudgetView,
  ChangesView,
  DeliverablesView,
  euros,
  FiguresView,
  MilestonesView,
  RisksView,
} from './views.tsx'

/** A packet to be read and printed: the words of people first, then what is known. */
export function PacketView({
  content: c,
  language,
  words = true,
}: {
  content: PacketContent
  language: Language
  /** Left out where they are being written beside it. */
  words?: boolean
}) {
  const [t, p] = [text[language], packetText[language]]
  const days = (from: string | null, to: string | null) =>
    [from, to].map((day) => (day ? formatDay(day, language) : '')).join('–')
  const part = (title: string, some: boolean, body: ComponentChildren) =>
    some && <Section title={title}>{body}</Section>
  return (
    <div class="paper fol-packet">
      {words &&
        wordsOf(c.kind).map((word) =>
          part(p.words[word], c.words[word] !== '', <p class="rep-words">{c.words[word]}</p>),
        )}
      <Section title={p.known}>
        <Facts
          language={language}
          items={[
            { label: t.project, value: <InLanguage names={c.project.name} language={language} /> },
            { label: t.code, value: <span class="num">{c.project.code}</span> },
            { label: p.period, value: days(c.from, c.to) },
            { label: p.dates, value: days(c.project.starts, c.project.ends) },
            { label: p.parties, value: c.parties.join(', ') },
            ...(c.project.granted ? [{ label: p.money, value: euros(c.project.granted, language) }] : []),
            ...(c.project.cost ? [{ label: p.cost, value: euros(c.project.cost, language) }] : []),
          ]}
        />
      </Section>
      {part(
        t.indicators,
        c.figures.length > 0,
        <>
          <FiguresView rows={c.figures} language={language} />
          {c.figures.some(({ values }) => values.some(({ narrative }) => narrative)) && (
            <ul class="fol-told">
              {c.figures.flatMap(({ code, values }) =>
                values.flatMap(({ narrative, from, to }) =>
                  narrative
                    ? [
                        <li>
                          <b>{code}</b> <span class="quiet num">{days(from, to)}</span>
                          <span class="sub rep-words">{narrative}</span>
                        </li>,
                      ]
                    : [],
                ),
              )}
            </ul>
          )}
        </>,
      )}
      {part(
        t.milestones,
        c.milestones.length > 0,
        <MilestonesView rows={c.milestones} language={language} />,
      )}
      {part(
        t.deliverables,
        c.deliverables.length > 0,
        <DeliverablesView rows={c.deliverables} language={language} />,
      )}
      {part(t.risks, c.risks.length > 0, <RisksView rows={c.risks} language={language} />)}
      <Section title={t.budget}>
        <BudgetView budget={c.budget} language={language} />
      </Section>
      {part(t.changes, c.changes.length > 0, <ChangesView rows={c.changes} language={language} />)}
      {part(
        p.promised,
        c.commitments.length > 0,
        <Facts
          language={language}
          items={c.commitments.map(({ kind, organisation, what }) => ({
            label: p.promisedKinds[kind],
            value: [organisation, what].filter(Boolean).join(': '),
          }))}
        />,
      )}
    </div>
  )
}
