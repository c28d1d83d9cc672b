// Runs before the first paint, so that a dark console never flashes white.
(function () {
  var choice;
  try {
    choice = window.localStorage.getItem('mcpnest.color-scheme');
  } catch {
    choice = null;
  }
  var dark = choice === 'dark' || (choice !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
