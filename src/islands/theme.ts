// Runs before the page is drawn, so that a chosen theme never flashes. Without a choice the device decides.
try {
  const chosen = localStorage.getItem('theme')
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
} catch {
  // Storage is switched off: the device decides.
}

export {}
