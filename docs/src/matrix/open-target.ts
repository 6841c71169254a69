/** Unfolds the check that a link has led to. Without a script it is shown, too, but folded. */
function openTarget(): void {
  // Not `:target`, which on a page that has just come is not set yet.
  const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  row?.querySelector(':scope > th > details')?.setAttribute('open', '');
}

addEventListener('hashchange', openTarget);
openTarget();
