import type { Crumb, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { InLanguage } from '../../ui/index.ts'
import { projectPath } from '../projects/index.ts'
import { followupPath } from './paths.ts'
import type { Followed } from './queries.ts'
import { text } from './text.ts'

type Body = Extract<PageAnswer, { as: 'page' }>

/** What every page of a project's follow-up has in common. */
export function pageOf(
  { language, link }: PageRequest,
  followed: Followed,
  page: Pick<Body, 'title' | 'body'> & { crumbs?: readonly Crumb[]; refused?: boolean },
): PageAnswer {
  const t = text[language]
  const name = pick(followed.name, language)?.text ?? followed.code
  const { crumbs = [], refused } = page
  return {
    as: 'page',
    title: `${page.title}: ${name}`,
    nav: 'projects',
    sheet: 'indicators',
    robots: 'noindex',
    ...(refused && { status: 422 }),
    crumbs: [
      { text: name, href: link(projectPath(followed)) },
      ...(crumbs.length > 0
        ? [{ text: t.title, href: link(followupPath(followed.project)) }]
        : [{ text: t.title }]),
      ...crumbs,
    ],
    body: page.body,
  }
}

/** The line above a title that leads to the project. */
export const OverProject = ({ followed, request }: { followed: Followed; request: PageRequest }) => (
  <a href={request.link(projectPath(followed))}>
    <InLanguage names={followed.name} language={request.language} />
  </a>
)
