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
  const language = new URLSearchParams(location.search).get('lang') ?? read();
  root.lang = language === 'en' ? 'en' : 'zh-CN';
  root.classList.toggle('framed', window.top !== window);
})();
