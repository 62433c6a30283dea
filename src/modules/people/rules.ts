import { createHash } from 'node:crypto'
import type { Context } from '../../kernel/context.ts'

/** Whether the actor does a coordinator's work: the product itself (command line, job) or a person with the office. */
export const isCoordinator = (ctx: Pick<Context, 'actor'>): boolean =>
  ctx.actor.kind === 'system' || (ctx.actor.kind === 'person' && ctx.actor.offices.includes('coordinator'))

/** What is stored of a secret. The secret has 256 random bits, so a plain hash is enough. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** A printed link is for the person at the terminal now; a session lasts a working day. */
export const lifetimes = { linkMs: 60 * 60 * 1000, sessionMs: 12 * 60 * 60 * 1000 }
