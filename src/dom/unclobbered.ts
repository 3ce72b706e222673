/**
 * A document as browsers define it. Forms and images of the page hide its properties behind their own names, as
 * `<form name="head">` does with `document.head`.
 */
export const unclobbered = (page: Document = document): Document =>
  new Proxy(page, {
    get(_, name): unknown {
      const value: unknown = Reflect.get(Document.prototype, name, page);
      return typeof value === 'function' ? value.bind(page) : value;
    },
    set: (_, name, value) => Reflect.set(Document.prototype, name, value, page),
  });
