// Runs first on every page of the static site: nothing answers a login until the service worker is in charge of the page.
(() => {
  const { serviceWorker } = navigator;
  const root = document.documentElement;

  /** Nobody will answer: the page says so, and shows what it can. */
  const goWithout = () => {
    root.dataset.service = 'none';
    addEventListener('DOMContentLoaded', () => {
      const notice = document.createElement('p');
      notice.className = 'notice';
      notice.setAttribute('role', 'note');
      notice.textContent =
        root.lang === 'en'
          ? 'No login can be tried here: it takes a browser with service workers, and https or localhost.'
          : '这里不能试登录：需要支持 Service Worker 的浏览器，并通过 https 或 localhost 打开。';
      document.body.prepend(notice);
    });
  };

  /** Load the page once more. Its history entry remembers that, so that it is never loaded a third time. */
  const loadAnew = () => {
    history.replaceState('again', '');
    location.reload();
  };

  const isAgain = history.state === 'again';
  if (isAgain) history.replaceState(null, '');
  if (serviceWorker?.controller) {
    root.dataset.service = 'worker';
    // A worker that nobody asks anything is ended, and with it a login whose digits are being typed.
    setInterval(() => serviceWorker.controller?.postMessage('stay'), 10_000);
  } else if (!serviceWorker || isAgain) goWithout();
  else {
    // The first visit: a page that went on would ask for answers that are not there yet.
    stop();
    serviceWorker
      // Beside this script: the site may stand in any folder of its host.
      .register(new URL('service-worker.js', document.currentScript.src))
      .then(() => serviceWorker.ready)
      .then(loadAnew, loadAnew);
  }
})();
