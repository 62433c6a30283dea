import { type Form, isMoneyBlock, type Question, tableOf } from '../../engine/form/index.ts'
import { formatCount, type Language, pick } from '../../kernel/text.ts'
import { InLanguage } from '../../ui/index.ts'
import { fillText } from './fill-text.ts'

/** An empty form on paper, with boxes to write in. */
export function PaperView({ form, language }: { form: Form; language: Language }) {
  const t = fillText[language]
  return (
    <div class="paper">
      {form.sections.map((section, i) => (
        <section>
          <h2>
            {i + 1}. <InLanguage names={section.title} language={language} />
          </h2>
          {section.lead && (
            <p>
              <InLanguage names={section.lead} language={language} />
            </p>
          )}
          {section.questions.map((question, j) => (
            <div class="paper-question">
              <h3>
                {i + 1}.{j + 1} <InLanguage names={question.label} language={language} />
                {!question.required && <span class="quiet"> ({t.optional})</span>}
              </h3>
              {question.when && <p class="note">{t.conditional}</p>}
              {question.help && (
                <p class="note">
                  <InLanguage names={question.help} language={language} />
                </p>
              )}
              <Blank question={question} language={language} />
            </div>
          ))}
        </section>
      ))}
      <div class="paper-question">
        <h3>{t.signature}</h3>
        <div class="blank tall" />
      </div>
    </div>
  )
}

const Box = ({ size }: { size?: 'short' | 'tall' | 'page' }) => (
  <div class={size ? `blank ${size}` : 'blank'} />
)

function Blank({ question, language }: { question: Question; language: Language }) {
  const t = fillText[language]
  const table = tableOf(question)
  if (table)
    return (
      <table class="blank-table">
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th scope="col">
                <InLanguage names={column.label} language={language} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: Math.min(table.mostRows, Math.max(table.leastRows, 4)) }, () => (
            <tr>
              {table.columns.map(() => (
                <td>&nbsp;</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    )
  if (isMoneyBlock(question.kind)) return <p class="note">{t.moneyBlock}</p>
  switch (question.kind) {
    case 'long-text':
      return (
        <>
          <p class="note">{t.atMost(formatCount(question.most, language))}</p>
          <Box size={question.most > 1500 ? 'page' : 'tall'} />
        </>
      )
    case 'choice':
      if (question.choices.length === 0) return <Box />
      return (
        <ul class="blank-choices">
          {question.choices.map((choice) => (
            <li>
              <span class="tick" aria-hidden="true" /> <InLanguage names={choice.label} language={language} />
            </li>
          ))}
        </ul>
      )
    case 'declaration':
      return (
        <p>
          <span class="tick" aria-hidden="true" /> <InLanguage names={question.text} language={language} />
        </p>
      )
    case 'file':
      return <p class="note">{t.files(question.mostFiles)}</p>
    case 'number':
    case 'money': {
      const unit = question.kind === 'money' ? '€' : question.unit && pick(question.unit, language)?.text
      return (
        <div class="blank-amount">
          <Box size="short" /> {unit}
        </div>
      )
    }
    case 'date':
      return <Box size="short" />
    default:
      return <Box />
  }
}
