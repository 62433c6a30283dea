import { Section, Table } from '../../ui/index.ts'
import { selectionRoles } from './rules.ts'
import { text } from './text.ts'
import type { ViewProps } from './view-props.ts'

/** Who sits in the meeting; its keeper seats others and takes off who has not come. */
export function MembersView({ room, people, keeps, request }: ViewProps & { keeps: boolean }) {
  const { language, link } = request
  const t = text[language]
  const path = link(`/selections/${room.id}/members`)
  const free = people.filter((p) => !room.members.some((m) => m.person === p.id))
  return (
    <Section title={t.members}>
      {room.members.length === 0 ? (
        <p class="quiet">{t.noMembers}</p>
      ) : (
        <Table
          caption={t.members}
          language={language}
          rows={room.members}
          columns={[
            { label: t.member, heading: true, cell: (m) => m.name },
            { label: t.role, cell: (m) => t.roles[m.role] },
            ...(keeps
              ? [
                  {
                    label: t.unseat,
                    quiet: true,
                    cell: (m: (typeof room.members)[number]) =>
                      m.came === null && (
                        <form method="post" action={path} class="inline">
                          <input type="hidden" name="person" value={m.person} />
                          <button class="btn small" type="submit" aria-label={t.unseatOf(m.name)}>
                            {t.unseat}
                          </button>
                        </form>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {keeps && free.length > 0 && (
        <form method="post" action={path} class="inline selection-seat">
          <label>
            {t.member}{' '}
            <select name="person">
              {free.map((p) => (
                <option value={p.id}>{p.name}</option>
              ))}
            </select>
          </label>{' '}
          <label>
            {t.role}{' '}
            <select name="role">
              {selectionRoles.map((r) => (
                <option value={r} selected={r === 'member'}>
                  {t.roles[r]}
                </option>
              ))}
            </select>
          </label>{' '}
          <button class="btn" type="submit">
            {t.seat}
          </button>
        </form>
      )}
    </Section>
  )
}
