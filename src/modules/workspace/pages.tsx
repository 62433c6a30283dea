import type { Page, PageRequest } from '../../kernel/page.ts'
import { calendarText } from '../calendar/index.ts'
import { discussionText } from '../discussion/index.ts'
import { draftsText } from '../drafts/index.ts'
import { holds, type Office } from '../people/index.ts'
import { savedText } from '../saved/index.ts'
import { home } from './actions.ts'
import { HomeView } from './home-view.tsx'
import { text } from './text.ts'

/** The tools of each office, for the side column. */
const tools: readonly { path: string; label: keyof (typeof text)['fi'] & string; for: readonly Office[] }[] =
  [
    { path: '/sources/new', label: 'bringIn', for: ['coordinator'] },
    { path: '/organisations/duplicates', label: 'duplicates', for: ['coordinator'] },
    { path: '/preview', label: 'preview', for: ['administrator', 'coordinator'] },
    { path: '/administration', label: 'administration', for: ['administrator'] },
  ]

/** The rooms on the road from a call to a decision, for those who work in them. */
const road: readonly { path: string; label: keyof (typeof text)['fi']['road']; for: readonly Office[] }[] = [
  { path: '/calls', label: 'calls', for: ['coordinator', 'preparer', 'city-decider', 'council-officer'] },
  {
    path: '/assessments',
    label: 'assessments',
    for: ['coordinator', 'preparer', 'assessor', 'city-decider', 'council-officer'],
  },
  {
    path: '/meetings',
    label: 'meetings',
    for: ['coordinator', 'preparer', 'city-decider', 'council-officer'],
  },
  {
    path: '/selections',
    label: 'selections',
    for: ['coordinator', 'preparer', 'city-decider', 'council-officer', 'member'],
  },
  { path: '/forms', label: 'forms', for: ['coordinator', 'preparer'] },
  { path: '/criteria', label: 'criteria', for: ['coordinator', 'preparer'] },
  {
    path: '/account/interests',
    label: 'interests',
    for: ['preparer', 'assessor', 'city-decider', 'council-officer'],
  },
]

function roadOf({ actor, language, link }: PageRequest) {
  const t = text[language].road
  const mine = road.filter((room) => holds(actor, room.for))
  return [
    ...mine.map(({ path, label }) => ({ href: link(path), label: t[label] })),
    { href: link('/applications'), label: t.applications },
  ]
}

function toolsOf({ actor, language, link }: PageRequest) {
  const t = text[language]
  const mine = tools.filter((tool) => holds(actor, tool.for))
  const list = [
    { href: link('/drafts'), label: draftsText[language].listTitle },
    { href: link('/discussion'), label: discussionText[language].title },
    { href: link('/calendar'), label: calendarText[language].title },
    { href: link('/saved'), label: savedText[language].title },
    ...mine.map(({ path, label }) => ({ href: link(path), label: String(t[label]) })),
  ]
  // The list of everybody is for those whose office is held everywhere.
  if (holds(actor, ['administrator', 'coordinator'], null))
    list.push({ href: link('/members'), label: t.people })
  return [...list, { href: link('/permissions'), label: t.permissions }]
}

const homePage: Page = {
  method: 'GET',
  path: '/workspace',
  run: async (request) => {
    const { language, link, actor } = request
    const found = await request.perform(home, {})
    return {
      as: 'page',
      title: text[language].title,
      nav: 'workspace',
      robots: 'noindex',
      body: (
        <HomeView
          found={found}
          name={actor.kind === 'person' ? actor.name : ''}
          road={roadOf(request)}
          tools={toolsOf(request)}
          keeps={(offices) => offices.includes('coordinator')}
          language={language}
          link={link}
        />
      ),
    }
  },
}

export const pages: readonly Page[] = [homePage]
