import type { Page } from '../../kernel/page.ts'
import type { Cell } from '../../kernel/permission.ts'
import type { Language } from '../../kernel/text.ts'
import { Facts, PageHead, Scroll, Section } from '../../ui/index.ts'
import { listPermissions } from './permission-actions.ts'
import { columnName, columns, type MatrixRow, matrixOf, nounName } from './permission-matrix.ts'
import { permissionsText } from './permissions-text.ts'
import { mayGive } from './rules.ts'

export const permissionsPage: Page = {
  method: 'GET',
  path: '/permissions',
  run: async (request) => {
    const { language, link, actor } = request
    const t = permissionsText[language]
    const { items } = await request.perform(listPermissions, {})
    const previews = actor.kind === 'person' && actor.offices.some((o) => mayGive([o], 'viewer', o.ecosystem))
    return {
      as: 'page',
      title: t.title,
      description: t.lead,
      nav: 'workspace',
      robots: 'noindex',
      crumbs: [{ text: t.home, href: link('/workspace') }, { text: t.title }],
      body: (
        <>
          <PageHead
            title={t.title}
            lead={t.lead}
            actions={
              previews && (
                <a class="btn" href={link('/preview')}>
                  {t.toPreview}
                </a>
              )
            }
          />
          <Section title={t.legend}>
            <Facts
              language={language}
              items={(['yes', 'ecosystem', 'linked', 'own'] as const).map((cell) => ({
                label: t.cells[cell],
                value: t.means[cell],
              }))}
            />
            <p class="note">{t.everyoneNote}</p>
          </Section>
          <Scroll label={t.matrix}>
            <table class="tbl tight permissions">
              <caption class="vh">{t.matrix}</caption>
              <thead>
                <tr>
                  <th scope="col">{t.action}</th>
                  {columns.map((column) => (
                    <th scope="col">{columnName(column, language)}</th>
                  ))}
                </tr>
              </thead>
              {matrixOf(items).map(({ noun, rows }) => (
                <tbody>
                  <tr>
                    <th scope="rowgroup" colSpan={columns.length + 1} class="group">
                      {nounName(noun, language)}
                    </th>
                  </tr>
                  {rows.map((row) => (
                    <Row of={row} language={language} />
                  ))}
                </tbody>
              ))}
            </table>
          </Scroll>
        </>
      ),
    }
  },
}

function Row({ of: { permission, share, cells }, language }: { of: MatrixRow; language: Language }) {
  const t = permissionsText[language]
  return (
    <tr>
      <th scope="row">
        <code>{permission.name}</code> {share && <span class="quiet">{t.levels[share]}</span>}
        <span class="sub">{permission.summary[language]}</span>
        {permission.only && <span class="sub">{t.only(permission.only[language])}</span>}
      </th>
      {cells.map((cell) => (
        <td class={cell}>
          <Said cell={cell} language={language} />
        </td>
      ))}
    </tr>
  )
}

function Said({ cell, language }: { cell: Cell; language: Language }) {
  const word = permissionsText[language].cells[cell]
  if (cell !== 'no') return <>{word}</>
  return (
    <>
      <span aria-hidden="true">–</span>
      <span class="vh">{word}</span>
    </>
  )
}
