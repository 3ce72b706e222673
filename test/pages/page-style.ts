/** A style sheet of the page's, until the function that it answers is called. */
export const pageStyle = (rules: string): (() => void) => {
  const style = document.createElement('style');
  style.textContent = rules;
  document.head.append(style);
  return () => {
    style.remove();
  };
};
