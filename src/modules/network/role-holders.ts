import type { Tx } from '../../kernel/db.ts'
import { openRegistrar, writeRegistered } from '../organisations/index.ts'
import { rolesToFind, setRoleHolder } from './gather-queries.ts'

/**
 * Finds in the registry who holds the roles of ecosystems, by business id or name, as a list's names are found; who is
 * not there is enlisted. Sure ones are joined, unsure ones wait in the queue of pairs like any other.
 */
export async function findRoleHolders(tx: Tx, now: Date): Promise<number> {
  const roles = await rolesToFind(tx)
  if (roles.length === 0) return 0
  const mentions = roles.map(({ name, businessId }) => ({
    name,
    country: 'FI',
    ...(businessId && { identifiers: [{ scheme: 'fi-business-id', value: businessId }] }),
  }))
  const registrar = await openRegistrar(tx, null, 'ekosysteemien roolit', now, mentions)
  const found = mentions.map((mention) => registrar.resolve(mention))
  await writeRegistered(tx, registrar.take(), now)
  for (const [i, role] of roles.entries()) await setRoleHolder(tx, role.id, found[i]!.id)
  return roles.length
}
