import type { PageRequest } from '../../kernel/page.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Alert } from '../../ui/index.ts'
import { courseText } from './course-text.ts'
import { givenUpText } from './given-up-text.ts'
import type { Room } from './room.ts'

/** Told on the meeting's pages until it is closed again: who closed it, why it is open, and what makes it easier. */
export function RecordGivenUp({
  room: { id, givenUp },
  language,
  link,
}: { room: Pick<Room, 'id' | 'givenUp'> } & Pick<PageRequest, 'language' | 'link'>) {
  if (!givenUp) return null
  const t = givenUpText[language]
  const when = (at: string) => formatInstant(new Date(at), language)
  return (
    <Alert tone="warm" title={t.title}>
      <p>
        {t.closed(givenUp.by ?? t.somebody, when(givenUp.closed))} {t.ended(when(givenUp.at))}{' '}
        {t.why[givenUp.why]} {t.kept}
      </p>
      <p>{t.next[givenUp.why]}</p>
      {givenUp.why !== 'cancelled' && (
        <ul>
          {t.easier.map((way) => (
            <li>{way}</li>
          ))}
        </ul>
      )}
      <p>
        <a href={link(`/selections/${id}/course`)}>{courseText[language].title}</a>
      </p>
    </Alert>
  )
}
