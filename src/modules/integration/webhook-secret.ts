import type { Stage } from '../../kernel/context.ts'
import { seal, unseal } from '../../kernel/seal.ts'

type Holder = Pick<Stage, 'site'>

export const use = 'webhook'

/** What is stored of a webhook's secret: it signs, so it must be read again, but not from the table alone. */
export const keepSecret = ({ site }: Holder, secret: string): string => seal(site?.secret ?? '', use, secret)

/** The secret of what is stored. Sealed under another key of the installation it is lost: then it is renewed. */
export function readSecret({ site }: Holder, kept: string): string {
  const secret = unseal(site?.secret ?? '', use, kept)
  if (secret === undefined) throw new Error('the secret of a webhook was sealed with another key')
  return secret
}
