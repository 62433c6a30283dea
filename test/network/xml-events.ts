import { SaxesParser } from 'saxes'
import type { XmlEvent } from '../../src/engine/network/index.ts'

/** What saxes tells of a document: it reads no DTD, so that no entity can grow. @throws Error where it is no XML */
export function xmlEvents(text: string): XmlEvent[] {
  const parser = new SaxesParser()
  const events: XmlEvent[] = []
  parser.on('opentag', ({ name, attributes }) => void events.push({ kind: 'open', name, attributes }))
  parser.on('text', (told) => void events.push({ kind: 'text', text: told }))
  parser.on('closetag', () => void events.push({ kind: 'close' }))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(text).close()
  return events
}
