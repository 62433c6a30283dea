import { expect } from 'vitest'

export type Part = {
  name: string
  lines: { name: string; parameters: string; value: string }[]
  parts: Part[]
}

/** RFC 5545 read to the letter, without the library that writes: lines, folding, properties, components. */
export function readCalendar(file: string): Part {
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const physical = file.split('\r\n')
  if (physical.at(-1) === '') physical.pop()
  for (const line of physical) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    // Cut between two halves of one sign, a line would not be the same text when it is read as bytes.
    expect(Buffer.from(line).toString()).toBe(line)
  }
  const root: Part = { name: '', lines: [], parts: [] }
  const open = [root]
  for (const line of physical
    .join('\r\n')
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')) {
    const said = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/su.exec(line)
    if (!said) throw new Error(`no property: ${JSON.stringify(line)}`)
    const [, name = '', parameters = '', value = ''] = said
    if (name === 'BEGIN') {
      const part = { name: value, lines: [], parts: [] }
      open.at(-1)!.parts.push(part)
      open.push(part)
    } else if (name === 'END') expect(open.pop()!.name).toBe(value)
    else open.at(-1)!.lines.push({ name, parameters, value })
  }
  expect(open).toEqual([root])
  return root
}

/** TEXT as 3.3.11 has it: the only escapes are these, and no control sign but a tab stands in it. */
export function textOf(part: Part, name: string): string | undefined {
  const value = part.lines.find((l) => l.name === name)?.value
  if (value === undefined) return undefined
  expect(value.replaceAll('\t', '')).not.toMatch(/\p{Cc}/u)
  expect(value).toMatch(/^(?:[^\\;,]|\\[\\;,nN])*$/su)
  return value.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))
}
