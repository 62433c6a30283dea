import agreements from '../../../data/ecosystems/agreements.json' with { type: 'json' }
import hev from '../../../data/ecosystems/hev.json' with { type: 'json' }
import hgie from '../../../data/ecosystems/hgie.json' with { type: 'json' }
import ic16 from '../../../data/ecosystems/ic16.json' with { type: 'json' }
import sixnet from '../../../data/ecosystems/sixnet.json' with { type: 'json' }
import sources from '../../../data/ecosystems/sources.json' with { type: 'json' }
import vitali from '../../../data/ecosystems/vitali.json' with { type: 'json' }
import type { Ecosystem, EcosystemSources } from './record.ts'

/** The ecosystems that ship with the product, in the order in which they are listed. */
export const shippedEcosystems = [
  hev,
  ic16,
  sixnet,
  hgie,
  vitali,
  ...agreements,
] as unknown as readonly Ecosystem[]

export const shippedSources = sources as EcosystemSources
