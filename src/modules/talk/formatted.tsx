import { blocksOf, type Inline, type Named } from './rules.ts'

/** A text of people with its paragraphs, lists, links and mentions. Everything else in it is shown as it was typed. */
export function Formatted({ text, mentioned = [] }: { text: string; mentioned?: readonly Named[] }) {
  return (
    <div class="said">
      {blocksOf(text, mentioned).map((block) => {
        if (block.kind === 'list') {
          const items = block.items.map((item) => (
            <li>
              <Line of={item} />
            </li>
          ))
          return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
        }
        const lines = block.lines.map((line, i) => (
          <>
            {i > 0 && <br />}
            <Line of={line} />
          </>
        ))
        return block.kind === 'quote' ? <blockquote>{lines}</blockquote> : <p>{lines}</p>
      })}
    </div>
  )
}

function Line({ of }: { of: readonly Inline[] }) {
  return (
    <>
      {of.map((part) => {
        if ('mention' in part) return <b class="mention">{part.mention}</b>
        if ('link' in part)
          return (
            <a href={part.link} rel="nofollow noopener">
              {part.text}
            </a>
          )
        return part.text
      })}
    </>
  )
}
