import { type Cell, type Column, cellOf, type Permission } from '../../kernel/permission.ts'
import { type ShareLevel, shareLevels } from '../../kernel/share.ts'
import type { Language } from '../../kernel/text.ts'
import { officeNames } from './office-text.ts'
import { permissionsText } from './permissions-text.ts'
import { isOffice, offices } from './rules.ts'

/** The columns of the matrix in their order: from who is outside to the product itself. */
export const columns: readonly Column[] = ['visitor', 'signed-in', ...offices, 'system']

export function columnName(column: Column, language: Language): string {
  if (isOffice(column)) return officeNames[language][column]
  const t = permissionsText[language]
  return column === 'visitor' ? t.visitor : column === 'system' ? t.system : t['signed-in']
}

export type MatrixRow = { permission: Permission; share?: ShareLevel; cells: readonly Cell[] }
export type MatrixGroup = { noun: string; rows: readonly MatrixRow[] }

/** Every action by its noun; one that looks at a record has a row for each share level. */
export function matrixOf(permissions: readonly Permission[]): MatrixGroup[] {
  const nouns = [...new Set(permissions.map((p) => nounOf(p)))].sort()
  return nouns.map((noun) => ({
    noun,
    rows: permissions
      .filter((p) => nounOf(p) === noun)
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((permission): MatrixRow[] => {
        const levels = permission.onRecord ? shareLevels : [undefined]
        return levels.map((share) => ({
          permission,
          ...(share && { share }),
          cells: columns.map((column) => cellOf(permission, column, share)),
        }))
      }),
  }))
}

const nounOf = ({ name }: Permission): string => name.split('.')[0]!

export function nounName(noun: string, language: Language): string {
  const known: Readonly<Record<string, string>> = permissionsText[language].nouns
  return known[noun] ?? noun
}
