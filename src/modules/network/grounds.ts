import type { Context } from '../../kernel/context.ts'
import type { Names } from '../../kernel/text.ts'
import { allEcosystems } from '../ecosystems/index.ts'
import { codeOf, projectPath } from '../projects/index.ts'
import { tyingProjects } from './ego-queries.ts'

/** What shows a tie, as a page names it; all null of one that somebody has stated. */
export type Ground = { title: Names | null; code: string | null; page: string | null }

const nobody: Ground = { title: null, code: null, page: null }
/** Registers that tell who belongs to whom. */
const registers: Record<string, Names> = {
  ror: {
    fi: 'Tutkimusorganisaatioiden rekisteri ROR',
    sv: 'Registret över forskningsorganisationer ROR',
    en: 'Research Organization Registry, ROR',
  },
}

const after = (evidence: string): string => evidence.slice(evidence.indexOf(':') + 1)

/** Reads at once what the given pieces of evidence are, and answers of each. */
export async function groundsOf(
  ctx: Pick<Context, 'db' | 'actor'>,
  evidence: readonly string[],
): Promise<(evidence: string) => Ground> {
  const ids = evidence.flatMap((one) => (one.startsWith('project:') ? after(one).split('+') : []))
  const projects = await tyingProjects(ctx.db, ctx.actor, [...new Set(ids)])
  const ecosystems = new Map((await allEcosystems(ctx.db)).map((e) => [e.key, e]))
  return (one) => {
    if (one.startsWith('project:')) {
      const [project] = after(one)
        .split('+')
        .flatMap((id) => projects.get(id) ?? [])
      if (!project) return nobody
      const title = { [project.language]: project.title } as Names
      return { title, code: codeOf(project.code), page: projectPath(project) }
    }
    if (one.startsWith('register:')) return { title: registers[after(one)] ?? null, code: null, page: null }
    const ecosystem = one.startsWith('ecosystem:') ? ecosystems.get(after(one)) : undefined
    if (!ecosystem) return nobody
    return { title: ecosystem.short ?? ecosystem.name, code: null, page: `/ecosystems/${ecosystem.key}` }
  }
}
