/** Light, dark or as on the device. Exists only where script runs: without it the device decides. */
export class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    if (this.firstChild) return
    const label = document.createElement('label')
    const select = document.createElement('select')
    for (const theme of ['system', 'light', 'dark'])
      select.append(new Option(this.dataset[theme] ?? theme, theme))
    select.value = document.documentElement.dataset.theme ?? 'system'
    select.addEventListener('change', () => choose(select.value))
    label.append(this.dataset.label ?? '', select)
    this.append(label)
  }
}

function choose(theme: string): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset.theme
  else dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem('theme')
    else localStorage.setItem('theme', theme)
  } catch {
    // Storage is switched off: the choice lasts for this page.
  }
}
