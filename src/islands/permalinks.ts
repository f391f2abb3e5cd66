/**
 * The # beside a heading or rating leads to it; with this script, it also copies its address and
 * says so. Where the clipboard is closed to scripts, the link is still a link.
 */

const said = document.createElement('p');
said.className = 'toast';
said.setAttribute('role', 'status');
document.body.append(said);
let hide: ReturnType<typeof setTimeout> | undefined;

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a.permalink') : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  navigator.clipboard.writeText(link.href).then(
    () => {
      said.textContent = 'Link copied';
      clearTimeout(hide);
      hide = setTimeout(() => {
        said.textContent = '';
      }, 2000);
    },
    () => {
      // Not allowed to: the address bar has it.
    },
  );
});
