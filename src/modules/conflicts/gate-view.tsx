import type { PageRequest } from '../../kernel/page.ts'
import { Alert, Facts } from '../../ui/index.ts'
import type { Gate } from './gate.ts'
import { gateText } from './gate-text.ts'
import { groundText } from './ties-view.tsx'

/** Why an application is not open to its reader, and the one press that leads on. */
export function GateView({
  gate,
  application,
  call,
  request,
}: {
  gate: Gate
  application: string
  call: string
  request: Pick<PageRequest, 'language' | 'link'>
}) {
  const { language, link } = request
  const t = gateText[language]
  const own = link(`/applications/${application}/conflict`)
  const barred = gate.is === 'barred'
  const handled = gate.deputy
    ? { label: t.handler, value: gate.deputy }
    : { label: t.mayHandle, value: gate.others.join(', ') || t.nobody }
  return (
    <Alert tone={barred ? 'bad' : 'warm'} title={t.titles[gate.is]}>
      <p>{t.lead[gate.is]}</p>
      {barred && (
        <Facts
          language={language}
          items={[
            ...(gate.points.length > 0
              ? [{ label: t.ground, value: gate.points.map((p) => groundText(p, language)).join('; ') }]
              : []),
            handled,
          ]}
        />
      )}
      <div class="actions">
        <a class={barred ? 'btn' : 'btn main'} href={own}>
          {barred ? t.toGround : gate.is === 'must-answer' ? t.toAnswer : t.toDeclare}
        </a>
        {!barred && (
          <a class="btn" href={link(`/calls/${call}/conflicts/own`)}>
            {t.allOwn}
          </a>
        )}
      </div>
    </Alert>
  )
}
