/** What an applicant answers to the shipped form of an ecosystem agreement: complete, and no two alike. */
const sentences = [
  'Alueen yritykset tarvitsevat kokeiluympäristön, jossa ratkaisuja voi koettaa oikeilla käyttäjillä.',
  'Kaupungit, korkeakoulut ja yritykset ovat valmistelleet hanketta yhdessä kevään ajan.',
  'Tulokset jäävät osaksi toteuttajien tavallista toimintaa, ja niiden ylläpidosta on sovittu.',
  'Åtgärderna genomförs på båda inhemska språken och utvärderas varje halvår.',
  'Mittarit luetaan neljännesvuosittain: päästöt, kustannukset ja osallistuneet yritykset (≥ 24 kpl).',
  'Riskinä on, että laitteet myöhästyvät; silloin kokeilu alkaa vuokratuilla laitteilla.',
]

/** So many characters of prose; `salt` makes it somebody's own. */
export function prose(salt: number, length: number): string {
  let text = `Hakemus ${salt}.`
  for (let i = salt; text.length < length; i++) text += ` ${sentences[i % sentences.length]}`
  return text.slice(0, length).trimEnd()
}

export type Sections = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>

const rows = (key: string, cells: readonly Record<string, string>[]): Record<string, string> =>
  Object.fromEntries([
    [`${key}.rows`, cells.map((_, i) => i + 1).join('\n')],
    ...cells.flatMap((row, i) => Object.entries(row).map(([c, v]) => [`${key}.${i + 1}.${c}`, v] as const)),
  ])

/** The answers of applicant n, by section: two partners, a budget at the flat rate of 40 %, 60 % of it applied for. */
export function answersOf(n: number): Sections {
  const long = (length: number) => prose(n, length)
  const applicant = { organisation: `Hakija ${n} Oy`, 'business-id': '0187690-1' }
  const partner = { organisation: 'Osatoteuttaja Oy', 'business-id': '2170029-2' }
  const reached = { contact: 'Aino Aalto', email: 'aino@example.fi', phone: '040 1234567' }
  const financing = {
    grant: '84 000,00',
    municipal: '0',
    'other-public': '0',
    private: '0',
    own: '56 000,00',
  }
  const both = <T>(of: (row: number) => Record<string, T>) => ({ ...of(1), ...of(2) })
  return {
    applicant: {
      ...applicant,
      'organisation-type': 'company',
      address: `Koekatu ${n}`,
      'postal-code': '00100',
      city: 'Helsinki',
      iban: 'FI21 1234 5600 0007 85',
      'contact-name': `Hakija ${n}`,
      'contact-email': `hakija.${n}@example.fi`,
      'contact-phone': '040 1234567',
    },
    partners: {
      ...rows('partners', [
        { ...applicant, ...reached, role: 'lead', task: long(300) },
        { ...partner, ...reached, role: 'partner', task: long(300) },
      ]),
      cooperation: long(1_500),
    },
    summary: {
      name: `Vähähiilinen kortteli ${n}`,
      starts: '1.9.2027',
      ends: '31.8.2029',
      objective: 'fi-2021/1.1',
      priority: '1',
      summary: long(1_600),
    },
    need: { need: long(2_400), strategy: long(1_500) },
    objectives: { objectives: long(2_400), 'target-group': long(800), horizontal: long(1_500) },
    measures: rows(
      'work-packages',
      ['Valmistelu', 'Kokeilut', 'Vakiinnuttaminen'].map((name) => ({
        name,
        lead: `Hakija ${n} Oy`,
        starts: '1.9.2027',
        ends: '31.8.2029',
        measures: long(1_200),
        results: long(600),
      })),
    ),
    indicators: rows('indicators', [
      { indicator: 'RCO01 Tuetut yritykset', unit: 'kpl', baseline: '0', target: '24', evidence: 'Luettelo' },
      { indicator: 'RCO10 Yhteistyöyritykset', unit: 'kpl', baseline: '0', target: '8', evidence: 'Sopimus' },
    ]),
    budget: {
      ...both((row) => ({ [`budget.${row}.salaries`]: '100 000,00' })),
      'budget-grounds': long(1_500),
    },
    financing: {
      ...both((row) =>
        Object.fromEntries(
          Object.entries(financing).map(([source, amount]) => [`financing.${row}.${source}`, amount]),
        ),
      ),
      'other-aid': 'no',
    },
    'de-minimis': both((row) => ({ [`de-minimis.${row}.none`]: ['yes'] })),
    continuation: rows('continuation', [
      {
        organisation: `Hakija ${n} Oy`,
        continues: long(800),
        payer: 'Hakija',
        owner: 'Hakija',
        evidence: 'Talousarvio 2030',
      },
    ]),
    declarations: { right: ['yes'], capacity: ['yes'], publication: ['yes'] },
  }
}
