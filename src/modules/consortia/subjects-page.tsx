import { conceptsCalled } from '../../engine/likeness/index.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Empty, PageHead, Section } from '../../ui/index.ts'
import { ConceptChoice, ConceptFinder, namedConcept } from '../overlaps/index.ts'
import { subjectOntology } from '../search/index.ts'
import { getAction } from './consortium-actions.ts'
import { setDemand } from './demand-actions.ts'
import { fault } from './fault-text.ts'
import { formText } from './form-text.ts'
import { crumbsOf } from './frame.tsx'
import type { DemandRow, Kept } from './record.ts'
import { pathOf } from './rights.ts'

/** How many concepts are offered for what is typed. */
const mostFound = 12

type Themed = DemandRow & { asks: Extract<DemandRow['asks'], { subjects: readonly number[] }> }
const isThemed = (demand: DemandRow): demand is Themed => 'subjects' in demand.asks

async function themed(request: PageRequest): Promise<{ kept: Kept; demand: Themed }> {
  const kept = await request.perform(getAction, { consortium: request.params.id })
  const demand = kept.demands.find(({ id }) => id === request.params.demand)
  if (!demand || !isThemed(demand) || !kept.may.gather) throw fault('missing', 'missing')
  return { kept, demand }
}

/** The subjects of one demand: those that stand, and a search for more. */
async function subjectsPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, url } = request
  const t = formText[language]
  const { kept, demand } = await themed(request)
  const ontology = await subjectOntology()
  const q = (url.searchParams.get('q') ?? '').slice(0, 100)
  const home = link(pathOf(kept.consortium.id))
  const path = `${home}/demands/${demand.id}/subjects`
  const chosen = demand.asks.subjects.flatMap((id) => ontology.conceptOf(String(id)) ?? [])
  const found = q === '' ? undefined : conceptsCalled(q, ontology, mostFound)
  return {
    as: 'page',
    sheet: 'consortia',
    title: t.subjects,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: crumbsOf(request, kept.consortium, t.subjects),
    body: (
      <>
        <PageHead
          over={<a href={`${home}/demands`}>{demand.name}</a>}
          title={t.subjects}
          lead={t.subjectsLead}
        />
        {chosen.length === 0 ? (
          <Empty title={t.noSubjects} />
        ) : (
          <ul class="near-choices">
            {chosen.map((concept) => (
              <ConceptChoice
                concept={namedConcept(ontology, concept)}
                deeds={{ path, offered: [{ value: 'remove', label: t.remove }] }}
                language={language}
              />
            ))}
          </ul>
        )}
        <Section title={t.findSubjects} id="find">
          <ConceptFinder
            action={path}
            q={q}
            found={found?.map((concept) => namedConcept(ontology, concept))}
            deeds={{ path, offered: [{ value: 'add', label: t.addSubject }] }}
            language={language}
          />
        </Section>
      </>
    ),
  }
}

async function changeSubjects(request: PageRequest): Promise<PageAnswer> {
  const { demand, kept } = await themed(request)
  const form = await request.form()
  const concept = Number(form.get('concept'))
  const others = demand.asks.subjects.filter((subject) => subject !== concept)
  const subjects = form.get('deed') === 'remove' ? others : [...others, concept]
  const { asks, name, counted, need, must, weight, enough, source } = demand
  const said = {
    ...(subjects.length > 0 && { subjects }),
    ...(asks.words.length > 0 && { words: asks.words }),
    ...{ kind: asks.kind, name, counted, need, must, weight, enough },
    ...(source && { source }),
  }
  const input = { consortium: kept.consortium.id, demand: demand.id, said }
  const done = await request.perform(setDemand, input)
  return { as: 'redirect', to: request.link(`${done.path}/demands/${done.demand}/subjects`) }
}

export const subjectPages: readonly Page[] = [
  { method: 'GET', path: '/consortia/{id}/demands/{demand}/subjects', run: subjectsPage },
  { method: 'POST', path: '/consortia/{id}/demands/{demand}/subjects', run: changeSubjects },
]
