import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { PageHead, Section } from '../../ui/index.ts'
import { ConceptChoice, type ConceptDeeds, ConceptFinder } from './subject-view.tsx'
import {
  acceptSubject,
  clearSubject,
  readSubjects,
  rejectSubject,
  type SettledSubject,
  type Subjects,
} from './subjects.ts'
import { text } from './text.ts'
import { ThingLink } from './thing-view.tsx'

const pathOf = ({ kind, id }: { kind: string; id: string }): string => `/similar/${kind}/${id}/subjects`

async function subjectsPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params, url } = request
  const t = text[language]
  const { kind, id } = params
  const q = (url.searchParams.get('q') ?? '').slice(0, 100)
  const read = await request.perform(readSubjects, { kind, id, q })
  const { thing, accepted, rejected, suggested, found, maySettle } = read
  const settled = new Set([...accepted, ...rejected].map((s) => s.concept.id))
  const open = found.filter((concept) => !settled.has(concept.id))
  const deeds = (...offered: Deed[]): ConceptDeeds | undefined =>
    maySettle
      ? { path: link(pathOf(thing)), offered: offered.map((value) => ({ value, label: t[value] })) }
      : undefined
  return {
    as: 'page',
    title: `${t.subjectsTitle}: ${thing.title}`,
    nav: 'projects',
    robots: 'noindex',
    crumbs: [
      { text: t.home, href: link('/') },
      { text: thing.title, href: link(thing.path) },
      { text: t.title, href: link(`/similar/${thing.kind}/${thing.id}`) },
      { text: t.subjectsTitle },
    ],
    body: (
      <>
        <PageHead
          over={<ThingLink thing={thing} language={language} link={link} />}
          title={t.subjectsTitle}
          lead={t.subjectsLead}
        />
        <Section title={t.accepted} id="accepted">
          {accepted.length === 0 ? (
            <p class="quiet">{t.noSubjects}</p>
          ) : (
            <Settled items={accepted} deeds={deeds('clear')} language={language} />
          )}
        </Section>
        <Section title={t.suggested} id="suggested">
          {suggested.length === 0 ? (
            <p class="quiet">{t.noneSuggested}</p>
          ) : (
            <Suggested items={suggested} deeds={deeds('accept', 'reject')} language={language} />
          )}
        </Section>
        {maySettle && (
          <Section title={t.findSubject} id="find">
            <ConceptFinder
              action={link(pathOf(thing))}
              q={q}
              found={q === '' || (found.length > 0 && open.length === 0) ? undefined : open}
              deeds={deeds('accept')}
              language={language}
            />
          </Section>
        )}
        {rejected.length > 0 && (
          <Section title={t.rejected} id="rejected">
            <Settled items={rejected} deeds={deeds('clear')} language={language} />
          </Section>
        )}
      </>
    ),
  }
}

type Deed = 'accept' | 'reject' | 'clear'
type Listed<T> = { items: readonly T[]; deeds: ConceptDeeds | undefined; language: PageRequest['language'] }

const Settled = ({ items, deeds, language }: Listed<SettledSubject>) => (
  <ul class="near-choices">
    {items.map(({ concept, by, at }) => (
      <ConceptChoice concept={concept} deeds={deeds} language={language}>
        {[by, formatDay(dayIn(at), language)].filter(Boolean).join(', ')}
      </ConceptChoice>
    ))}
  </ul>
)

function Suggested({ items, deeds, language }: Listed<Subjects['suggested'][number]>) {
  const t = text[language]
  return (
    <ul class="near-choices">
      {items.map(({ concept, words, alike }) => (
        <ConceptChoice concept={concept} deeds={deeds} language={language}>
          {[
            words.length > 0 && `${t.because}: ${words.map((word) => `”${word}”`).join(', ')}`,
            alike > 0 && t.becauseAlike(alike),
          ]
            .filter(Boolean)
            .join(' · ')}
        </ConceptChoice>
      ))}
    </ul>
  )
}

const commands = { accept: acceptSubject, reject: rejectSubject, clear: clearSubject }

async function settle(request: PageRequest): Promise<PageAnswer> {
  const { kind, id } = request.params
  const form = await request.form()
  const deed = form.get('deed')
  const act = deed === 'reject' || deed === 'clear' ? commands[deed] : commands.accept
  await request.perform(act, { kind, id, concept: form.get('concept') })
  return { as: 'redirect', to: request.link(pathOf({ kind: kind!, id: id! })) }
}

export const subjectPages: readonly Page[] = [
  { method: 'GET', path: '/similar/{kind}/{id}/subjects', run: subjectsPage },
  { method: 'POST', path: '/similar/{kind}/{id}/subjects', run: settle },
]
