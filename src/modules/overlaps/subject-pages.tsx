import type { ComponentChildren } from 'preact'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { Empty, PageHead, SearchBox, Section } from '../../ui/index.ts'
import { labelOf } from './evidence-view.tsx'
import type { NamedConcept } from './neighbours.ts'
import { ConceptLink } from './subject-view.tsx'
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
  const deeds = (...offered: Deed[]) => maySettle && { path: link(pathOf(thing)), offered, language }
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
            <SearchBox
              action={link(pathOf(thing))}
              label={t.findSubject}
              value={q}
              hint={t.findHelp}
              live="found"
              language={language}
            />
            <div id="found">
              {q !== '' && found.length === 0 && <Empty title={t.noConcept}>{t.noConceptNext}</Empty>}
              {open.length > 0 && (
                <>
                  <p class="vh" data-count>
                    {t.foundSubjects}: {open.length}
                  </p>
                  <ul class="near-choices" aria-label={t.foundSubjects}>
                    {open.map((concept) => (
                      <Choice concept={concept} deeds={deeds('accept')} language={language}>
                        {[concept.fi, concept.sv, concept.en].filter(Boolean).join(' · ')}
                      </Choice>
                    ))}
                  </ul>
                </>
              )}
            </div>
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
type Deeds = { path: string; offered: readonly Deed[]; language: PageRequest['language'] } | false
type Listed<T> = { items: readonly T[]; deeds: Deeds; language: PageRequest['language'] }

const Settled = ({ items, deeds, language }: Listed<SettledSubject>) => (
  <ul class="near-choices">
    {items.map(({ concept, by, at }) => (
      <Choice concept={concept} deeds={deeds} language={language}>
        {[by, formatDay(dayIn(at), language)].filter(Boolean).join(', ')}
      </Choice>
    ))}
  </ul>
)

function Suggested({ items, deeds, language }: Listed<Subjects['suggested'][number]>) {
  const t = text[language]
  return (
    <ul class="near-choices">
      {items.map(({ concept, words, alike }) => (
        <Choice concept={concept} deeds={deeds} language={language}>
          {[
            words.length > 0 && `${t.because}: ${words.map((word) => `”${word}”`).join(', ')}`,
            alike > 0 && t.becauseAlike(alike),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Choice>
      ))}
    </ul>
  )
}

/** One concept with why it stands here, and what can be done with it. */
function Choice({
  concept,
  deeds,
  language,
  children,
}: {
  concept: NamedConcept
  deeds: Deeds
  language: PageRequest['language']
  children: ComponentChildren
}) {
  const t = text[language]
  return (
    <li>
      <div>
        <ConceptLink concept={concept} language={language} />
        <span class="sub">{children}</span>
      </div>
      {deeds && (
        <form method="post" action={deeds.path} class="actions">
          <input type="hidden" name="concept" value={concept.id} />
          {deeds.offered.map((deed) => (
            <button class="btn" type="submit" name="deed" value={deed}>
              {t[deed]}
              <span class="vh">: {labelOf(concept, language)}</span>
            </button>
          ))}
        </form>
      )}
    </li>
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
