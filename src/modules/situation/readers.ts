import type { Actor } from '../../kernel/actor.ts'
import type { Picture } from './content.ts'

/**
 * Whose eyes a picture is made with: a visitor's for a public one, else those of somebody who holds the least office
 * where the picture belongs. So it shows no more than each of its readers may ask.
 */
export const readersOf = ({ share, ecosystem }: Pick<Picture, 'share' | 'ecosystem'>): Actor =>
  share === 'public'
    ? { kind: 'visitor' }
    : {
        kind: 'person',
        id: '00000000-0000-0000-0000-000000000000',
        name: '',
        offices: [{ office: share === 'own' ? 'preparer' : 'member', ecosystem }],
        organisations: [],
        linked: [],
      }
