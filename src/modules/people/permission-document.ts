import type { Cell, Permission } from '../../kernel/permission.ts'
import { columnName, columns, matrixOf, nounName } from './permission-matrix.ts'
import { permissionsText } from './permissions-text.ts'

const t = permissionsText.en
const signs: Record<Cell, string> = { ...t.cells, no: '' }

/** The permission matrix as a document in Markdown, for who reads the project and not the product. */
export function permissionDocument(permissions: readonly Permission[]): string {
  const head = [t.action, ...columns.map((c) => columnName(c, 'en'))]
  const groups = matrixOf(permissions).map(({ noun, rows }) =>
    [
      `## ${nounName(noun, 'en')}`,
      '',
      line(head),
      line(head.map((_, i) => (i === 0 ? '---' : ':-:'))),
      ...rows.map(({ permission: p, share, cells }) =>
        line([
          [
            `\`${p.name}\``,
            share && `, ${t.levels[share]}`,
            `: ${p.summary.en}.`,
            p.only && ` ${t.only(p.only.en)}`,
          ]
            .filter(Boolean)
            .join(''),
          ...cells.map((cell) => signs[cell]),
        ]),
      ),
      '',
    ].join('\n'),
  )
  return [
    '# Who may do what',
    '',
    'Made by `npm run permissions` from the rules of the actions; a test fails when it is stale, another asks every cell.',
    '',
    ...(['yes', 'ecosystem', 'linked', 'own'] as const).map((c) => `- **${t.cells[c]}**: ${t.means[c]}`),
    `- an empty cell: ${t.means.no}`,
    '',
    t.everyoneNote,
    '',
    ...groups,
  ]
    .join('\n')
    .replace(/\n+$/, '\n')
}

const line = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
