// On a phone, and inside a frame, this is the login page; on a wide screen it is a stage with a phone on it.
const wide =
  matchMedia('(min-width: 48rem)').matches && !document.documentElement.classList.contains('framed');

await import(wide ? './stage.js' : './shop.js');
