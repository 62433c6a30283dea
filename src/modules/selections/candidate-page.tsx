import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatDay } from '../../kernel/time.ts'
import { Alert, Facts, PageHead, Section, Table } from '../../ui/index.ts'
import { Undeclared } from './declare-page.tsx'
import { no } from './fault-text.ts'
import { frameOf } from './prepare-actions.ts'
import { prepareText } from './prepare-text.ts'
import { readSelection } from './reading.ts'
import { writeScore } from './scores.ts'
import { euros, framed, said } from './selection-frame.tsx'
import { spokenOf } from './spoken-view.tsx'
import { candidateKind } from './subjects.ts'
import { text } from './text.ts'

/** One candidate: its costs and scores, what it is for, and where each of these came from. */
async function page(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params } = request
  const [t, p] = [text[language], prepareText[language]]
  const room = await request.perform(readSelection, { selection: params.id })
  const candidate = room.candidates.find((c) => c.code === params.code)
  if (!candidate) throw no('no-part', 'missing')
  const undeclared = room.undeclared.includes(candidate.id)
  const aside = room.aside.includes(candidate.id)
  const { items } = await request.perform(frameOf, { selection: room.id })
  const valued = candidate.values.map((value) => {
    const found = items.find((f) => f.value === value)
    return found ? said(found.name, language) : value
  })
  const day = (on: string | null) => (on ? formatDay(on, language) : '')
  const { budgets, criteria } = room.settings
  return framed(
    request,
    `${candidate.code} ${said(candidate.title, language)}`,
    <>
      <PageHead
        over={`${said(room.name, language)} · ${candidate.code}`}
        title={said(candidate.title, language)}
      />
      <Section title={p.factsTitle}>
        <Facts
          language={language}
          items={[
            ...(candidate.lead ? [{ label: t.lead_, value: candidate.lead }] : []),
            ...(candidate.city ? [{ label: t.city, value: candidate.city }] : []),
            ...(valued.length > 0 ? [{ label: p.groups.value, value: valued.join(', ') }] : []),
            ...(candidate.starts || candidate.ends
              ? [{ label: p.dates, value: `${day(candidate.starts)}–${day(candidate.ends)}` }]
              : []),
            ...budgets.map((b) => ({
              label: said(b.name, language),
              value: `${euros(candidate.costs[b.id] ?? '0', language)} €`,
            })),
            { label: p.source, value: candidate.source },
            ...(candidate.note ? [{ label: p.note, value: candidate.note }] : []),
            ...(candidate.path
              ? [{ label: p.own, value: <a href={link(candidate.path)}>{p.openOwn}</a> }]
              : []),
          ]}
        />
      </Section>
      <Section title={t.scores}>
        <Table
          caption={t.scores}
          language={language}
          rows={criteria}
          columns={[
            { label: t.criteria, heading: true, cell: (k) => said(k.name, language) },
            {
              label: t.scores,
              numeric: true,
              cell: (k) => {
                const score = candidate.scores[k.id]
                return score ? writeScore(score, language !== 'en') : t.noScore
              },
            },
            {
              label: p.origin,
              cell: (k) => {
                const origin = candidate.scores[k.id]?.origin
                return origin ? t.origins[origin as keyof typeof t.origins] : ''
              },
            },
          ]}
        />
      </Section>
      {(undeclared || aside) && (
        <Section title={p.talk}>
          <p class="quiet">{p.talkNote}</p>
          {undeclared && <Undeclared room={room} language={language} link={link} />}
          {aside && <Alert tone="warm" title={t.yours(candidate.code)} />}
        </Section>
      )}
      {await spokenOf(request, { kind: candidateKind, id: candidate.id }, p.talk, p.talkNote)}
    </>,
    { meeting: room },
  )
}

export const candidatePage: Page = { method: 'GET', path: '/selections/{id}/candidates/{code}', run: page }
