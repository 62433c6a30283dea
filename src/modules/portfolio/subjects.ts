import { isId } from '../../kernel/id.ts'
import type { SubjectKind } from '../../kernel/subject.ts'
import type { Names } from '../../kernel/text.ts'
import { portfolioById } from './queries.ts'
import { shareOf } from './rights.ts'
import { commitmentPlace, ideaPlace } from './subject-queries.ts'

/** A portfolio as it is spoken of. */
export const portfolioSubject: SubjectKind = {
  kind: 'portfolio',
  find: async (db, id) => {
    const found = await portfolioById(db, id)
    return found && { title: found.name, path: `/portfolios/${id}`, record: shareOf(found) }
  },
}

/** An idea in a portfolio, by its id: seen by those who see the portfolio. */
export const ideaSubject: SubjectKind = {
  kind: 'idea',
  find: async (db, id) => {
    const idea = isId(id) ? await ideaPlace(db, id) : undefined
    const portfolio = idea && (await portfolioById(db, idea.portfolio))
    if (!idea || !portfolio) return undefined
    return {
      title: { [idea.language]: idea.title } as Names,
      path: `/portfolios/${portfolio.id}/ideas/${id}`,
      record: shareOf(portfolio),
      closed: idea.removed,
    }
  },
}

/** A promise that was written in a portfolio: what shows that it was kept stands beside it. */
export const commitmentSubject: SubjectKind = {
  kind: 'commitment',
  find: async (db, id) => {
    const found = isId(id) ? await commitmentPlace(db, id) : undefined
    const portfolio = found && (await portfolioById(db, found.portfolio))
    if (!found || !portfolio) return undefined
    return {
      title: { fi: found.what },
      path: `/portfolios/${portfolio.id}/commitments/${id}`,
      record: shareOf(portfolio),
    }
  },
}
