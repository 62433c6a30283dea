import type { ComponentChildren } from 'preact'
import type { PageRequest } from '../../kernel/page.ts'
import { type Column, Empty, Scroll, Table } from '../../ui/index.ts'
import type { Room, RoomCandidate } from './room.ts'
import { said } from './selection-frame.tsx'
import { text } from './text.ts'

type Props = {
  room: Pick<Room, 'id' | 'candidates'>
  request: Pick<PageRequest, 'language' | 'link'>
  /** What stands beside the name. */
  mark?: (candidate: RoomCandidate) => ComponentChildren
  /** Columns after the code and the name. */
  more: readonly Column<RoomCandidate>[]
}

/** The candidates of a meeting, each with the way to its page. */
export function CandidatesTable({ room, request: { language, link }, mark, more }: Props) {
  const t = text[language]
  if (room.candidates.length === 0) return <Empty title={t.noCandidates} />
  return (
    <div class="selection-candidates">
      <Scroll label={t.candidates}>
        <Table
          caption={t.candidates}
          language={language}
          cards
          density="tight"
          rows={room.candidates}
          columns={[
            { label: t.code, class: 'num', cell: (c) => c.code },
            {
              label: t.project,
              heading: true,
              phone: 'wide',
              cell: (c) => (
                <>
                  <a href={link(`/selections/${room.id}/candidates/${encodeURIComponent(c.code)}`)}>
                    {said(c.title, language)}
                  </a>
                  {mark?.(c)}
                  <span class="sub">{[c.lead, c.city].filter(Boolean).join(' · ')}</span>
                </>
              ),
            },
            ...more,
          ]}
        />
      </Scroll>
    </div>
  )
}
