import type { Tx } from '../../kernel/db.ts'
import { type RegisteredRows, type Registrar, writeRegistered } from '../organisations/index.ts'
import type { WordCounter } from '../search/index.ts'
import { type Circle, fold, narrowest, type Party, type Statement } from './fold.ts'
import { type PartyRow, replaceParties, upsertProjects } from './fold-queries.ts'
import { type ProjectRow, projectRow, searchTexts } from './row.ts'

/** A project and everything that has been said of it. */
export type Folding = { registry: string; code: string; circle: Circle; statements: Statement[] }

/** Projects folded into rows, with the organisations they name, ready to be written. */
export type Composed = { ids: string[]; rows: ProjectRow[]; parties: PartyRow[]; registered: RegisteredRows }

const breathEvery = 20

/**
 * Folds projects into rows and enlists their parties. Touches no database; `breathe` lets waiting input and output
 * go on in between.
 */
export async function composeProjects(
  projects: ReadonlyMap<string, Folding>,
  { registrar, words }: { registrar: Registrar; words: WordCounter },
  country: string | undefined,
  breathe: () => Promise<unknown>,
): Promise<Composed> {
  const rows: ProjectRow[] = []
  const parties: PartyRow[] = []
  for (const [id, p] of projects) {
    if (rows.length % breathEvery === 0) await breathe()
    const folded = fold(p.statements)
    const enlist = (party: Party, position: number, role: 'lead' | 'partner') => {
      const registered = registrar.resolve({ ...mentionOf(party), ...(country && { country }) })
      parties.push({ project_id: id, position, organisation_id: registered.id, role, name: party.name })
      return { ...registered, name: party.name }
    }
    const lead = folded.values.lead && enlist(folded.values.lead, 0, 'lead')
    const partners = (folded.values.partners ?? []).map((partner, i) => enlist(partner, i + 1, 'partner'))
    const named = partners.filter((x) => !x.personal).map((x) => x.name)
    const shared = { share: narrowest(p.statements), circle: p.circle }
    rows.push(projectRow(id, p.registry, p.code, folded, lead, named, p.statements.length, shared))
    // Its code is not among the words: nobody misspells one, and every project has another. Nor are the words of what
    // is not public: they are offered to everybody who misspells.
    if (p.statements.length === 1 && p.circle === 'public')
      words.add(searchTexts('', folded.values, lead, named))
  }
  return { ids: [...projects.keys()], rows, parties, registered: registrar.take() }
}

export async function writeComposed(tx: Tx, composed: Composed, now: Date): Promise<void> {
  await writeRegistered(tx, composed.registered, now)
  await upsertProjects(tx, composed.rows, now)
  await replaceParties(tx, composed.ids, composed.parties)
}

export const mentionOf = (party: Party) => ({
  name: party.name,
  ...(party.ids && { identifiers: party.ids }),
  ...(party.place && { place: party.place }),
})
