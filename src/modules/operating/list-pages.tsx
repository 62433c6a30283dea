import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { dayIn } from '../../kernel/time.ts'
import { Empty, PageHead } from '../../ui/index.ts'
import { getEcosystem } from '../ecosystems/index.ts'
import { listOperating } from './actions.ts'
import { frameOf } from './frame.ts'
import { OperatingList } from './list-view.tsx'
import { type RoleRow, roleRows } from './role-rows.ts'
import { text } from './text.ts'
import type { Links } from './words.ts'

async function listPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, now, params } = request
  const found = await request.perform(listOperating, { key: params.key })
  const { ecosystem, items, themes, keeps, shares } = found
  const roles = roleRows(await request.perform(getEcosystem, { key: ecosystem.key }), items, themes, language)
  const { name, home, crumbs } = frameOf(request, ecosystem)
  const t = text[language]
  const isEmpty = items.length + roles.length === 0
  return {
    as: 'page',
    sheet: 'network',
    title: `${t.title}: ${name}`,
    nav: 'ecosystems',
    crumbs: [...crumbs.slice(0, 2), { text: t.title }],
    body: (
      <>
        <PageHead over={<a href={home}>{name}</a>} title={t.title} lead={t.lead} />
        {items.length === 0 && (keeps || isEmpty) && (
          <Empty title={t.empty}>{keeps ? t.emptyNext : t.emptyReader}</Empty>
        )}
        <OperatingList
          at={ecosystem.key}
          items={items}
          roles={roles}
          linked={{ ...linkedBy(roles), ...found.linked }}
          themes={themes}
          keeps={keeps}
          shares={shares}
          today={dayIn(now)}
          language={language}
          link={link}
        />
      </>
    ),
  }
}

/** The organisations that the facts name, by their rows in the registry. */
const linkedBy = (roles: readonly RoleRow[]): Links =>
  Object.fromEntries(
    roles.flatMap(({ organisation: { organisation: id, name } }) =>
      id ? [[id, { id, name: { fi: name } }]] : [],
    ),
  )

export const listPages: readonly Page[] = [
  { method: 'GET', path: '/ecosystems/{key}/operating', run: listPage },
]
