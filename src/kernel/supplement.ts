import type { PageRequest, Supplied } from './page.ts'
import { Refusal } from './refusal.ts'
import type { Subject } from './subject.ts'

/** What all modules have to show of the thing, to the reader who asks for its page. */
export async function suppliedTo(request: PageRequest, { kind, id }: Subject): Promise<Supplied[]> {
  const found = await Promise.all(
    (request.supplements ?? []).filter((s) => s.kind === kind).map((s) => s.show(request, id)),
  )
  return found.filter((s) => s !== undefined)
}

/** Nothing to show where the reader is refused what it would be made of; any other error goes on. */
export const unlessRefused = (error: unknown): undefined => {
  if (error instanceof Refusal) return undefined
  throw error
}
