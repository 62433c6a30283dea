import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileKinds, kindOfContent, safeName } from './attachment-types.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const kind = (content: Buffer, name: string) => kindOfContent(content, content, name)

describe('what a file is', () => {
  test.each([
    ['%PDF-1.7 ...', 'a.pdf', 'pdf'],
    ['\x89PNG\r\n\x1a\n....', 'a.png', 'png'],
    ['\xff\xd8\xff\xe0....', 'a.jpg', 'jpeg'],
    ['RIFF\x00\x00\x00\x00WEBPVP8 ', 'a.webp', 'webp'],
    ['PK\x03\x04....[Content_Types].xml....word/document.xml', 'a.docx', 'docx'],
    ['PK\x03\x04....[Content_Types].xml....xl/workbook.xml', 'a.xlsx', 'xlsx'],
    [`PK\x03\x04${'.'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.text`, 'a.odt', 'odt'],
    ['PK\x03\x04....anything', 'a.zip', 'zip'],
    ['a;b;c\n1;2;3\n', 'a.csv', 'csv'],
    ['Muistiinpanoja', 'muistio.txt', 'txt'],
  ])('%j is told by its content', (content, name, expected) => {
    expect(kind(bytes(content), name)).toBe(expected)
  })

  test.each([
    ['<!doctype html><script>alert(1)</script>', 'kuva.png'],
    ['\n  <svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">', 'kuva.svg'],
    ['\xef\xbb\xbf<html>', 'a.txt'],
    ['MZ\x90\x00\x03', 'asiakirja.pdf'],
    ['MZ looks like text', 'a.txt'],
    ['\x7fELF\x02\x01', 'a.csv'],
    ['#!/bin/sh\nrm -rf /', 'a.txt'],
    ['PK\x03\x04[Content_Types].xml word/document.xml word/vbaProject.bin', 'a.docx'],
    ['', 'tyhja.txt'],
  ])('%j is not taken, whatever it is called', (content, name) => {
    expect(kind(bytes(content), name)).toBeUndefined()
  })

  test('any bytes under any name have one answer, and never a page', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (content, name) => {
        const found = kindOfContent(content, content, name)
        expect([...fileKinds, undefined]).toContain(found)
      }),
    )
  })
})

test('a name has no path, no control sign, and the ending of its content', () => {
  expect(safeName('../../etc/passwd', 'pdf')).toBe('passwd.pdf')
  expect(safeName('C:\\fakepath\\Älä avaa.exe', 'pdf')).toBe('Älä avaa.exe.pdf')
  expect(safeName('gnp.\u202eexe', 'png')).toBe('gnp.exe.png')
  expect(safeName('Raportti 2026 – 漢字 🌲.PDF', 'pdf')).toBe('Raportti 2026 – 漢字 🌲.PDF')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (written) => {
      const name = safeName(written, 'docx')
      expect(name).not.toMatch(/[\\/\p{Cc}\p{Cf}]/u)
      expect(name).toMatch(/\.docx$/i)
      expect([...name].length).toBeLessThanOrEqual(125)
    }),
  )
})
