import type { PageRequest } from '../../kernel/page.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { Tag } from '../../ui/index.ts'
import { pathOf } from './rights.ts'
import type { Task } from './task-queries.ts'
import { taskText } from './task-text.ts'

export const meetingsPath = (consortium: string): string => `${pathOf(consortium)}/meetings`

type Props = {
  tasks: readonly Task[]
  request: PageRequest
  /** Who may mark it done. */
  may: (task: Task) => boolean
  /** Of whoever has no account. */
  token?: string
  /** Whether who does it is told: not where all are of one partner. */
  named?: boolean
}

/** Tasks as a list, each done with one press. */
export function TaskItems({ tasks, request, may, token, named }: Props) {
  const { language, link, now } = request
  const t = taskText[language]
  if (tasks.length === 0) return <p class="quiet">{t.none}</p>
  const today = dayIn(now)
  return (
    <ul class="cons-steps">
      {tasks.map((task) => (
        <li>
          <span>
            {task.what}
            <span class="sub">
              {[
                named && (task.who ?? t.gatherers),
                task.due && t.due(formatDay(task.due, language)),
                task.doneAt && t.doneBy(task.doneBy ?? '', formatDay(dayIn(task.doneAt), language)),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          <span class="cons-how">
            {task.doneAt && <Tag tone="ok">{t.done}</Tag>}
            {!task.doneAt && task.due && task.due < today && (
              <Tag tone="warm">{t.due(formatDay(task.due, language))}</Tag>
            )}
            {may(task) && (
              <form
                method="post"
                action={link(token ? '/consortium-task' : `${pathOf(task.consortium)}/task-done`)}
              >
                <input type="hidden" name="task" value={task.id} />
                {token && <input type="hidden" name="token" value={token} />}
                {task.doneAt && <input type="hidden" name="undo" value="1" />}
                <button class={task.doneAt ? 'btn bare' : 'btn'} type="submit">
                  {task.doneAt ? t.undo : t.done}
                  <span class="vh">: {task.what}</span>
                </button>
              </form>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
