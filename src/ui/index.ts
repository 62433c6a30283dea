/**
 * The look of Talkoot as parts: server components, Preact JSX rendered to strings, that know words, numbers and dates
 * but no domain. A page of a module is made of these; what it says it brings along. Rules every part keeps:
 * it works without script, it carries no style attribute (the content security policy forbids them), every figure may
 * have its origin beside it, every chart and map has its numbers in a table, and nothing is said by colour alone.
 */
export { Alert, type AlertProps } from './alert.tsx'
export { type Area, AreaMap, type AreaMapProps } from './area-map.tsx'
export { Bar, BarList, type BarListItem, type BarProps } from './bar.tsx'
export { Chain, type ChainProps, type Stage } from './chain.tsx'
export type { Chart, Line, Mark } from './charts/chart.ts'
export { ChartFigure, type ChartFigureProps, type ChartFormat, chartFormats } from './charts/chart-figure.tsx'
export { Drawing } from './charts/drawing.tsx'
export { chartFile } from './charts/files.ts'
export { narrow, wide } from './charts/scale.tsx'
export { type Chip, Chips, type ChipsProps } from './chips.tsx'
export { ColumnChooser } from './column-chooser.tsx'
export { Dialog, type DialogProps, Popover } from './dialog.tsx'
export { Empty } from './empty.tsx'
export { ErrorSummary, type ErrorSummaryProps, type FieldError } from './error-summary.tsx'
export { type Facet, type FacetOption, Facets, type FacetsProps } from './facets.tsx'
export { type FactItem, Facts } from './facts.tsx'
export {
  CheckField,
  type CheckFieldProps,
  type Choice,
  ChoicesField,
  type ChoicesFieldProps,
  type FieldProps,
  FileField,
  type FileFieldProps,
  fieldId,
  SelectField,
  type SelectFieldProps,
  TextArea,
  type TextAreaProps,
  TextField,
  type TextFieldProps,
} from './fields.tsx'
export { Figure, type FigureProps, type Origin, OriginLink } from './figure.tsx'
export { type Lane, Lanes, type LanesProps } from './lanes.tsx'
export { type Account, Layout, type LayoutProps, type PageLink, type Site, toHtml } from './layout.tsx'
export { LinkList, type LinkListItem, NewsList, type Task, TaskList } from './lists.tsx'
export { type RegionFigure, RegionMap, type RegionMapProps } from './map.tsx'
export { Matrix, type MatrixCell, type MatrixProps } from './matrix.tsx'
export { Menu, type MenuItem, type MenuProps, sheetChoices } from './menu.tsx'
export { InLanguage, Marked, type MarkedProps } from './names.tsx'
export { PageHead, type PageHeadProps } from './page-head.tsx'
export { Pager, type PagerProps } from './pager.tsx'
export { Progress, type ProgressProps } from './progress.tsx'
export { type Provenance, ProvenanceList } from './provenance.tsx'
export { inWords, magnitude, type Quantity, type Written } from './quantity.ts'
export { Ref, type Reference, References } from './references.tsx'
export { Say, type SayProps } from './say.tsx'
export { Examples, SearchBox, type SearchBoxProps, SearchWords } from './search-box.tsx'
export { Section, type SectionProps } from './section.tsx'
export { StateChart, type StateChartProps } from './state-chart.tsx'
export { type Stat, Stats } from './stats.tsx'
export { type Column, Scroll, type Sort, Table, type TableProps } from './table.tsx'
export { type Tab, Tabs } from './tabs.tsx'
export { type Sign, Tag, type TagProps, type Tone } from './tag.tsx'
export { text } from './text.ts'
export { Timeline, type TimelineProps, type TimelineRow } from './timeline.tsx'
export { Versions } from './versions.tsx'
export { YearChart, type YearChartProps, type YearMoney, yearsDrawn } from './year-chart.tsx'
export type { FacetYear } from './year-facet.tsx'
