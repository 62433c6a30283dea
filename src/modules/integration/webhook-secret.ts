import type { Stage } from '../../kernel/context.ts'

type Holder = Pick<Stage, 'log'>

/** What is stored of a webhook's secret. */
export const keepSecret = (_: Holder, secret: string): string => secret

/** The secret of what is stored. */
export const readSecret = (_: Holder, kept: string): string => kept
