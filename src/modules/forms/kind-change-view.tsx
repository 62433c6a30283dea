import type { Question } from '../../engine/form/index.ts'
import type { PageRequest } from '../../kernel/page.ts'
import { Alert } from '../../ui/index.ts'
import { consequenceOf } from './kind-change.ts'
import { kindChangeText } from './kind-change-text.ts'
import { kindText } from './kind-text.ts'
import type { Kind } from './question-editor.ts'

type Speaks = Pick<PageRequest, 'language' | 'link'>

/** Every other kind, the harmless ones first, each with what becomes of answers. */
export function OtherKinds({ old, at, request }: { old: Question; at: string; request: Speaks }) {
  const { language, link } = request
  const t = kindChangeText[language]
  const { kinds } = kindText[language]
  const order = ['kept', 'read-again', 'lost'] as const
  return (
    <>
      <p>
        {t.now}: <b>{kinds[old.kind][0]}</b>
      </p>
      {order.map((consequence) => (
        <section>
          <h2>{t.consequences[consequence]}</h2>
          <ul class="kinds">
            {(Object.keys(kinds) as Kind[])
              .filter((kind) => kind !== old.kind && consequenceOf(old, kind) === consequence)
              .map((kind) => (
                <li>
                  <a href={link(`${at}/as/${kind}`)}>{kinds[kind][0]}</a>
                  <span class="sub">{kinds[kind][1]}</span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}

/** Above the editor of a question that changes its kind: what follows from it. */
export function KindSaid({ old, kind, language }: { old: Question; kind: Kind } & Pick<Speaks, 'language'>) {
  const t = kindChangeText[language]
  const { kinds } = kindText[language]
  const consequence = consequenceOf(old, kind)
  return (
    <Alert
      tone={consequence === 'kept' ? 'note' : 'warm'}
      title={t.says(kinds[old.kind][0]!, kinds[kind][0]!)}
    >
      {t.consequences[consequence]} {t.limits}
    </Alert>
  )
}

export const KindLink = ({ at, request: { language, link } }: { at: string; request: Speaks }) => (
  <p>
    <a href={link(at)}>{kindChangeText[language].link}</a>
  </p>
)
