import { words } from '../../kernel/text.ts'

export const deriveText = words(
  {
    derivedName: {
      ratio: (a: string, b: string, times: string) =>
        times === '100' ? `${a} / ${b}, %` : times === '1' ? `${a} / ${b}` : `${a} / ${b} × ${times}`,
      change: (a: string) => `${a}, muutos %`,
    },
    derive: 'Johda muuttuja',
    deriveLead:
      'Suhteuta muuttuja toiseen, esimerkiksi asukasta kohden tai osuutena BKT:stä, tai katso muutosta vuosien välillä. Puuttuva luku jää puuttuvaksi.',
    derivedAs: 'Miten',
    derivedKinds: { ratio: 'Jaettuna toisella muuttujalla', change: 'Muutos prosentteina' },
    derivedBy: 'Jakaja',
    derivedTimes: 'Kerrotaan',
    derivedFactors: { '1': 'ei kerrota', '100': '100 (prosentti)', '1000': '1 000', '1000000': '1 000 000' },
    derivedSince: 'Mistä lähtien',
    deriveThis: 'Lisää johdettu muuttuja',
  },
  {
    sv: {
      derivedName: {
        ratio: (a, b, times) =>
          times === '100' ? `${a} / ${b}, %` : times === '1' ? `${a} / ${b}` : `${a} / ${b} × ${times}`,
        change: (a) => `${a}, förändring %`,
      },
      derive: 'Härled en variabel',
      deriveLead:
        'Ställ en variabel i relation till en annan, till exempel per invånare eller som andel av BNP, eller se förändringen mellan år. Ett tal som saknas förblir saknat.',
      derivedAs: 'Hur',
      derivedKinds: { ratio: 'Delad med en annan variabel', change: 'Förändring i procent' },
      derivedBy: 'Divisor',
      derivedTimes: 'Gånger',
      derivedFactors: { '1': 'inget', '100': '100 (procent)', '1000': '1 000', '1000000': '1 000 000' },
      derivedSince: 'Sedan',
      deriveThis: 'Lägg till den härledda variabeln',
    },
    en: {
      derivedName: {
        ratio: (a, b, times) =>
          times === '100' ? `${a} / ${b}, %` : times === '1' ? `${a} / ${b}` : `${a} / ${b} × ${times}`,
        change: (a) => `${a}, change %`,
      },
      derive: 'Derive a variable',
      deriveLead:
        'Set a variable against another, such as for an inhabitant or as a share of GDP, or see its change between years. A missing figure stays missing.',
      derivedAs: 'How',
      derivedKinds: { ratio: 'Divided by another variable', change: 'Change in percent' },
      derivedBy: 'Divisor',
      derivedTimes: 'Times',
      derivedFactors: { '1': 'nothing', '100': '100 (percent)', '1000': '1,000', '1000000': '1,000,000' },
      derivedSince: 'Since',
      deriveThis: 'Add the derived variable',
    },
  },
)
