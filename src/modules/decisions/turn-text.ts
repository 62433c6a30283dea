import { words } from '../../kernel/text.ts'

export const turnText = words(
  {
    waits: {
      propose: (call: string, n: number) =>
        n === 1 ? `${call}: 1 hakemus odottaa esitystä` : `${call}: ${n} hakemusta odottaa esitystä`,
      select: (call: string, n: number) =>
        n === 1
          ? `${call}: 1 asia odottaa kaupungin valintaa`
          : `${call}: ${n} asiaa odottaa kaupungin valintaa`,
      decide: (call: string, n: number) =>
        n === 1 ? `${call}: 1 asia odottaa liiton päätöstä` : `${call}: ${n} asiaa odottaa liiton päätöstä`,
      publish: (call: string, n: number) =>
        n === 1 ? `${call}: 1 päätös odottaa julkaisua` : `${call}: ${n} päätöstä odottaa julkaisua`,
    },
    called: (meeting: string) => `${meeting}: esityslista on luettavissa`,
    open: (meeting: string) => `${meeting} on käynnissä`,
    approve: (meeting: string) => `${meeting}: pöytäkirja odottaa hyväksymistä`,
    kind: 'Päätös',
    group: 'Päätökset',
    meetingKind: 'Kokous',
    meetingGroup: 'Kokoukset',
  },
  {
    sv: {
      waits: {
        propose: (call, n) =>
          n === 1 ? `${call}: 1 ansökan väntar på förslag` : `${call}: ${n} ansökningar väntar på förslag`,
        select: (call, n) =>
          n === 1
            ? `${call}: 1 ärende väntar på stadens urval`
            : `${call}: ${n} ärenden väntar på stadens urval`,
        decide: (call, n) =>
          n === 1
            ? `${call}: 1 ärende väntar på förbundets beslut`
            : `${call}: ${n} ärenden väntar på förbundets beslut`,
        publish: (call, n) =>
          n === 1 ? `${call}: 1 beslut väntar på publicering` : `${call}: ${n} beslut väntar på publicering`,
      },
      called: (meeting) => `${meeting}: föredragningslistan kan läsas`,
      open: (meeting) => `${meeting} pågår`,
      approve: (meeting) => `${meeting}: protokollet väntar på godkännande`,
      kind: 'Beslut',
      group: 'Beslut',
      meetingKind: 'Möte',
      meetingGroup: 'Möten',
    },
    en: {
      waits: {
        propose: (call, n) =>
          n === 1
            ? `${call}: 1 application waits for a proposal`
            : `${call}: ${n} applications wait for a proposal`,
        select: (call, n) =>
          n === 1
            ? `${call}: 1 matter waits for the city’s selection`
            : `${call}: ${n} matters wait for the city’s selection`,
        decide: (call, n) =>
          n === 1
            ? `${call}: 1 matter waits for the council’s decision`
            : `${call}: ${n} matters wait for the council’s decision`,
        publish: (call, n) =>
          n === 1
            ? `${call}: 1 decision waits to be published`
            : `${call}: ${n} decisions wait to be published`,
      },
      called: (meeting) => `${meeting}: the agenda can be read`,
      open: (meeting) => `${meeting} is in session`,
      approve: (meeting) => `${meeting}: the minutes wait to be approved`,
      kind: 'Decision',
      group: 'Decisions',
      meetingKind: 'Meeting',
      meetingGroup: 'Meetings',
    },
  },
)
