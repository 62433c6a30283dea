import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { everyone } from '../../kernel/rule.ts'
import { contextOf } from './context.ts'
import { projectContext } from './context-schemas.ts'
import { fieldProvenance, provenanceFields } from './field-provenance.ts'
import { fieldProvenanceAnswer } from './field-provenance-schema.ts'
import type { ListedProject } from './list-queries.ts'
import { missingProject } from './missing.ts'
import { projectByCode } from './one-queries.ts'
import { sightOf } from './sight.ts'

const named = {
  code: z.string().max(200),
  registry: z.string().max(100).optional().describe('Where two registries use the same code.'),
}

export const context = query({
  name: 'projects.context',
  summary: {
    fi: 'Hankkeen osallistujat, samankaltaiset hankkeet ja uudempien luetteloiden muutokset',
    sv: 'Ett projekts deltagare, liknande projekt och ändringar i nyare förteckningar',
    en: 'Who takes part in a project, its neighbours, and what newer lists changed',
  },
  route: { method: 'GET', path: '/projects/{code}/context' },
  input: z.object(named),
  output: projectContext,
  allow: everyone,
  run: async (ctx, input) => contextOf(ctx.db, await sightOf(ctx.db, ctx.actor), await found(ctx, input)),
})

export const provenance = query({
  name: 'projects.provenance',
  summary: {
    fi: 'Mistä hankkeen arvo tulee ja minkä se korvasi',
    sv: 'Varifrån ett värde i ett projekt kommer och vad det ersatte',
    en: 'Where a value of a project comes from and what it replaced',
  },
  route: { method: 'GET', path: '/projects/{code}/provenance/{field}' },
  input: z.object({ ...named, field: z.enum(provenanceFields) }),
  output: fieldProvenanceAnswer,
  allow: everyone,
  run: async (ctx, input) => fieldProvenance(ctx.db, await found(ctx, input), input.field),
})

async function found(
  ctx: Context,
  { code, registry }: { code: string; registry?: string | undefined },
): Promise<ListedProject> {
  const project = await projectByCode(ctx.db, await sightOf(ctx.db, ctx.actor), code, registry)
  if (!project) throw missingProject(code)
  return project
}
