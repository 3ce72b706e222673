// Runs before anything is drawn (a classic script in the head): the page's language, and whether it is framed.
(() => {
  const { documentElement: root } = document;
  const read = () => {
    try {
      return localStorage.getItem('ydrz-site-language');
    } catch {
      return null;
    }
  };
  const chosen = new URLSearchParams(location.search).get('lang') ?? read();
  // Until somebody chooses, the browser's first language decides: Chinese of any kind, or English.
  root.lang = /^zh\b/i.test(chosen ?? navigator.language) ? 'zh-CN' : 'en';
  if (root.lang === 'en' && root.dataset.titleEn) document.title = root.dataset.titleEn;
  root.classList.toggle('framed', window.top !== window);
})();
